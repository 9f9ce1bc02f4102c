"""JSON lines: a line is an article. A line that is broken does not stop the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from morgue.model import Document, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.fields import CONTENT, content, stated
from morgue.read.form import Format, Found
from morgue.read.records import read_at

HEAD = 8_192


def _articles(found: Found) -> Iterator[Document | Problem]:
    changed = read_at(found)
    empty = True
    with found.file.open("rb") as lines:
        if b"\0" in lines.read(HEAD):
            yield problems.binary(found.path)
            return
        lines.seek(0)
        for number, line in enumerate(lines, start=1):
            raw = line.rstrip(b"\r\n")
            if raw.strip():
                empty = False
                yield _article(found.path, f"line {number}", raw, changed)
    if empty:
        yield problems.empty(found.path)


def _article(path: str, member: str, raw: bytes, changed: str) -> Document | Problem:
    decoded = decode(raw)
    if decoded is None:
        return problems.bad_json(path, member, "it is not text")
    try:
        record = _parsed(decoded.text)
    except (ValueError, RecursionError) as error:
        return problems.bad_json(path, member, str(error))
    told = content(record)
    if told is None:
        return problems.no_text(path, member, CONTENT)
    return Document(
        path=path,
        member=member,
        sha256=sha256(raw).hexdigest(),
        media_type="application/x-ndjson",
        encoding=decoded.encoding,
        raw=raw,
        content=told.text,
        content_type=told.content_type,
        stated=stated(record, without=told.field),
        read_at=changed,
    )


def _parsed(line: str) -> Mapping[str, object]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError(f"it is a {type(record).__name__}")  # noqa: TRY004 (one kind of error for all that is bad here)
    if "\\ud" in line.lower():  # half a surrogate pair is legal in JSON, and no database takes it
        whole = json.dumps(record, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
        record = json.loads(whole.decode("utf-16-le", "replace"))
    return {str(name): value for name, value in record.items()}


JSONL = Format("jsonl", (".jsonl", ".ndjson"), b"{", _articles)
