"""What a page says of its article in microdata and RDFa, in the shape of JSON-LD.

Both mark elements with the names of schema.org: `itemprop="datePublished"`, `property="schema:author"`. Only what is
asked of JSON-LD is read, and of an article only: the library for all of it, extruct, brings an RDF store with it.
Not read is the text: in JSON-LD it is the article alone, here it is an element with all the boxes in it.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element
from morgue.clean.html.jsonld import ARTICLE, Json

NAMES = frozenset(
    ("headline", "author", "creator", "datePublished", "dateModified", "dateCreated", "articleSection", "publisher",
     "inLanguage")
)  # fmt: skip
SCOPES = etree.XPath("//*[@itemtype or @typeof]")
MARKED = etree.XPath(".//*[@itemprop or @property]")
VALUES = ("content", "datetime")
MOST = 300  # marked elements of one article looked at


def marked_article(tree: Element) -> Json:
    """The first article that is marked so; an empty object where there is none."""
    scope = next((each for each in SCOPES(tree) if any(map(ARTICLE.search, _types(each)))), None)
    return _properties(scope) if scope is not None else {}


def _properties(scope: Element) -> Json:
    """The properties of the article: its own, and not those of a thing within it."""
    found: dict[str, list[Any]] = {}
    for element in MARKED(scope)[:MOST]:
        if _owner(element) is scope:
            for name in _names(element) & NAMES:
                value = _value(element)
                if value:
                    found.setdefault("author" if name == "creator" else name, []).append(value)
    return found


def _value(element: Element) -> Any:
    """A text, or for a thing of its own its type and name."""
    if _types(element):
        names = [_text(each) for each in MARKED(element)[:MOST] if _names(each) & {"name"} and _owner(each) is element]
        return {"@type": next(iter(_types(element))), "name": next(filter(None, names), text_of(element))}
    return _text(element)


def _text(element: Element) -> str:
    said = (element.get(attribute) for attribute in VALUES)
    return next(filter(None, said), None) or text_of(element)


def _owner(element: Element) -> Element | None:
    """The nearest thing around an element that has a type."""
    around = element.getparent()
    while around is not None and not (around.get("itemtype") or around.get("typeof")):
        around = around.getparent()
    return around


def _types(element: Element) -> list[str]:
    """The names of its types: "http://schema.org/NewsArticle" → NewsArticle."""
    said = f"{element.get('itemtype') or ''} {element.get('typeof') or ''}"
    return [_short(each) for each in said.split()]


def _names(element: Element) -> frozenset[str]:
    said = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
    return frozenset(map(_short, said.split()))


def _short(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit("#", 1)[-1].rsplit(":", 1)[-1]
