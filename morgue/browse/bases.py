"""What the fields of an article's head are from, in words."""

from __future__ import annotations

from collections.abc import Mapping

# In the order of the page; what is not named here is called as it is stored.
FIELDS = {
    "headline": "headline",
    "byline": "byline",
    "authors": "authors",
    "dateline": "dateline",
    "source": "source",
    "wire": "agency",
    "published": "date",
    "updated": "date of update",
    "section": "section",
    "credit": "credit",
    "language": "language",
    "url": "address",
}
FROM = {
    "metadata": "its record or page",
    "feed": "the feed",
    "manifest": "the manifest",
    "url": "its address",
    "text": "its text",
    "story": "its story",
}


def in_words(bases: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What fields are from, each with these fields: ("its text", ("dateline", "agency"))."""
    told = sorted(bases, key=lambda field: (list(FIELDS).index(field) if field in FIELDS else len(FIELDS), field))
    return tuple(
        (FROM[basis], tuple(FIELDS.get(field, field) for field in told if bases[field] == basis))
        for basis in FROM
        if basis in bases.values()
    )
