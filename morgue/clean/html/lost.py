"""Blocks that are the article's text and that the extraction lost: halves of a text, quotes, posts of other sites."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from morgue.clean.html.blocks import Block, is_post
from morgue.clean.html.boxes import Boxes, Element
from morgue.clean.prose import is_prose, same

LINKED = 0.5  # of a block's letters
NEAR = 4  # levels up to what two halves of one text stand in
AGREED = 0.5  # of the lines stand in the stated text, if that is this article's


def lost(
    found: Sequence[str], kept: Sequence[Block], blocks: Sequence[Block], boxes: Boxes, stated: str
) -> list[Block]:
    """The blocks to add to what was found, in the order of the page.

    Args:
        found: All lines that were found, kept or not.
        kept: The blocks of those that were kept.
        blocks: All blocks of the page.
        boxes: The boxes of the page.
        stated: The article's text as the page's metadata give it, or "".
    """
    running = [block for block in kept if is_prose(block.text)]
    if not running:
        return []
    region = Region(running, blocks)
    known, body = same("".join(found)), _agreed(running, same(stated))
    likely = (
        block for block in blocks if _is_text(block) and (region.holds(block) or (body and same(block.text) in body))
    )
    return [
        block
        for block in likely
        if same(block.text) not in known and (is_post(block.element) or not boxes.around(block.element))
    ]


class Region:
    """Where on the page the text that was found stands."""

    def __init__(self, running: Sequence[Block], blocks: Sequence[Block]) -> None:
        self._first, self._last = running[0].place, running[-1].place
        homes = Counter(block.element.getparent() for block in running)
        self._homes = set(homes)
        home = homes.most_common(1)[0][0]
        self._signature = _signature(home)
        self._around = set(_above(home))
        headings = (block.place for block in blocks if block.element.tag == "h1" and block.place > self._last)
        self._end = next(headings, len(blocks))

    def holds(self, block: Block) -> bool:
        """Whether a block stands among the text, or in another half of it."""
        if self._first < block.place < self._last:
            above = _above(block.element) if is_post(block.element) else [block.element.getparent()]
            if any(each in self._homes for each in above):
                return True
        return self._is_half(block.element.getparent()) and block.place < self._end

    def _is_half(self, home: Element | None) -> bool:
        """Whether an element is made as the one that holds the text, and stands near it in the same article."""
        if home is None or not self._signature[1] or _signature(home) != self._signature:
            return False
        common = next((each for each in _above(home) if each in self._around), None)
        return common is not None and all(each.tag != "article" for each in _up_to(home, common))


def _is_text(block: Block) -> bool:
    return is_post(block.element) or (is_prose(block.text) and block.linked < LINKED)


def _agreed(running: Sequence[Block], stated: str) -> str:
    """The stated text, if it is of this article: a teaser or another article's text is not."""
    shared = sum(same(block.text) in stated for block in running) if stated else 0
    return stated if shared > AGREED * len(running) else ""


def _signature(element: Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _above(element: Element) -> list[Element]:
    return list(islice(element.iterancestors(), NEAR))


def _up_to(element: Element, end: Element) -> list[Element]:
    return [element, *(each for each in _above(element) if each is not end)]
