"""The lines that trafilatura found, each with its block on the page."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.clean.html.blocks import Block

AHEAD = 40  # blocks: how far on the page two lines that follow each other stand apart at most


@dataclass(frozen=True, slots=True)
class Found:
    """A line that was found, with its block on the page where that is known."""

    text: str
    block: Block | None

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1

    @property
    def is_teaser(self) -> bool:
        """Whether it is a list item that begins with a link."""
        return self.block is not None and self.block.kind == "list item" and self.block.begins_linked


def placed(lines: Sequence[str], blocks: Sequence[Block]) -> list[Found]:
    """Each line with the block that has its words: the next one after the line before, else the first.

    Lines that only a line break in the page's source parted are one again.
    """
    by_text: defaultdict[str, list[Block]] = defaultdict(list)
    for each in blocks:
        by_text[each.text].append(each)
    found: list[Found] = []
    last, at = -1, 0
    while at < len(lines):
        line = lines[at]
        likely = by_text.get(line) or by_text.get(line.removeprefix("- "))
        count, block = (1, _next(likely, last)) if likely else _parted(lines, at, blocks[last + 1 : last + 1 + AHEAD])
        last = max(last, block.place) if block is not None else last
        found.append(Found(block.text if block is not None else line, block))
        at += count
    return found


def _next(likely: Sequence[Block], last: int) -> Block | None:
    # Searched by halves: a page may have ten thousand blocks of the same words.
    after = bisect_right(likely, last, key=lambda each: each.place)
    return likely[after] if after < len(likely) else likely[0]


def _parted(lines: Sequence[str], at: int, blocks: Sequence[Block]) -> tuple[int, Block | None]:
    """How many lines from here one block holds, and that block; 1 and None where there is none."""
    for block in blocks:
        if block.text.startswith(lines[at]) and next(block.element.iter("br"), None) is None:
            text, count = lines[at], 1
            while (
                block.text != text and at + count < len(lines) and block.text.startswith(f"{text} {lines[at + count]}")
            ):
                text, count = f"{text} {lines[at + count]}", count + 1
            if block.text == text:
                return count, block
    return 1, None
