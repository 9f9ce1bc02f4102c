"""How much a word tells of an event: the more, the fewer articles have it, of all and of those of the weeks around.

A word is common or rare by what is known of English news, corrected by the archive itself, so that ten articles are
judged like a hundred thousand. On top of that counts what the days around print: the name of a running affair stands in
many articles of its weeks and tells little of what happened today. The days next to an article's own are left out,
for its own event is in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from scipy import sparse

from morgue.link.versions.vectors import unit_rows
from morgue.link.vocabulary import table
from morgue.model import Clipping

# For how many articles the table of common words counts, and for how many all that is known counts beside the weeks
# around an article.
KNOWN_COUNTS = 100
ALL_COUNTS = 50
# No word counts as rarer than one article in a thousand: names that nobody has ever printed weigh no more than others.
RAREST = 0.001
# The days before and after that are the weeks around: from the first number to the second.
AROUND = (3, 20)


def common_words(vocabulary: Sequence[str]) -> np.ndarray:
    """The share of news articles that have each word, as far as the table knows it, else 0."""
    known = {word: 1 / int(one_in) for one_in, listed in table("common_words").items() for word in listed}
    return np.array([known.get(word, 0.0) for word in vocabulary], np.float32)


def shares(rows: sparse.csr_matrix, common: np.ndarray, clippings: Sequence[Clipping]) -> np.ndarray:
    """The share of articles that may be expected to have each word; the table counts as far as they are English."""
    english = sum((clipping.article.language or "en").partition("-")[0] == "en" for clipping in clippings)
    counts = KNOWN_COUNTS * english / max(1, len(clippings))
    having = np.bincount(rows.indices, minlength=rows.shape[1])
    expected: np.ndarray = (having + counts * np.maximum(common, RAREST)) / max(1.0, rows.shape[0] + counts)
    return expected.astype(np.float32)


def weighed(rows: sparse.csr_matrix, expected: np.ndarray, days: np.ndarray) -> sparse.csr_matrix:
    """The rows with each word weighed by its rarity, at length one.

    Args:
        rows: How much each article says each word.
        expected: The share of articles that have each word.
        days: The day of each article as a number, or -1.
    """
    data = rows.data * _weight(expected[rows.indices])
    around = _Around(rows, days)
    for day, places in _by_day(days):
        having, count = around.move(day)
        for place in places:
            span = slice(rows.indptr[place], rows.indptr[place + 1])
            columns = rows.indices[span]
            share = (having[columns] + ALL_COUNTS * expected[columns]) / (count + ALL_COUNTS)
            data[span] = rows.data[span] * _weight(share)
    return unit_rows(sparse.csr_matrix((data, rows.indices, rows.indptr), rows.shape))


def _weight(share: np.ndarray) -> np.ndarray:
    weight: np.ndarray = -np.log(np.clip(share, RAREST, 1))
    return weight.astype(np.float32)


def _by_day(days: np.ndarray) -> Iterator[tuple[int, np.ndarray]]:
    """Every known day in order, and the places of its articles."""
    known = np.unique(days[days >= 0])
    order = np.argsort(days, kind="stable")
    starts = np.searchsorted(days[order], [*known, np.iinfo(np.int64).max])
    for day, first, last in zip(known, starts[:-1], starts[1:], strict=True):
        yield int(day), order[first:last]


class _Around:
    """How many articles of the weeks around a day have each word; days must come in order."""

    def __init__(self, rows: sparse.csr_matrix, days: np.ndarray) -> None:
        order = np.argsort(days, kind="stable")
        self._rows, self._days = rows[order], days[order]
        self._having = np.zeros(rows.shape[1], np.float32)
        near, far = AROUND
        self._edges = [(far, 1), (near - 1, -1), (-near, 1), (-far - 1, -1)]
        self._passed = [int(np.searchsorted(self._days, 0))] * len(self._edges)

    def move(self, day: int) -> tuple[np.ndarray, int]:
        """How many articles have each word, to be read before the next move, and how many articles there are."""
        for number, (days_on, sign) in enumerate(self._edges):
            before = self._passed[number]
            after = int(np.searchsorted(self._days, day + days_on, "right"))
            columns = self._rows.indices[self._rows.indptr[before] : self._rows.indptr[after]]
            np.add.at(self._having, columns, sign)
            self._passed[number] = after
        return self._having, sum(sign * each for (_, sign), each in zip(self._edges, self._passed, strict=True))
