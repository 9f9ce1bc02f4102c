"""When a page says its article was published, and where. Never a guess: no date is better than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element
from morgue.clean.html.jsonld import Json, strings
from morgue.clean.published import UNKNOWN, published
from morgue.model import Basis

FIELDS = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created",
    "dc.date", "date", "article.published", "cxenseparse:recs:publishtime", "rnews:datepublished", "datecreated",
)  # fmt: skip
MARKED = etree.XPath(
    "//*[@itemprop='datePublished']|//time[@pubdate or contains(@class,'publish') or contains(@class,'entry-date')]"
)
TIMES = etree.XPath("//time[@datetime]")
# Below the headline: above it many a page shows today's date.
SHOWN = etree.XPath(
    "//h1/following::*[self::span or self::p or self::div or self::time or self::li]"
    "[contains(@class,'date') or contains(@class,'publish') or contains(@class,'timestamp')]"
)
SAYS = re.compile(r"^(?:first )?(?:published|posted)?(?: on| at)?[ :,|]*", re.IGNORECASE)
LONGEST = 50  # letters of a date with its time
PATH = re.compile(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-z]{3})(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/-]|$)", re.IGNORECASE
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def dated(tree: Element, article: Json, meta: Mapping[str, str], url: str | None) -> tuple[str | None, Basis]:
    """The date as the page writes it, and what says so: metadata, address or text; (None, "none") without one."""
    for said in _said(tree, article, meta):
        if published(said) != UNKNOWN:
            return said, "metadata"
    if date := in_address(url):
        return date, "url"
    shown = _shown(tree)
    return (shown, "text") if shown else (None, "none")


def in_address(url: str | None) -> str | None:
    """The date in an address, as precisely as it stands there: "/2022/02/01/bridge" → "2022-02-01"."""
    try:
        match = PATH.search(urlsplit(url or "").path)
    except ValueError:
        return None
    if not match:
        return None
    year, month, day = match.groups()
    if not month.isdigit():
        if month.lower() not in MONTHS:
            return None
        month = str(MONTHS.index(month.lower()) + 1)
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _shown(tree: Element) -> str | None:
    """The date that the page shows its readers, where it shows no more than one."""
    texts = (SAYS.sub("", text_of(each), count=1) for each in SHOWN(tree))
    dates = {published(text): text for text in texts if text and len(text) <= LONGEST}
    dates.pop(UNKNOWN, None)
    return next(iter(dates.values())) if len(dates) == 1 else None


def _said(tree: Element, article: Json, meta: Mapping[str, str]) -> Iterator[str]:
    yield from strings(article.get("datePublished"))
    yield from (meta[field] for field in FIELDS if field in meta)
    yield from strings(article.get("dateCreated"))
    for each in MARKED(tree):
        yield each.get("datetime") or each.get("content") or text_of(each)
    times = {each.get("datetime") for each in TIMES(tree)}
    if len(times) == 1:  # several may belong to other articles on the page, and which is which nobody says
        yield from times
