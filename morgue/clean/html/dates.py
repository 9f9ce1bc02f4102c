"""When a page says its article was published and updated. Never a guess: no date is better than a wrong one.

The date in its address is not asked here: cleaning looks there for texts of any kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from morgue.clean.authors import prefix
from morgue.clean.draft import Known
from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element
from morgue.clean.html.head import LONGEST, Shown, bylines, head_of, shown
from morgue.clean.html.jsonld import Json, strings
from morgue.clean.published import UNKNOWN, published
from morgue.clean.stamps import Stamp, find_stamps, read_stamps

PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "pub_date", "dc.date.issued",
    "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date", "dc.date.issue", "dc.date.created", "date",
    "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "datecreated", "article_date_original",
    "originalpublicationdate", "publication_date", "displaydate", "dcsext.articlefirstpublished", "date_published",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "article:modified", "datemodified",
    "last-modified", "lastmod", "dcterms.modified", "dc.date.modified", "article.updated", "rnews:datemodified",
    "date_modified", "revised", "search.updated", "updated_time", "modified_time",
)  # fmt: skip
MARKED = etree.XPath(
    "//*[@itemprop='datePublished']|//time[@pubdate or contains(@class,'publish') or contains(@class,'entry-date')]"
)
CHANGED = etree.XPath("//*[@itemprop='dateModified']|//time[contains(@class,'updated') or contains(@class,'modified')]")
TIMES = etree.XPath("//time[@datetime]")
DATED = re.compile(r"date|publish|time|byline|meta|stamp", re.IGNORECASE)


def dates_of(tree: Element, article: Json, meta: Mapping[str, str]) -> tuple[Known, Known]:
    """The dates of publication and of update as the page writes them; its metadata go before what it shows."""
    said, changed = _first(_said(tree, article, meta)), _first(_changed(tree, article, meta))
    shown = [] if said and changed else _shown(tree)
    return (
        Known(said, "metadata") if said else Known(_one(shown, "published") or _one(shown, None), "text"),
        Known(changed, "metadata") if changed else Known(_one(shown, "updated"), "text"),
    )


def _first(said: Iterator[str]) -> str | None:
    """The first that is a date."""
    return next((each for each in said if published(each) != UNKNOWN), None)


def _said(tree: Element, article: Json, meta: Mapping[str, str]) -> Iterator[str]:
    yield from strings(article.get("datePublished"))
    yield from (meta[field] for field in PUBLISHED if field in meta)
    yield from strings(article.get("dateCreated"))
    yield from map(_moment, MARKED(tree))
    times = {each.get("datetime") for each in TIMES(tree)} - set(map(_moment, CHANGED(tree)))
    if len(times) == 1:  # several may belong to other articles on the page, and which is which nobody says
        yield from times


def _changed(tree: Element, article: Json, meta: Mapping[str, str]) -> Iterator[str]:
    yield from strings(article.get("dateModified"))
    yield from (meta[field] for field in UPDATED if field in meta)
    yield from map(_moment, CHANGED(tree))


def _moment(element: Element) -> str:
    return str(element.get("datetime") or element.get("content") or text_of(element))


def _shown(tree: Element) -> list[Stamp]:
    """The dates shown between heading and text, and in the byline. Above these many a page shows today's."""
    found = [stamp for each in head_of(tree) for stamp in _stamps(each)]
    return found or [stamp for each in map(shown, bylines(tree)) for stamp in _stamps(each)]


def _stamps(piece: Shown) -> list[Stamp]:
    """The dates of a piece that is dates alone, or that is said to hold them or the byline."""
    if len(piece.text) > LONGEST:
        return []
    found = read_stamps(piece.text)
    return found or (find_stamps(piece.text) if DATED.search(piece.names) or prefix().match(piece.text) else [])


def _one(shown: list[Stamp], of: str | None) -> str | None:
    """The one date of this kind as exactly as it is shown, where no more than one day is."""
    dates = {published(stamp.date): stamp.date for stamp in shown if stamp.of == of}
    days = {(date.value or "")[:10] for date in dates}
    exact = max(dates, key=lambda date: len(date.value or ""), default=UNKNOWN)
    return dates[exact] if len(days) == 1 else None
