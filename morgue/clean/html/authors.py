"""Who a page says wrote its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import chain
from typing import Any

from morgue.clean.authors import authors, people, prefix, without_prefix
from morgue.clean.draft import Known
from morgue.clean.html.boxes import Element
from morgue.clean.html.head import bylines, head_of, shown
from morgue.clean.html.jsonld import Json, listed
from morgue.clean.lines import squeezed

FIELDS = (
    "author", "article:author", "og:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl", "byline", "search.byline", "cxenseparse:author", "article.author", "creator",
    "article:author_name", "authors", "rbauthors", "citation_author",
)  # fmt: skip
PROFILE = re.compile(r"/(?:authors?|contributors?|journalists?|people|profiles?|staff|reporters?|by)/", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:admin(?:istrator)?|webmaster|root|editor|unknown|anonymous|none|null|author)\d*", re.IGNORECASE
)
LONGEST = 160  # letters of a byline
MOST = 12  # authors of one article


def signed(tree: Element, article: Json, meta: Mapping[str, str], site: str | None) -> Known:
    """The authors' names, "; " between them: persons, and an organisation only where no person is named."""
    stated = [[*_named(article.get("author"))], *([meta[field]] for field in FIELDS if field in meta)]
    for names in stated:
        if persons := people(names, site):
            return Known("; ".join(persons[:MOST]), "metadata")
    if persons := next(filter(None, chain(_marked(tree, site), _in_head(tree, site))), ()):
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
    for element in bylines(tree):
        beside = (each for each in element.itersiblings() if _signature(each) == _signature(element))
        yield _in_elements((element, *beside), site)


def _in_head(tree: Element, site: str | None) -> Iterator[tuple[str, ...]]:
    """The people in what stands below the heading: links to their pages, a line that begins with "By"."""
    head = head_of(tree)
    yield _in_elements([each.element for each in head if PROFILE.search(each.element.get("href") or "")], site)
    yield from (authors(each.text, site) for each in head if prefix().match(each.text))


def _in_elements(elements: Iterable[Element], site: str | None) -> tuple[str, ...]:
    """The people in elements: each part of one is a name, or all of it."""
    texts = [each for each in map(shown, elements) if len(each.text) <= LONGEST]
    return people((each.parts for each in texts), site) or people((each.text for each in texts), site)


def _signature(element: Element) -> tuple[Any, ...]:
    return element.tag, element.get("itemprop"), element.get("rel"), element.get("class")


def _plain(name: str) -> str:
    return without_prefix(name).strip(" .,;:|/–—-")


def _is_name(name: str) -> bool:
    usable = 1 < len(name) <= LONGEST and any(map(str.isalpha, name)) and not name.startswith(("http", "/"))
    return usable and not NOBODY.fullmatch(name) and not authors(name)
