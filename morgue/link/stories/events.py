"""Joining what tells of one event: average linkage, the nearest first.

Two groups become one if their articles are alike on average, each with each, so that no chain of weak links glues a
month of news together; and if all of them fall into the span of one event.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from morgue.link.stories.near import SPAN, asked_of

NO_DAY = -1
Pair = tuple[float, int, int]
Tie = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """Some articles that tell of one event: their places, the sum of their rows, and the sum of their known days.

    The sum is the numbers of the words in order, and how much weight each has.
    """

    places: tuple[int, ...]
    words: np.ndarray
    weights: np.ndarray
    first: int
    last: int
    dated: int
    days: int

    @property
    def day(self) -> float:
        """The middle of its days; -1 where none is known."""
        return self.days / self.dated if self.dated else NO_DAY


def join(
    rows: sparse.csr_matrix, days: np.ndarray, pairs: Iterable[Pair], apart: Callable[[Event, Event], bool]
) -> list[tuple[int, ...]]:
    """The places of the articles of each event, in order.

    Args:
        rows: The weighed words of each article, at length one.
        days: The day of each article as a number, or -1.
        pairs: What is near each other.
        apart: Whether two groups may not become one event, whatever they share.
    """
    rows.sort_indices()
    queue = [(-strength, one, two) for strength, one, two in pairs]
    heapq.heapify(queue)
    met = {place for _, one, two in queue for place in (one, two)}
    event_of = {place: _alone(rows, place, int(days[place])) for place in sorted(met)}
    spokesmen: dict[Tie, tuple[int, int]] = {}
    while queue:
        told, one, two = heapq.heappop(queue)
        here, there = event_of[one], event_of[two]
        # Many pairs tie the same two groups: the first of them that came up speaks for all.
        if here is there or spokesmen.setdefault(_tie(here, there), (one, two)) != (one, two):
            continue
        strength = _strength(here, there)
        # Since the pair was queued its groups may have grown, and be less alike than others that wait.
        if strength < 1 or apart(here, there):
            continue
        if strength < -told and queue and strength < -queue[0][0]:
            heapq.heappush(queue, (-strength, one, two))
            continue
        event_of.update(dict.fromkeys((*here.places, *there.places), _joined(here, there)))
    joined = {id(event): event.places for event in event_of.values()}
    return sorted([*joined.values(), *((place,) for place in range(len(days)) if place not in met)])


def _tie(one: Event, other: Event) -> Tie:
    """Two groups as they are now. Groups only grow, so that a member and its size tell which one it is."""
    return tuple(sorted((event.places[0], len(event.places)) for event in (one, other)))


def _alone(rows: sparse.csr_matrix, place: int, day: int) -> Event:
    span = slice(rows.indptr[place], rows.indptr[place + 1])
    return Event((place,), rows.indices[span], rows.data[span], day, day, int(day >= 0), max(day, 0))


def _joined(one: Event, other: Event) -> Event:
    dated = [event for event in (one, other) if event.dated]
    words, number = np.unique(np.concatenate([one.words, other.words]), return_inverse=True)
    return Event(
        places=tuple(sorted((*one.places, *other.places))),
        words=words,
        weights=np.bincount(number, weights=np.concatenate([one.weights, other.weights])),
        first=min((event.first for event in dated), default=NO_DAY),
        last=max((event.last for event in dated), default=NO_DAY),
        dated=one.dated + other.dated,
        days=one.days + other.days,
    )


def _strength(one: Event, other: Event) -> float:
    """How alike the articles of two events are on average; 1 is just enough, 0 for days too far apart."""
    if one.dated and other.dated and max(one.last, other.last) - min(one.first, other.first) > SPAN:
        return 0.0
    alike = _product(one, other) / (len(one.places) * len(other.places))
    return alike / asked_of(one.day, other.day)


def _product(one: Event, other: Event) -> float:
    """The sum over all words of what both give them; the shorter list is looked up in the longer."""
    if len(one.words) > len(other.words):
        one, other = other, one
    if not len(one.words):
        return 0.0
    places = np.minimum(np.searchsorted(other.words, one.words), len(other.words) - 1)
    return float(one.weights @ np.where(other.words[places] == one.words, other.weights[places], 0))
