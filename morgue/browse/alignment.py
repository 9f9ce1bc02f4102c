"""Which paragraph of one version belongs beside which of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

CLOSE = 45.0  # shared words, of 100, from which two paragraphs are told as the same one reworded
MOST = 400  # paragraphs; of longer texts the rest is shown unaligned

Beside = tuple[int | None, int | None]


def aligned(left: Sequence[str], right: Sequence[str]) -> tuple[Beside, ...]:
    """Pairs of places in both lists, each place once and in order; None where the other side has nothing like it."""
    pairs = list(_path(_scores(left[:MOST], right[:MOST])))
    rest: list[Beside] = [(place, None) for place in range(MOST, len(left))]
    return (*pairs, *rest, *((None, place) for place in range(MOST, len(right))))


def _scores(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """How alike each two paragraphs are, 0 where they are not."""
    if not left or not right:
        return [[0.0] * len(right) for _ in left]
    found = process.cdist(left, right, scorer=fuzz.token_sort_ratio, score_cutoff=CLOSE, processor=str.casefold)
    return [[float(score) for score in row] for row in found]


def _path(scores: list[list[float]]) -> Iterator[Beside]:
    """The pairing in order that keeps most alike paragraphs together (Needleman and Wunsch, gaps free)."""
    best = _best(scores)
    i = j = 0
    while i < len(scores) or (scores and j < len(scores[0])):
        if i < len(scores) and j < len(scores[0]) and _pairs(scores, best, i, j):
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(scores) and best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


def _pairs(scores: list[list[float]], best: list[list[float]], i: int, j: int) -> bool:
    return scores[i][j] > 0 and best[i][j] == scores[i][j] + best[i + 1][j + 1]


def _best(scores: list[list[float]]) -> list[list[float]]:
    """For every place in both lists, the highest sum of scores from there to the ends."""
    width = len(scores[0]) if scores else 0
    best = [[0.0] * (width + 1) for _ in range(len(scores) + 1)]
    for i in reversed(range(len(scores))):
        for j in reversed(range(width)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], scores[i][j] + best[i + 1][j + 1])
    return best
