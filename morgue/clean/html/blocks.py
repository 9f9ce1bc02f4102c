"""The innermost blocks of a page that hold text: paragraphs, list items, subheads, quotes, captions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from morgue.clean.html.boxes import Element
from morgue.clean.lines import squeezed
from morgue.model import ParagraphKind

KINDS: dict[str, ParagraphKind | None] = {
    "p": None,
    "h1": "subhead",
    "h2": "subhead",
    "h3": "subhead",
    "h4": "subhead",
    "h5": "subhead",
    "h6": "subhead",
    "li": "list item",
    "dt": None,
    "dd": None,
    "blockquote": "block quote",
    "pre": None,
    "td": None,
    "figcaption": "caption",
    "div": None,
    "section": None,
    "article": None,
    "aside": None,
}
# A post of another site shown in the article: its signature stands beside its paragraph and belongs to it.
POST = re.compile(r"twitter-tweet|instagram-media|bluesky-embed|mastodon-embed")
_LINKS = etree.XPath("descendant-or-self::a")


@dataclass(frozen=True, slots=True)
class Block:
    """A block, its words on one line, and its place in the order of the page."""

    element: Element
    text: str
    place: int

    @property
    def kind(self) -> ParagraphKind | None:
        """What the page's own marks say that it is."""
        kind = KINDS[str(self.element.tag)]
        quoted = kind is None and next(self.element.iterancestors("blockquote"), None) is not None
        return "block quote" if quoted else kind

    @property
    def linked(self) -> float:
        """The share of its text that is links, 0 to 1."""
        around = next(self.element.iterancestors("a"), None)
        links = [self.element] if around is not None else _LINKS(self.element)
        return min(1.0, sum(len(text_of(link)) for link in links) / len(self.text))

    @property
    def begins_linked(self) -> bool:
        """Whether its first words are a link."""
        first = next(iter(self.element.iter("a")), None)
        words = text_of(first) if first is not None else ""
        return bool(words) and self.text.startswith(words)


def innermost(tree: Element) -> list[Block]:
    """The blocks that hold text and no other block, in their order. A post of another site is one block."""
    elements = list(tree.iter(*KINDS))
    outer = _outer(elements)
    inner = (each for each in elements if each not in outer or is_post(each))
    texts = ((element, text) for element in inner if (text := text_of(element)))
    return [Block(element, text, place) for place, (element, text) in enumerate(texts)]


def is_post(element: Element) -> bool:
    """Whether the element is a post of another site shown in the article."""
    return element.tag == "blockquote" and bool(POST.search(element.get("class") or ""))


def _outer(elements: list[Element]) -> set[Element]:
    """Everything that stands around a block; each element is asked for its parent once."""
    outer: set[Element] = set()
    for element in elements:
        around = element.getparent()
        while around is not None and around not in outer:
            outer.add(around)
            around = around.getparent()
    return outer


def text_of(element: Element) -> str:
    """The words of an element on one line."""
    return squeezed(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
