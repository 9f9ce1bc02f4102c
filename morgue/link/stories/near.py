"""Which articles are near each other in words and time: found window by window, never all pairs over the archive."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, inf

import numpy as np
from scipy import sparse

from morgue.link.versions.stock import cosines

# What happened is told within so many days; each day between two articles makes it less likely that it is the same.
SPAN = 4
FADING = 0.2
# How alike two articles on one event are at least, their cosine fading with the days between them. Without a day to go
# by only their words are left, which must be much more alike.
ALIKE = 0.09
ALIKE_UNDATED = 0.4
# A word in more articles of a window than this brings nobody together, and nobody has more neighbours than this.
RARE_WORD = 128
NEAREST = 10
ROWS_AT_ONCE = 500


def near(rows: sparse.csr_matrix, days: np.ndarray) -> Iterator[tuple[float, int, int]]:
    """Pairs of places, the lower first, with how alike they are: 1 is just enough, less is left out.

    Args:
        rows: The weighed words of each article, at length one.
        days: The day of each article as a number, or -1.
    """
    count = len(days)
    keys = np.unique(np.concatenate([np.empty(0, np.int64), *_windows(rows, days), *_undated(rows, days)]))
    here, there = np.divmod(keys, max(1, count))
    strengths = cosines(rows, here, there) / asked(days[here], days[there])
    enough = strengths >= 1
    for strength, one, two in zip(strengths[enough], here[enough], there[enough], strict=True):
        yield float(strength), int(one), int(two)


def asked(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The cosine that is enough for two articles of these days; infinite for days too far apart."""
    apart = np.abs(one - other)
    dated = ALIKE * np.exp(FADING * np.minimum(apart, SPAN))
    enough: np.ndarray = np.where((one < 0) | (other < 0), ALIKE_UNDATED, np.where(apart > SPAN, np.inf, dated))
    return enough


def asked_of(one: float, other: float) -> float:
    """The same for two days alone, which need no list of numbers."""
    if one < 0 or other < 0:
        return ALIKE_UNDATED
    apart = abs(one - other)
    return inf if apart > SPAN else ALIKE * exp(FADING * apart)


def _windows(rows: sparse.csr_matrix, days: np.ndarray) -> Iterator[np.ndarray]:
    """The pairs of each window; windows overlap, so that what lies within a span is within one of them."""
    order = np.argsort(days, kind="stable")
    ordered = days[order]
    for start in np.unique(ordered[ordered >= 0] // SPAN) * SPAN:
        first, last = np.searchsorted(ordered, [start, start + 2 * SPAN])
        places = order[first:last]
        yield _pairs(rows[places], rows[places], places, places, len(days))


def _undated(rows: sparse.csr_matrix, days: np.ndarray) -> Iterator[np.ndarray]:
    """The pairs of those without a day with all others."""
    places = np.flatnonzero(days < 0)
    if len(places):
        yield _pairs(rows[places], rows, places, np.arange(len(days)), len(days))


def _pairs(
    some: sparse.csr_matrix, others: sparse.csr_matrix, here: np.ndarray, there: np.ndarray, count: int
) -> np.ndarray:
    """Each article's nearest among the others by words that not too many of them have, as numbers of pairs."""
    having = np.bincount(others.indices, minlength=others.shape[1])
    rare = sparse.diags_array(((having > 1) & (having <= RARE_WORD)).astype(np.float32), format="csr")
    columns = (others @ rare).T.tocsr()
    found = [np.empty(0, np.int64)]
    for start in range(0, some.shape[0], ROWS_AT_ONCE):
        alike = (some[start : start + ROWS_AT_ONCE] @ columns).tocoo()
        one, two = here[start + alike.row], there[alike.col]
        worth = (alike.data >= ALIKE / 2) & (one != two)
        one, two = _nearest(one[worth], two[worth], alike.data[worth])
        found.append(np.minimum(one, two) * count + np.maximum(one, two))
    return np.concatenate(found)


def _nearest(one: np.ndarray, two: np.ndarray, alike: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of each article's pairs those with the nearest."""
    order = np.lexsort((two, -alike, one))
    one, two = one[order], two[order]
    first = np.searchsorted(one, one, "left")
    kept = np.arange(len(one)) - first < NEAREST
    return one[kept], two[kept]
