"""When a page says its article was published and updated. Never a guess: no date is better than a wrong one.

The date in its address is not asked here: cleaning looks there for texts of any kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from morgue.clean.draft import Known
from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element
from morgue.clean.html.jsonld import Json, strings
from morgue.clean.published import UNKNOWN, published
from morgue.clean.stamps import Stamp, read_stamps

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
# Below the headline: above it many a page shows today's date.
SHOWN = etree.XPath(
    "//h1/following::*[self::span or self::p or self::div or self::time or self::li]"
    "[contains(@class,'date') or contains(@class,'publish') or contains(@class,'time') or contains(@class,'byline')"
    " or contains(@class,'meta')]"
)
MOST = 40  # elements looked at


def dated(tree: Element, article: Json, meta: Mapping[str, str]) -> Known:
    """The date of publication as the page writes it, and whether its metadata say so or its text does."""
    said = next((each for each in _said(tree, article, meta) if published(each) != UNKNOWN), None)
    if said:
        return Known(said, "metadata")
    shown = _shown(tree)
    return Known(_one(shown, "published") or _one(shown, None), "text")


def modified(tree: Element, article: Json, meta: Mapping[str, str]) -> Known:
    """The date of the last change, in the same way."""
    said = next((each for each in _changed(tree, article, meta) if published(each) != UNKNOWN), None)
    return Known(said, "metadata") if said else Known(_one(_shown(tree), "updated"), "text")


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
    """The dates that the page shows its readers near its headline."""
    return [stamp for each in SHOWN(tree)[:MOST] for stamp in read_stamps(text_of(each))]


def _one(shown: list[Stamp], of: str | None) -> str | None:
    """The one date of this kind, where the page shows no more than one day."""
    dates = {published(stamp.date): stamp.date for stamp in shown if stamp.of == of}
    days = {(date.value or "")[:10] for date in dates}
    exact = max(dates, key=lambda date: len(date.value or ""), default=UNKNOWN)
    return dates[exact] if len(days) == 1 else None
