"""Puts found names among those already there without overlaps."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from morgue.model import Mention


def touching(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that share a character with the span. They must be in order and must not overlap."""
    first = bisect_right(mentions, start, key=lambda m: m.end)
    return mentions[first : bisect_left(mentions, end, key=lambda m: m.start)]


def merged(mentions: Sequence[Mention], found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions with the found ones: each takes the place of those inside its span, and gives way to any other.

    Of found names that overlap each other the first one counts, of equal start the longer one.
    """
    settled: list[Mention] = []
    for name in sorted(found, key=lambda m: (m.start, -m.end)):
        there = touching(mentions, name.start, name.end)
        inside = all(name.start <= m.start and m.end <= name.end for m in there)
        if inside and (not settled or settled[-1].end <= name.start):
            settled.append(name)
    left = [m for m in mentions if not touching(settled, m.start, m.end)]
    return tuple(sorted([*left, *settled], key=lambda m: m.start))
