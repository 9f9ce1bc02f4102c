"""Citations as RIS, which EndNote, Mendeley and Zotero read."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.citation import Citation


def ris(citation: Citation, archive: Archive) -> str:
    """The citation as one record of a newspaper article."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _lines(citation, archive))


def _lines(citation: Citation, archive: Archive) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", citation.key
    yield "TI", citation.title
    yield from (("AU", ", ".join(each.parts)) for each in citation.creators)
    if citation.source:
        yield "T2", citation.source
    if parts := citation.date_parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", _date(parts)
    if url := archive.url(citation):
        yield "UR", url
    if parts := citation.accessed_parts:
        yield "Y2", _date(parts)
    if citation.language:
        yield "LA", citation.language
    yield "DB", archive.title
    yield "AN", citation.uid
    yield "N1", archive.note(citation)
    yield "ER", ""


def _date(parts: tuple[int, ...]) -> str:
    """Year, month and day; the slashes stand whether these are known or not."""
    told = [f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])]
    return "/".join([*told, *[""] * (4 - len(told))])
