"""JSON lines: a line is an article. A line that is broken does not stop the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO

from morgue.model import Document, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.fields import CONTENT, content, stated
from morgue.read.form import Format, Found, Options

HEAD = 8_192


def _articles(found: Found, options: Options) -> Iterator[Document | Problem]:
    empty = True
    with found.open() as stream:
        if b"\0" in stream.read(HEAD):
            yield problems.binary(found.place)
            return
    with found.open() as stream:
        for number, line in enumerate(_lines(stream, options.most_bytes), start=1):
            if len(line) > options.most_bytes:
                empty = False
                yield problems.too_large(f"{found.path}, {found.inside(f'line {number}')}", options.most_bytes)
            elif line.strip():
                empty = False
                yield _article(found, found.inside(f"line {number}"), line.rstrip(b"\r\n"))
    if empty:
        yield problems.empty(found.place)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines; of one that is too long no more than tells so."""
    while line := stream.readline(most + 1):
        rest = line
        while len(rest) > most and not rest.endswith(b"\n"):
            rest = stream.readline(most + 1)
        yield line


def _article(found: Found, member: str, raw: bytes) -> Document | Problem:
    decoded = decode(raw)
    if decoded is None:
        return problems.bad_json(found.path, member, "it is not text")
    try:
        record = _parsed(decoded.text)
    except (ValueError, RecursionError) as error:
        return problems.bad_json(found.path, member, str(error))
    told = content(record)
    if told is None:
        return problems.no_text(found.path, member, CONTENT)
    return Document(
        path=found.path,
        member=member,
        sha256=sha256(raw).hexdigest(),
        media_type="application/x-ndjson",
        encoding=decoded.encoding,
        raw=raw,
        content=told.text,
        content_type=told.content_type,
        stated=stated(record, without=told.field),
        read_at=found.read_at,
    )


def _parsed(line: str) -> Mapping[str, object]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError(f"it is a {type(record).__name__}")  # noqa: TRY004 (one kind of error for all that is bad here)
    if "\\ud" in line.lower():  # half a surrogate pair is legal in JSON, and no database takes it
        whole = json.dumps(record, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
        record = json.loads(whole.decode("utf-16-le", "replace"))
    return {str(name): value for name, value in record.items()}


JSONL = Format("jsonl", (".jsonl", ".ndjson"), (b"{",), _articles)
