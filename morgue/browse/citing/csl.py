"""Citations as CSL-JSON, which Zotero, Pandoc and citation processors read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.citation import Citation
from morgue.browse.citing.names import Name


def csl(citation: Citation, archive: Archive) -> str:
    """The citation as a list of one item."""
    return json.dumps([item(citation, archive)], ensure_ascii=False, indent=2) + "\n"


def item(citation: Citation, archive: Archive) -> Mapping[str, object]:
    """The citation as an item; what isn't known is left out."""
    told: dict[str, object] = {
        "id": citation.key,
        "type": "article-newspaper",
        "title": citation.title,
        "author": [_author(each) for each in citation.creators],
        "container-title": citation.source,
        "issued": _date(citation.date_parts),
        "accessed": _date(citation.accessed_parts),
        "URL": archive.url(citation),
        "language": citation.language,
        "archive": archive.title,
        "archive_location": archive.address(citation),
        "note": archive.note(citation),
    }
    return {name: value for name, value in told.items() if value}


def _author(of: Name) -> Mapping[str, str]:
    if not of.given:
        return {"literal": of.family}
    named = {"family": of.family, "given": of.given, "suffix": of.suffix}
    return {name: part for name, part in named.items() if part}


def _date(parts: tuple[int, ...]) -> Mapping[str, object] | None:
    return {"date-parts": [list(parts)]} if parts else None
