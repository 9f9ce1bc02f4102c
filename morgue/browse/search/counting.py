"""Counting what matches have: articles and stories for each value. An article that is in no story is one of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from morgue.browse.search.matches import Match

MOST_VALUES = 30  # of a facet

Packed = Mapping[int, bytes]
Kept = Collection[int]  # numbers of values that are told however rare they are


@dataclass(frozen=True, slots=True)
class Counted:
    """A value by its number, with the articles and stories that have it."""

    number: int
    article_count: int
    story_count: int


@dataclass(frozen=True, slots=True)
class CountedQuotes(Counted):
    """The same with the quotes that have it."""

    quote_count: int


class Tally:
    """Matches to be counted, one for each article: those in stories of their own apart from those that share one."""

    def __init__(self, articles: Sequence[Match]) -> None:
        self._articles = articles
        sizes = Counter(match.story for match in articles)
        self._sharing = [match for match in articles if sizes[match.story] > 1]

    def of(self, name: str, kept: Kept = ()) -> list[Counted]:
        """The commonest values of a column (of equals the one with the lower number), and those to keep."""
        get = attrgetter(name)
        articles = Counter(map(get, self._articles))
        stories = articles - Counter(map(get, self._sharing))
        stories.update(value for value, _ in {(get(match), match.story) for match in self._sharing})
        del articles[None]
        ordered = sorted(articles, key=lambda value: (-articles[value], value))
        return [Counted(value, articles[value], stories[value]) for value in top(ordered, kept)]

    def packed(self, lists: Packed, kept: Kept = ()) -> list[Counted]:
        """The same of values of which an article has many, given as packed numbers by article."""
        numbers = np.frombuffer(b"".join(lists[match.article] for match in self._articles), "<u4")
        values, articles = np.unique(numbers, return_counts=True)
        stories = articles - self._repeated(lists, values)
        first = np.argsort(-articles, kind="stable")[:MOST_VALUES].tolist()
        places = dict.fromkeys((*first, *np.flatnonzero(np.isin(values, list(kept))).tolist()))
        return [Counted(int(values[place]), int(articles[place]), int(stories[place])) for place in places]

    def _repeated(self, lists: Packed, values: np.ndarray) -> np.ndarray:
        """For each value how often it comes again within a story."""
        blobs = [lists[match.article] for match in self._sharing]
        stories = np.repeat([match.story for match in self._sharing], [len(blob) // 4 for blob in blobs])
        numbers = np.frombuffer(b"".join(blobs), "<u4")
        places = np.searchsorted(values, numbers)
        once = np.unique(np.stack([stories, places]), axis=1)[1] if len(places) else places
        return np.bincount(places, minlength=len(values)) - np.bincount(once, minlength=len(values))


def top(ordered: Sequence[int], kept: Kept) -> list[int]:
    """The first values, and behind them those to keep."""
    return [value for place, value in enumerate(ordered) if place < MOST_VALUES or value in kept]


def by_article(matches: Iterable[Match]) -> Iterator[Match]:
    """One match for each article, the first."""
    seen: set[int] = set()
    for match in matches:
        if match.article not in seen:
            seen.add(match.article)
            yield match


def counted_quotes(quotes: Sequence[Match], name: str, kept: Kept = ()) -> list[CountedQuotes]:
    """The values of a column of quotes, those of most quotes first, and those to keep."""
    get = attrgetter(name)
    numbers = Counter(map(get, quotes))
    articles = Counter(value for value, _ in {(get(match), match.article) for match in quotes})
    stories = Counter(value for value, _ in {(get(match), match.story) for match in quotes})
    del numbers[None]
    ordered = sorted(numbers, key=lambda value: (-numbers[value], value))
    return [CountedQuotes(value, articles[value], stories[value], numbers[value]) for value in top(ordered, kept)]
