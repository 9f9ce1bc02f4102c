"""Two texts laid side by side: which stretches of them belong together becomes rows to read.

The rows follow the right side. A stretch of the left side that stands elsewhere on the right has moved: it is shown
beside its counterpart, and a pointer to it stands where it was taken from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from morgue.browse.differences import Change, both_sides

RowKind = Literal["same", "edited", "reworded", "left only", "right only", "moved on"]
KINDS: tuple[RowKind, ...] = get_args(RowKind)
KEPT = 0.3  # share of letters that must stay for a word-by-word comparison to be readable
WORD = re.compile(r"\w")

Span = tuple[int, int]
_Key = tuple[Span | None, Span | None, bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the left text and the stretch of the right one that says the same ("same", "edited", "reworded")."""

    left: Span
    right: Span
    kind: RowKind


@dataclass(frozen=True, slots=True)
class Row:
    """Stretches beside each other: `left` holds what stayed and went, `right` what stayed and came.

    What has too few words in common to be compared word by word went and came as a whole. `opens` tells whether a
    paragraph begins here. Of what has moved, `moved` is the number of the row that holds its other end: of "moved on",
    which holds the left text alone, the row in which it stands now; of that row, the place that it was taken from.
    """

    number: int
    kind: RowKind
    left: tuple[Change, ...]
    right: tuple[Change, ...]
    opens: bool = True
    moved: int | None = None

    @property
    def length(self) -> int:
        """How many words it has: on both sides, those of the right one."""
        return sum(len(change.text.split()) for change in self.right or self.left)

    @property
    def is_whole(self) -> bool:
        """Whether it has two sides that are not compared word by word."""
        return [change.kind for change in (*self.left, *self.right)] == ["gone", "added"]


def rows(left: str, right: str, pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """The rows of two texts."""
    items = list(_laid(left, right, _disjoint(pairs)))
    numbers = {(item.left, item.right, item.is_pointer): number for number, item in enumerate(items)}
    return tuple(_row(left, right, number, item, numbers) for number, item in enumerate(items))


def uncovered(text: str, spans: Iterable[Span], end: int | None = None, start: int = 0) -> Iterator[Span]:
    """The stretches of a text with words in them that lie in none of the spans, trimmed."""
    done = start
    for begin, stop in [*sorted(spans), (len(text) if end is None else end,) * 2]:
        words = text[done:begin]
        if WORD.search(words):
            yield done + len(words) - len(words.lstrip()), done + len(words.rstrip())
        done = max(done, stop)


@dataclass(frozen=True, slots=True)
class _Item:
    """A row to be: a pair, one side of a text alone, or the pointer to where a pair has moved."""

    left: Span | None
    right: Span | None
    kind: RowKind

    @property
    def is_pointer(self) -> bool:
        """Whether it only tells where a pair has moved."""
        return self.kind == "moved on"


def _disjoint(pairs: Iterable[Pair]) -> list[Pair]:
    """In the order of the right side; of pairs that overlap on either side the first."""
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda pair: (pair.right, pair.left)):
        if not any(_overlap(pair.left, other.left) or _overlap(pair.right, other.right) for other in kept):
            kept.append(pair)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _laid(left: str, right: str, pairs: Sequence[Pair]) -> Iterator[_Item]:
    """Both texts from beginning to end, in step at each pair that has not moved."""
    held = _in_step(pairs)
    moved = [pair for pair in pairs if pair not in held]
    end = Pair((len(left),) * 2, (len(right),) * 2, "same")
    here, there = 0, 0
    for pair in (*held, end):
        yield from _passed(left, here, pair.left[0], moved)
        yield from _come(right, there, pair.right[0], moved)
        if pair is not end:
            yield _Item(pair.left, pair.right, pair.kind)
        here, there = pair.left[1], pair.right[1]


def _in_step(pairs: Sequence[Pair]) -> list[Pair]:
    """Of pairs in the order of the right side, those with most text that are in order on the left side too."""
    weight: list[int] = []
    before: list[int | None] = []
    for place, pair in enumerate(pairs):
        earlier = [other for other in range(place) if pairs[other].left[1] <= pair.left[0]]
        best = max(earlier, key=lambda other: (weight[other], -other), default=None)
        before.append(best)
        weight.append(pair.right[1] - pair.right[0] + (0 if best is None else weight[best]))
    held: list[Pair] = []
    last = max(range(len(pairs)), key=lambda place: (weight[place], -place), default=None)
    while last is not None:
        held.append(pairs[last])
        last = before[last]
    return held[::-1]


def _passed(text: str, start: int, end: int, moved: Sequence[Pair]) -> Iterator[_Item]:
    """What stands on the left between two pairs in step: what was left out, and what moved away."""
    away = [pair for pair in moved if start <= pair.left[0] < end]
    alone = [_Item(span, None, "left only") for span in uncovered(text, [pair.left for pair in away], end, start)]
    yield from sorted([*alone, *(_Item(p.left, p.right, "moved on") for p in away)], key=_left)


def _come(text: str, start: int, end: int, moved: Sequence[Pair]) -> Iterator[_Item]:
    """What stands on the right between two pairs in step: what was added, and what moved here."""
    here = [pair for pair in moved if start <= pair.right[0] < end]
    alone = [_Item(None, span, "right only") for span in uncovered(text, [pair.right for pair in here], end, start)]
    yield from sorted([*alone, *(_Item(p.left, p.right, p.kind) for p in here)], key=_right)


def _left(item: _Item) -> Span:
    return item.left or (0, 0)


def _right(item: _Item) -> Span:
    return item.right or (0, 0)


def _row(left: str, right: str, number: int, item: _Item, numbers: Mapping[_Key, int]) -> Row:
    here = left[slice(*item.left)] if item.left else ""
    there = right[slice(*item.right)] if item.right else ""
    other_end = numbers.get((item.left, item.right, not item.is_pointer))
    if item.is_pointer:
        return Row(number, item.kind, (Change("same", here),), (), _begins(left, item.left), other_end)
    opens = _begins(right, item.right) if item.right else _begins(left, item.left)
    return Row(number, item.kind, *_sides(here, there, item.kind), opens, other_end)


def _begins(text: str, span: Span | None) -> bool:
    """Whether a stretch begins a paragraph."""
    before = text[: span[0]].rstrip(" ") if span else ""
    return not before or before.endswith("\n")


def _sides(here: str, there: str, kind: RowKind) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    if not here or not there:
        return (Change("gone", here),) if here else (), (Change("added", there),) if there else ()
    if kind == "same":
        return (Change("same", here),), (Change("same", there),)
    before, after = both_sides(here, there)
    if min(_kept(before), _kept(after)) < KEPT:
        return (Change("gone", here),), (Change("added", there),)
    return before, after


def _kept(changes: Sequence[Change]) -> float:
    """The share of letters that stayed."""
    return sum(len(c.text) for c in changes if c.kind == "same") / sum(len(c.text) for c in changes)
