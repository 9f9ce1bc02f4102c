"""What each field of an article's head is from: a record or a page, a feed, a manifest, the address, the text."""

from __future__ import annotations

from collections.abc import Mapping

from morgue.clean.draft import Draft, basis_of
from morgue.clean.source import source_basis
from morgue.model import Article, Basis

STATED = ("headline", "byline", "url", "section")


def bases(article: Article, draft: Draft, known: Mapping[str, Basis]) -> dict[str, Basis]:
    """Field → what it is from, for the fields that the article has; `known` is what is found elsewhere."""
    told = draft.stated
    found: dict[str, Basis] = {name: basis_of(told, name) for name in STATED}
    found |= {
        **known,
        "authors": found["byline"],
        "dateline": "text",
        "credit": "text" if draft.credit else basis_of(told, "credit"),
        "source": source_basis(told),
        "published": article.basis,
        "language": basis_of(told, "language") if _is_stated(article.language, told.language) else "text",
    }
    return {name: found[name] for name in sorted(found) if getattr(article, name)}


def _is_stated(language: str | None, stated: str | None) -> bool:
    return bool(language and stated) and str(stated).lower().startswith(str(language))
