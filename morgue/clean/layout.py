"""Lines to text: paragraphs with a blank line between, and what kind of paragraph each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from morgue.clean.draft import Line
from morgue.clean.prose import is_prose
from morgue.model import Paragraph, ParagraphKind

GAP = "\n\n"
ITEM = re.compile(r"[-•*▪●‣] ")
CAPTION = re.compile(r"\((?:AP )?Photo[/: ].{2,60}\)$|\((?:\w+/)?(?:Getty Images|Reuters|AFP|AP)(?:/\w+)?\)$")
UNFINISHED = re.compile(r"""[^.!?:;,…"'”’»)\]]$""")
BEGUN = re.compile(r"[^\W_a-z]|[“‘\"'¿¡$€£]")  # a capital, a digit, a quotation mark
SUBHEAD = 10  # words


def layout(lines: Sequence[Line]) -> tuple[str, tuple[Paragraph, ...]]:
    """The text of the lines, and the span and kind of each paragraph. The paragraphs tile the text."""
    return GAP.join(line.text for line in lines), tuple(_paragraphs(lines))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    start = 0
    for place, line in enumerate(lines):
        end = start + len(line.text)
        yield Paragraph(start, end, line.kind or _kind(lines, place))
        start = end + len(GAP)


def _kind(lines: Sequence[Line], place: int) -> ParagraphKind:
    text = lines[place].text
    if ITEM.match(text):
        return "list item"
    if text.startswith("> "):
        return "block quote"
    if CAPTION.search(text):
        return "caption"
    return "subhead" if _is_subhead(lines, place) else "paragraph"


def _is_subhead(lines: Sequence[Line], place: int) -> bool:
    """A short line without an end, above running text."""
    text = lines[place].text
    short = text.count(" ") < SUBHEAD and bool(UNFINISHED.search(text)) and bool(BEGUN.match(text))
    return short and place + 1 < len(lines) and is_prose(lines[place + 1].text)
