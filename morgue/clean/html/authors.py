"""Who a page says wrote its article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from morgue.clean.authors import authors, people, without_prefix
from morgue.clean.draft import Known
from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element, names_of
from morgue.clean.html.jsonld import Json, listed
from morgue.clean.lines import squeezed

FIELDS = (
    "author", "article:author", "og:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "byline", "search.byline", "cxenseparse:author", "article.author", "creator",
    "article:author_name", "authors", "rbauthors", "citation_author",
)  # fmt: skip
MARKED = etree.XPath(
    "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'Byline')"
    " or contains(@class,'author') or contains(@class,'Author')]"
)
ELSEWHERE = re.compile(
    r"comment|related|recommend|popular|trending|sidebar|promo|teaser|footer|rail|most-|more-", re.IGNORECASE
)
NOBODY = re.compile(
    r"(?:admin(?:istrator)?|webmaster|root|editor|unknown|anonymous|none|null|author)\d*", re.IGNORECASE
)
LONGEST = 160  # letters of a byline
MOST = 12  # authors of one article
LOOKED_AT = 40  # elements


def signed(tree: Element, article: Json, meta: Mapping[str, str], site: str | None) -> Known:
    """The authors' names, "; " between them: persons, and an organisation only where no person is named."""
    stated = [[*_named(article.get("author"))], *([meta[field]] for field in FIELDS if field in meta)]
    for names in stated:
        if persons := people(names, site):
            return Known("; ".join(persons[:MOST]), "metadata")
    if persons := next(_marked(tree, site), ()):
        return Known("; ".join(persons[:MOST]), "text")
    others = ("; ".join(filter(_is_name, map(_plain, names))) for names in stated)
    return Known(next(filter(None, others), None), "metadata")


def _named(value: Any) -> Iterator[str]:
    """The names in JSON-LD: persons first, where it says who is one."""
    found = [each for each in listed(value) if isinstance(each, str | dict)]
    persons = [each for each in found if not (isinstance(each, dict) and "Organization" in str(each.get("@type")))]
    for each in persons or found:
        names = listed(each.get("name")) if isinstance(each, dict) else (each,)
        yield from (squeezed(unescape(name)) for name in names if isinstance(name, str))


def _marked(tree: Element, site: str | None) -> Iterator[tuple[str, ...]]:
    """The people in the elements that the page marks as its byline, with those beside them."""
    for element in MARKED(tree)[:LOOKED_AT]:
        if _is_elsewhere(element):
            continue
        beside = [each for each in element.itersiblings() if _signature(each) == _signature(element)]
        texts = [text for each in (element, *beside) if len(text := text_of(each)) <= LONGEST]
        if persons := people(texts, site):
            yield persons


def _signature(element: Element) -> tuple[Any, ...]:
    return element.tag, element.get("itemprop"), element.get("rel"), element.get("class")


def _is_elsewhere(element: Element) -> bool:
    """Whether the element stands in a box of other articles, or under a comment."""
    return any(ELSEWHERE.search(names_of(each)) for each in (element, *element.iterancestors()) if each.tag != "body")


def _plain(name: str) -> str:
    return without_prefix(name).strip(" .,;:|/–—-")


def _is_name(name: str) -> bool:
    usable = 1 < len(name) <= LONGEST and any(map(str.isalpha, name)) and not name.startswith(("http", "/"))
    return usable and not NOBODY.fullmatch(name) and not authors(name)
