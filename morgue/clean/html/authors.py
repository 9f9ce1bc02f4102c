"""Who a page says wrote its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from lxml import etree

from morgue.clean.byline import PREFIX, name_in
from morgue.clean.html.boxes import Element
from morgue.clean.html.jsonld import Json, listed
from morgue.clean.lines import squeezed
from morgue.clean.prose import same

FIELDS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
)
MARKED = etree.XPath(
    "//*[@itemprop='author' or @rel='author' or contains(concat(' ',@class,' '),' byline ')"
    " or contains(@class,'author-name') or contains(@class,'byline__name') or contains(@class,'byline-name')]"
)
PARTED = re.compile(r"\s*(?:;|\||\band\b|&|,(?!\s*(?:Jr|Sr|II|III|MD|PhD)\b))\s*")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|(?<!\w)@\w+")
ROLE = re.compile(r"\s*(?:\(.*\)|\bfor\b .*|\bin\b [A-Z].*)$")
NO_PERSON = re.compile(
    r"\b(?:staff|desk|team|newsroom|editors?|editorial|news|agency|reporters?|correspondents?|writers?|press|admin|"
    r"media|magazine|times|online|service|services|wires?|guest|contributors?|inc|ltd|llc)\b|\.(?:com|org|net)\b|\d",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:admin(?:istrator)?|webmaster|root|editor|unknown|anonymous|none|null|author)\d*", re.IGNORECASE
)
LONGEST = 60  # letters of a name
MOST = 12  # authors of one article


def authors(tree: Element, article: Json, meta: Mapping[str, str], site: str | None) -> str | None:
    """The authors' names, "; " between them: persons, and an organisation only where no person is named."""
    for names in _said(tree, article, meta):
        clean = list(dict.fromkeys(name for each in names if (name := _name(each))))[:MOST]
        persons = [name for name in clean if _is_person(name, site)]
        if clean:
            return "; ".join(persons or clean)
    return None


def _said(tree: Element, article: Json, meta: Mapping[str, str]) -> Iterator[list[str]]:
    """The names by each who states them, in the order of trust."""
    yield [part for name in _named(article.get("author")) for part in PARTED.split(name)]
    for field in FIELDS:
        if not meta.get(field, "").startswith(("http", "/")):
            yield PARTED.split(PREFIX.sub("", meta.get(field, ""), count=1))
    marked = (squeezed(unescape(" ".join(each.itertext()))) for each in MARKED(tree))
    yield [part for text in marked if (names := name_in(_with_by(text))) for part in PARTED.split(names)]


def _named(value: Any) -> Iterator[str]:
    """The names in JSON-LD: persons first, where it says who is one."""
    found = [each for each in listed(value) if isinstance(each, str | dict)]
    persons = [each for each in found if not (isinstance(each, dict) and "Organization" in str(each.get("@type")))]
    for each in persons or found:
        names: Iterable[Any] = listed(each.get("name")) if isinstance(each, dict) else (each,)
        yield from (PREFIX.sub("", squeezed(unescape(name)), count=1) for name in names if isinstance(name, str))


def _with_by(text: str) -> str:
    return text if PREFIX.match(text) else f"By {text}"


def _name(text: str) -> str | None:
    """One name, without an address, a role or a place behind it; None where nothing is left that could be one."""
    name = ROLE.sub("", ADDRESS.sub("", PREFIX.sub("", text, count=1))).strip(" .,;:|/–—-\u2019'")
    usable = 1 < len(name) <= LONGEST and any(map(str.isalpha, name)) and not NOBODY.fullmatch(name)
    return name if usable else None


def _is_person(name: str, site: str | None) -> bool:
    one, other = same(name), same(site or "")
    of_site = bool(other) and (one in other or other in one)
    return " " in name and not of_site and not NO_PERSON.search(name)
