"""Citations as a sentence to paste."""

from __future__ import annotations

from morgue.browse.citing.archived import Archive
from morgue.browse.citing.citation import Citation


def plain(citation: Citation, archive: Archive) -> str:
    """The citation as text, one line."""
    article = ", ".join(filter(None, _article(citation)))
    quoted = f"{citation.quoted}. In: " if citation.quoted else ""
    return " ".join(f"{quoted}{article}. {archive.kept(citation)}".split()) + "\n"


def _article(citation: Citation) -> tuple[str | None, ...]:
    authors = citation.authors or ((citation.wire,) if citation.wire else ())
    title = citation.title if citation.title.startswith("[") else f"“{citation.title}”"
    return (_and(authors), title, citation.source, citation.when, citation.url)


def _and(names: tuple[str, ...]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    return " and ".join([*([", ".join(names[:-1])] if len(names) > 1 else []), *names[-1:]])
