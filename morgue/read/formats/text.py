"""Plain text and Markdown: a file is an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from morgue.model import ContentType, Document, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes
from morgue.read.records import whole


def _article(content_type: ContentType, found: Found, options: Options) -> Iterator[Document | Problem]:
    raw = all_bytes(found, options)
    decoded = decode(raw)
    if decoded is None:
        yield problems.binary(found.place)
    elif not decoded.text.strip():
        yield problems.empty(found.place)
    else:
        if decoded.weak:
            yield problems.guessed(found.place, decoded.encoding)
        yield whole(found, raw, decoded, content_type)


TEXT = Format("text", (".txt", ".text"), (b"",), partial(_article, "text"))
MARKDOWN = Format("markdown", (".md", ".markdown"), (b"# ",), partial(_article, "markdown"))
