"""What a page shows between its heading and its text: there readers find who wrote the article, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from lxml import etree

from morgue.clean.html.blocks import text_of
from morgue.clean.html.boxes import Element, names_of
from morgue.clean.lines import squeezed
from morgue.clean.prose import is_prose

TAGS = (
    "h1",
    "p",
    "div",
    "span",
    "time",
    "li",
    "a",
    "address",
    "em",
    "small",
    "strong",
    "b",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "dd",
)
END = "\x1f"  # where an element ends
BROKEN = re.compile(rf"(?<=[^\W\d_]){END}(?=[a-z])")
LONGEST = 160  # letters of a piece
HIGHEST = 12  # elements around one that are looked at
MOST = 150  # elements looked at
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommend\w*|popular|trending|sidebar|promo|teasers?|footer|rail|most|more|nav)(?:$|[\s_-])",
    re.IGNORECASE,
)


NAMED = re.compile(r"yline|uthor|auteur|autor|firma")


class Shown(NamedTuple):
    """A piece of the head: its words one after another, the same with a bar where an element ends, its element."""

    text: str
    parts: str
    element: Element

    @property
    def names(self) -> str:
        """Its class and id."""
        return names_of(self.element)


def head_of(tree: Element) -> list[Shown]:
    """The short pieces of the head in the order of the page; an empty list where the page has no heading."""
    return [each for each in _below_heading(tree) if not is_elsewhere(each.element)]


def shown(element: Element) -> Shown:
    """The words of an element."""
    joined = BROKEN.sub("", END.join(element.itertext()))  # some pages break a word: <span>Le</span><span>e</span>
    pieces = [text for each in joined.split(END) if (text := squeezed(each))]
    return Shown(" ".join(pieces), " | ".join(pieces), element)


def is_elsewhere(element: Element) -> bool:
    """Whether the element stands in a box of other articles, or under a comment: one that the heading is not in."""
    for around in islice(chain((element,), element.iterancestors()), HIGHEST):
        if around.tag == "body" or around.find(".//h1") is not None:
            return False
        if ELSEWHERE.search(names_of(around)):
            return True
    return False


def bylines(tree: Element) -> list[Element]:
    """The elements that the page marks as a byline or as the author's name."""
    marked = (each for each in tree.iter(etree.Element) if _is_marked(each))
    return [each for each in islice(marked, MOST) if not is_elsewhere(each)]


def _is_marked(element: Element) -> bool:
    """Asked of every element of a page, so the cheapest question comes first."""
    attributes = element.attrib
    if not attributes:
        return False
    said = attributes.get("class")
    marked = bool(said and NAMED.search(said))
    return marked or "author" in (attributes.get("itemprop"), attributes.get("rel"))


def _below_heading(tree: Element) -> Iterator[Shown]:
    left = 0
    for element in tree.iter(*TAGS):
        if element.tag == "h1":
            left = MOST
        elif left:
            left -= 1
            text = text_of(element)
            if element.tag == "p" and is_prose(text):
                return
            if text and len(text) <= LONGEST:
                yield shown(element)
