"""Plain text and Markdown: a file is an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from morgue.model import ContentType, Original, Problem
from morgue.read.decoding import decode
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes
from morgue.read.records import one_article


def _article(content_type: ContentType, found: Found, options: Options) -> Iterator[Original | Problem]:
    raw = all_bytes(found, options)
    yield from one_article(found, raw, decode(raw), content_type)


TEXT = Format("text", (".txt", ".text"), (b"",), partial(_article, "text"))
MARKDOWN = Format("markdown", (".md", ".markdown"), (b"# ",), partial(_article, "markdown"))
