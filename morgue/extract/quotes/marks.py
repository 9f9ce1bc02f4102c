"""Quotation marks → stretches: what stands between an opening mark and its closing mark, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from morgue.extract.quotes.single_marks import single_pairs
from morgue.model import Paragraph

MARK = re.compile(r"``|''(?!')|[\"“”„‟«»「」『』]")
FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d*$")
# Where a closing mark was forgotten: the comma before `he said`, `said Reyes`.
ATTRIBUTION = re.compile(
    r"[,.?!](?= (?:(?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|says|added|told)|(?:said|says|added) [A-Z]\w*)\b)"
)
SIGNED = re.compile(r"\s+[—–-]{1,2}\s?(?=[A-Z][^.!?]{2,80}$)")  # below a block quote: who wrote it
OPENERS = "“„«‟``「『"
CLOSERS = "”»」』"
DOUBLED = "''"
# What closes each opening mark.
PARTNERS = {
    "“": '”"',
    "„": '“”‟"',
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "”": '”"',
    "‟": '”"',
    '"': '"”',
    "``": (DOUBLED, '"'),
    DOUBLED: (DOUBLED,),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words between two marks (`start` to `end`), and the same with the marks (`opening` to `closing`).

    `closed` is False where no closing mark was printed: then the stretch ends with its paragraph. `continues` tells
    that it goes on from an unclosed stretch in the paragraph before, as quotes over several paragraphs are printed.
    `mark` is the opening mark as printed; "" for a block quote, which is set off and has none.
    """

    start: int
    end: int
    opening: int
    closing: int
    paragraph: int
    closed: bool = True
    continues: bool = False
    mark: str = '"'


Pair = tuple[int, int, int, int, bool]  # opening, start, end, closing, closed


def find_stretches(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Stretch, ...]:
    """The stretches of a text in order. None reaches over a paragraph's end, none lies within another."""
    found: list[Stretch] = []
    open_before = -1  # the paragraph that ended with an open quote
    for number, paragraph in enumerate(paragraphs):
        pairs = _outermost(text, paragraph)
        if not pairs and paragraph.kind == "block quote":
            found.extend(_set_off(text, number, paragraph, found))
        for pair in pairs:
            opening, start, end, closing, closed = _trimmed(text, pair)
            if start >= end:
                continue
            first = not text[paragraph.start : opening].strip()
            continues = first and open_before == number - 1 and number > 0
            mark = text[opening:start].rstrip()
            found.append(Stretch(start, end, opening, closing, number, closed, continues, mark))
            if not closed:
                open_before = number
    return tuple(_shortened(text, stretch, found[n + 1 : n + 2]) for n, stretch in enumerate(found))


def _set_off(text: str, number: int, paragraph: Paragraph, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """A block quote without marks: all of it but for a signature at its end."""
    words = text[paragraph.start : paragraph.end]
    signature = SIGNED.search(words)
    end = paragraph.start + len((words[: signature.start()] if signature else words).rstrip())
    start = paragraph.start + len(words) - len(words.lstrip("> "))
    continues = bool(found) and found[-1].paragraph == number - 1 and not found[-1].mark
    if start < end:
        yield Stretch(start, end, start, end, number, continues=continues, mark="")


def _shortened(text: str, stretch: Stretch, following: Sequence[Stretch]) -> Stretch:
    """A stretch whose closing mark is missing, cut where the attribution begins; others as they are."""
    if stretch.closed or any(s.continues for s in following):
        return stretch
    tail = ATTRIBUTION.search(text, stretch.start, stretch.end)
    return replace(stretch, end=tail.start() + 1, closing=tail.start() + 1) if tail else stretch


def _outermost(text: str, paragraph: Paragraph) -> list[Pair]:
    """Double and single pairs of a paragraph, those inside another left out."""
    doubles = list(_double_pairs(text, paragraph.start, paragraph.end))
    singles = [(o, s, e, c, True) for o, s, e, c in single_pairs(text, paragraph.start, paragraph.end)]
    kept: list[Pair] = []
    for pair in sorted(doubles + singles, key=lambda p: (p[0], -p[3])):
        if not kept or pair[0] >= kept[-1][3]:
            kept.append(pair)
    return kept


def _trimmed(text: str, pair: Pair) -> Pair:
    """The pair without white space at the edges of its words, as French marks have it."""
    opening, start, end, closing, closed = pair
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return opening, start, max(start, start + len(words.strip())), closing, closed


def _double_pairs(text: str, start: int, end: int) -> Iterator[Pair]:
    """Pairs of double marks. Inner quotes stay inside; a mark that is never closed runs to the paragraph's end."""
    opened: re.Match[str] | None = None
    depth = 0
    marks = list(MARK.finditer(text, start, end))
    for place, mark in enumerate(marks):
        if opened is None:
            opened = mark if _can_open(text, mark, start, end) else None
        elif depth and mark.group() in PARTNERS["“"]:
            depth -= 1
        elif _closes(text, opened, mark, end):
            yield opened.start(), opened.end(), mark.start(), mark.end(), True
            opened, depth = None, 0
        elif _nests(opened, marks[place:]):
            depth += 1
        elif mark.group() in OPENERS or mark.group() == '"':
            yield opened.start(), opened.end(), mark.start(), mark.start(), False
            opened, depth = mark, 0
    if opened is not None and text[opened.end() : end].strip():
        yield opened.start(), opened.end(), end, end, False


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """True if the mark stands before a word and not behind one. `="` holds a value of markup, no words."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1] or " "
    if mark.group() in OPENERS or mark.group() not in PARTNERS:
        return mark.group() in PARTNERS
    if mark.start() == start and mark.group() in CLOSERS:  # »as in Denmark« or »as in Sweden»
        return _closes_word(text, MARK.search(text, mark.end(), end), mark)
    return not before.isalnum() and not after.isspace() and before not in ".,!?;="


def _closes_word(text: str, following: re.Match[str] | None, mark: re.Match[str]) -> bool:
    """True if the mark that follows another stands behind a word and can close it."""
    if following is None or following.group() not in PARTNERS[mark.group()]:
        return False
    return not text[following.start() - 1].isspace()


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    """True if the mark ends what `opened` began. Inch marks do not, nor straight marks right before a word."""
    before = text[mark.start() - 1]
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in ('"', DOUBLED) and FEET_AND_INCHES.search(
        text, max(opened.end(), mark.start() - 6), mark.start()
    ):
        return False
    if mark.group() in PARTNERS[opened.group()]:
        return mark.group() not in '"“' or not after.isalnum()
    mistyped = mark.group() == opened.group() == "“"
    return mistyped and not before.isspace() and not after.isalnum()


def _nests(opened: re.Match[str], rest: Sequence[re.Match[str]]) -> bool:
    """True if the opening mark at the head of `rest` begins a quote within the open one: two closing marks follow."""
    mark, following = rest[0].group(), [m.group() for m in rest[1:]]
    if mark not in OPENERS:
        return False
    if opened.group() in ('"', "«", "„", "「", "『") and mark != opened.group():
        return any(m in PARTNERS[opened.group()] for m in following)
    return len(following) > 1 and all(m in CLOSERS for m in following[:2])
