"""Counting what matches have: articles and stories for each value. An article that is in no story is one of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from morgue.browse.search.matches import Match

MOST_VALUES = 30  # of a facet
DAY, MONTH, YEAR = 1, 100, 10_000  # what a number yyyymmdd is divided by

Packed = Mapping[int, bytes]
Kept = Collection[int]  # numbers of values that are told however rare they are
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counted:
    """A value by its number, with the matches, articles and stories that have it."""

    number: int
    match_count: int
    article_count: int
    story_count: int


class Tally:
    """Matches to be counted: articles, or quotes of which an article may have several."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._matches = matches
        several = len({match.article for match in matches}) < len(matches)
        self._articles = self._column("article") if several else None
        self._stories = np.unique(self._column("story"), return_inverse=True)[1]

    def of(self, name: str, kept: Kept = ()) -> list[Counted]:
        """The commonest values of a column (of equals the one with the lower number), and those to keep."""
        found = self._column(name)
        known = found > 0
        articles = None if self._articles is None else self._articles[known]
        return _counted(*_placed(found[known]), articles, self._stories[known], kept)

    def packed(self, lists: Packed, kept: Kept = ()) -> list[Counted]:
        """The same of values of which an article has many, given as packed numbers by article."""
        found = [lists[match.article] for match in self._matches]
        numbers = np.frombuffer(b"".join(found), "<u4")
        lengths = [len(each) // numbers.itemsize for each in found]
        return _counted(*_placed(numbers), None, np.repeat(self._stories, lengths), kept)

    def _column(self, name: str) -> Numbers:
        """A column of the matches; 0 where there is no value, as no number of ours is 0."""
        # As floats, None is no number.
        found = np.array(list(map(attrgetter(name), self._matches)), np.float64)
        return np.nan_to_num(found).astype(np.int64)


def _placed(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers that there are, the lowest first, and for each of these its place among them."""
    are_there = np.bincount(numbers) > 0
    return np.flatnonzero(are_there), (np.cumsum(are_there) - 1)[numbers]


def _counted(values: Numbers, places: Numbers, articles: Numbers | None, stories: Numbers, kept: Kept) -> list[Counted]:
    """The values to tell, by the places among them that matches have. Without `articles` each match is one."""
    matches = np.bincount(places, minlength=len(values))
    told = np.isin(values, list(kept))
    told[np.argsort(-matches, kind="stable")[:MOST_VALUES]] = True
    # Only of what is told: most values are rare, and to tell others apart takes sorting.
    among = told[places]
    in_stories = _distinct(places[among], stories[among], len(values))
    in_articles = matches if articles is None else _distinct(places[among], articles[among], len(values))
    numbers = sorted(np.flatnonzero(told).tolist(), key=lambda place: (-matches[place], place))
    counts = (values, matches, in_articles, in_stories)
    return [Counted(*(int(count[place]) for count in counts)) for place in numbers]


def _distinct(places: Numbers, others: Numbers, number: int) -> Numbers:
    """For each of a number of places, with how many different others it is met."""
    size = int(others.max(initial=0)) + 1
    return np.bincount(np.unique(places * size + others) // size, minlength=number)


def per_period(articles: Sequence[Match], length: int) -> dict[int, tuple[int, int]]:
    """How many articles and stories there are in each day, month or year that is known.

    Args:
        articles: one match for each article.
        length: what a day (yyyymmdd) is divided by to tell its period: 1, 100 or 10,000.
    """
    periods = np.array([match.day or 0 for match in articles], np.int64) // length
    stories = np.unique(np.array([match.story for match in articles], np.int64), return_inverse=True)[1]
    known = periods % 100 > 0 if length < YEAR else periods > 0
    values, places, counts = np.unique(periods[known], return_inverse=True, return_counts=True)
    counted = zip(counts.tolist(), _distinct(places, stories[known], len(values)).tolist(), strict=True)
    return dict(zip(values.tolist(), counted, strict=True))


def by_article(matches: Iterable[Match]) -> Iterator[Match]:
    """One match for each article, the first."""
    seen: set[int] = set()
    for match in matches:
        if match.article not in seen:
            seen.add(match.article)
            yield match
