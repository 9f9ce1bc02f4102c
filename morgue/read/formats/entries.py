"""An entry of a feed as a document, whatever kind of feed it stood in."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, fields, replace
from hashlib import sha256
from typing import Literal

from morgue.model import Basis, ContentType, Original, Problem, Stated
from morgue.read import problems
from morgue.read.decoding import newlines
from morgue.read.form import Found
from morgue.read.mapped import written

FIELDS = tuple(each.name for each in fields(Stated) if each.name not in ("extra", "bases"))
TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an entry, what it is written in, and which of the two that feeds carry it is."""

    value: str
    type: ContentType
    feed_text: Literal["content", "summary"]


def text(value: object, media_type: str | None, feed_text: Literal["content", "summary"]) -> Text | None:
    """A text that a feed gives. HTML without a tag is plain text with its signs escaped; None where it is blank."""
    if not isinstance(value, str) or not value.strip():
        return None
    marked = media_type != "text/plain" and TAG.search(value)
    plain = value if media_type == "text/plain" else html.unescape(value)
    return Text(newlines(value if marked else plain), "html" if marked else "text", feed_text)


def document(
    found: Found, number: int, told: Text | None, stated: Stated, raw: object, encoding: str
) -> Original | Problem:
    """The entry as a document. Its bytes are the entry as JSON: a feed's own cannot be cut into entries.

    `stated.extra` says which text it is ("feed_text"); all that is stated is the feed's.
    """
    member = found.inside(f"entry {number}")
    if told is None:
        return problems.entry_without_text(f"{found.path}, {member}")
    extra = {"feed_text": told.feed_text, **stated.extra}
    bases: dict[str, Basis] = {name: "feed" for name in FIELDS if getattr(stated, name)}
    own = written(raw)
    return Original(
        path=found.path,
        member=member,
        sha256=sha256(own).hexdigest(),
        media_type="application/json",
        encoding=encoding,
        bytes=len(own),
        raw=own,
        content=told.value,
        content_type=told.type,
        stated=replace(stated, extra=extra, bases=bases),
        read_at=found.read_at,
    )
