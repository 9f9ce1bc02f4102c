"""Which paragraph of one version belongs beside which of another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from math import log, sqrt

CLOSE = 0.2  # cosine of weighted words from which two paragraphs are told as the same one reworded
MOST = 400  # paragraphs; of longer texts the rest finds no partner
STEM = 5  # letters of a word that its forms share
WORD = re.compile(r"\w{3,}")

Beside = tuple[int | None, int | None]


def aligned(left: Sequence[str], right: Sequence[str]) -> tuple[Beside, ...]:
    """Pairs of places in both lists, each place once; None where the other side has nothing like it.

    The rows follow the right side. A paragraph of the left side that has no partner follows the one before it, so
    that two texts in the same order stay in order, and a rewrite in another order still finds its sources.
    """
    partners = _partners(left[:MOST], right[:MOST])
    sources = {there: here for here, there in partners.items()}
    result: list[Beside] = [(lone, None) for lone in _alone(left, partners, since=0)]
    for there in range(len(right)):
        here = sources.get(there)
        result.append((here, there))
        if here is not None:
            result.extend((lone, None) for lone in _alone(left, partners, since=here + 1))
    return tuple(result)


def _alone(left: Sequence[str], partners: Mapping[int, int], since: int) -> Iterator[int]:
    """The places from `since` on that have no partner, up to the first that has one."""
    return takewhile(lambda place: place not in partners, range(since, len(left)))


def _partners(left: Sequence[str], right: Sequence[str]) -> dict[int, int]:
    """Places on the left with their places on the right, the most alike first, each taken once."""
    scores = _scores(left, right)
    pairs = sorted(
        ((score, here, there) for here, row in enumerate(scores) for there, score in enumerate(row) if score),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]),
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in pairs:
        if here not in partners and there not in taken:
            partners[here] = there
            taken.add(there)
    return partners


def _scores(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """How alike each two paragraphs are, 0 where they are not. Words that stand everywhere count for little."""
    bags = [Counter(word[:STEM] for word in WORD.findall(text.casefold())) for text in (*left, *right)]
    spread = Counter(word for bag in bags for word in bag)
    weighted = [_unit({word: n * log(1 + len(bags) / spread[word]) for word, n in bag.items()}) for bag in bags]
    return [[_alike(one, other) for other in weighted[len(left) :]] for one in weighted[: len(left)]]


def _unit(bag: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in bag.values()))
    return {word: weight / length for word, weight in bag.items()}


def _alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    cosine = sum(weight * other[word] for word, weight in one.items() if word in other)
    return cosine if cosine >= CLOSE else 0.0
