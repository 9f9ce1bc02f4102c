"""A record of named fields as a document: a row, an item, whatever its names are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.fields import CONTENT, captured, content, stated
from morgue.read.form import Found, Options


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: its place in it ("row 12"), its fields, its own bytes and what these are written in."""

    part: str
    fields: Mapping[str, object]
    raw: bytes
    media_type: str
    encoding: str | None


def document(found: Found, record: Record, options: Options) -> Original | Problem:
    """The record as a document, its names understood by fields.yml and by what `options.map` says of them."""
    told = content(record.fields, options.map)
    member = found.inside(record.part) if record.part else found.member
    if told is None:
        return problems.no_text(found.path, member, CONTENT)
    return Original(
        path=found.path,
        member=member,
        sha256=sha256(record.raw).hexdigest(),
        media_type=record.media_type,
        encoding=record.encoding,
        bytes=len(record.raw),
        raw=record.raw,
        content=told.text,
        content_type=told.content_type,
        stated=stated(record.fields, told.field, options.map),
        read_at=captured(record.fields) or found.read_at,
    )


def written(value: object) -> bytes:
    """A part of a JSON file as bytes of its own; half surrogate pairs, which no database takes, are replaced."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
