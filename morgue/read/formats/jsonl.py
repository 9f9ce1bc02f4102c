"""JSON lines: a line is an article. A line that is broken does not stop the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.depth import DEEPEST, too_deep
from morgue.read.form import Format, Found, Options
from morgue.read.mapped import Record, document, written

HEAD = 8_192
TOO_DEEP = f"its lists and records lie over {DEEPEST} deep in each other"


def _articles(found: Found, options: Options) -> Iterator[Original | Problem]:
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
                yield _article(found, f"line {number}", line.rstrip(b"\r\n"), options)
    if empty:
        yield problems.empty(found.place)


def _lines(stream: BinaryIO, most: int) -> Iterator[bytes]:
    """The lines; of one that is too long no more than tells so."""
    while line := stream.readline(most + 1):
        rest = line
        while len(rest) > most and not rest.endswith(b"\n"):
            rest = stream.readline(most + 1)
        yield line


def _article(found: Found, part: str, raw: bytes, options: Options) -> Original | Problem:
    decoded = decode(raw)
    if decoded is None:
        return problems.bad_json(found.path, found.inside(part), "it is not text")
    try:
        fields = _parsed(decoded.text)
    except (ValueError, RecursionError) as error:
        return problems.bad_json(found.path, found.inside(part), str(error))
    return document(found, Record(part, fields, raw, "application/x-ndjson", decoded.encoding), options)


def _parsed(line: str) -> Mapping[str, object]:
    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError(f"it is a {type(record).__name__}")  # noqa: TRY004 (one kind of error for all that is bad here)
    if too_deep(record):
        raise ValueError(TOO_DEEP)
    if "\\ud" in line.lower():  # half a surrogate pair is legal in JSON, and no database takes it
        record = json.loads(written(record))
    return {str(name): value for name, value in record.items()}


JSONL = Format("jsonl", (".jsonl", ".ndjson"), (b"{",), _articles)
