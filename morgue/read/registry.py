"""Which format reads which file. The one place where formats are listed."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.model import Document, Problem
from morgue.read import problems
from morgue.read.form import Format, Found
from morgue.read.jsonl import JSONL
from morgue.read.text import MARKDOWN, TEXT

FORMATS: tuple[Format, ...] = (JSONL, MARKDOWN, TEXT)  # text last: any opening will do for it
EXTENSIONS: tuple[str, ...] = tuple(sorted(extension for each in FORMATS for extension in each.extensions))


def read(found: Found) -> Iterator[Document | Problem]:
    """The documents of a file in their order; a problem for each record that cannot be read. Never raises for input."""
    try:
        yield from _format(found).read(found)
    except OSError as error:
        yield problems.unreadable(found.path, f"cannot be read ({(error.strerror or 'unknown reason').lower()})")


def _format(found: Found) -> Format:
    extension = found.file.suffix.lower()
    for each in FORMATS:
        if extension in each.extensions:
            return each
    with found.file.open("rb") as file:
        head = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    return next(each for each in FORMATS if head.startswith(each.opening))
