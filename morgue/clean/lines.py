"""Plain text to lines: one for each paragraph, whether the file breaks paragraphs or wraps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from morgue.clean.draft import Line
from morgue.clean.prose import ENDED

ITEM = re.compile(r"[-•*▪●‣>] ")
# Marks that nobody sees and that keep words from being found: control characters, zero-width marks, soft hyphens.
INVISIBLE = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF])
NARROWEST, WIDEST = 40, 120  # columns of text that somebody wrapped
SLACK = 3
MOST = 0.7  # of the lines that have a neighbour
SHORT, VERY_SHORT = 0.1, 0.4  # of the width left empty by a line that ends a sentence, and by one that doesn't


class Wrapping(NamedTuple):
    """At which column a text was wrapped, and whether blank lines stand between its paragraphs."""

    width: int
    spaced: bool


def squeezed(text: str) -> str:
    """The text on one line with single blanks, without invisible characters."""
    words = " ".join(text.split())
    return words if words.isprintable() else " ".join(words.translate(INVISIBLE).split())


def lines(content: str) -> tuple[Line, ...]:
    """The paragraphs of a plain text, each with the number of its first line."""
    written = content.replace("\r\n", "\n").replace("\r", "\n").expandtabs().split("\n")
    return tuple(_joined(written, _wrapping(written)))


def _joined(written: list[str], wrapping: Wrapping | None) -> Iterator[Line]:
    start, words, last = 1, "", ""
    for number, line in enumerate(written, start=1):
        text = squeezed(line)
        if words and wrapping and text and not _breaks(last, line, wrapping):
            words = f"{words} {text}"
        else:
            if words:
                yield Line(words, start)
            start, words = number, text
        last = line
    if words:
        yield Line(words, start)


def _wrapping(written: list[str]) -> Wrapping | None:
    """How the text was wrapped, or None where a line is a paragraph.

    Wrapped text shows in its neighbours: nearly every line is as full as the next line's first word allows, and
    few of them end a sentence.
    """
    width = max((len(line.rstrip()) for line in written), default=0)
    neighbours = [(here, below) for here, below in pairwise(written) if here.strip() and below.strip()]
    if not NARROWEST <= width <= WIDEST or not neighbours:
        return None
    full = sum(_needs(here, below) + SLACK > width for here, below in neighbours)
    unended = sum(not ENDED.search(here) for here, _ in neighbours)
    spaced = any(not line.strip() for line in written[:-1])
    return Wrapping(width, spaced) if min(full, unended) >= MOST * len(neighbours) else None


def _breaks(here: str, below: str, wrapping: Wrapping) -> bool:
    """Whether a new paragraph begins in wrapped text without a blank line between."""
    indented = below.startswith("  ") and not here.startswith("  ")
    room = (wrapping.width - _needs(here, below)) / wrapping.width
    early = room > (SHORT if ENDED.search(here) else VERY_SHORT if wrapping.spaced else 1)
    return indented or early or bool(ITEM.match(below.lstrip()))


def _needs(here: str, below: str) -> int:
    """How wide `here` would be with the first word of `below`."""
    return len(here.rstrip()) + 1 + len(below.split(None, 1)[0])
