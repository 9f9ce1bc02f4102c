"""Plain text and Markdown: a file is an article."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from morgue.model import ContentType, Document, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.form import Format, Found
from morgue.read.records import whole


def _article(content_type: ContentType, found: Found) -> Iterator[Document | Problem]:
    raw = found.file.read_bytes()
    decoded = decode(raw)
    if decoded is None:
        yield problems.binary(found.path)
    elif not decoded.text.strip():
        yield problems.empty(found.path)
    else:
        if decoded.weak:
            yield problems.guessed(found.path, decoded.encoding)
        yield whole(found, raw, decoded, content_type)


TEXT = Format("text", (".txt", ".text"), b"", partial(_article, "text"))
MARKDOWN = Format("markdown", (".md", ".markdown"), b"# ", partial(_article, "markdown"))
