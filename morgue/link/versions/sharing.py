"""Which articles share word 5-grams, and how many: sorted numbers instead of an index.

A 5-gram's hash and its article's place fit into one number. Sorted, these bring together the articles that share a
5-gram, and sorting numbers is the quickest thing that a processor does with many of them. What comes of it are again
numbers, one for each pair and shared 5-gram; sorted once more they are counted. Both go part by part, so that memory
doesn't grow with the archive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from morgue.link.versions.texts import Grams

# A 5-gram in more articles than this is furniture or a wire story that went everywhere: each article that has it meets
# the next one only, which still joins the versions of one story.
RARE = 40
# Above this many 5-grams in an archive a sample of them stands for all.
MOST_GRAMS = 20_000_000
# One 5-gram of a sample is chance: most pairs of a large archive that share one share no other.
LEAST_SAMPLED = 2
PAIRS_AT_ONCE = 8_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Pairs of places, the lower one first, in order, and about how many 5-grams each shares.

    Of every `step` 5-grams one was looked at: `counts` are of these.
    """

    here: np.ndarray
    there: np.ndarray
    counts: np.ndarray
    step: int


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """Lists of places that share a 5-gram: where each starts in `places`, its size, and how many 5-grams have it."""

    places: np.ndarray
    starts: np.ndarray
    sizes: np.ndarray
    times: np.ndarray


def shared_grams(articles: Sequence[Grams], least: int) -> Shared:
    """The pairs of articles that share at least so many 5-grams; each article's come sorted, each once."""
    step = 1 + sum(map(len, articles)) // MOST_GRAMS
    keys, counts = _counted(_pairs(_lists(*_places(articles, step)), len(articles)), len(articles))
    enough = counts >= max(min(least, LEAST_SAMPLED if step > 1 else 1), least // step)
    here, there = np.divmod(keys[enough], np.uint64(max(1, len(articles))))
    return Shared(here.astype(np.int64), there.astype(np.int64), counts[enough], step)


def _places(articles: Sequence[Grams], step: int) -> tuple[np.ndarray, np.ndarray]:
    """The places of the articles that have a 5-gram, one 5-gram after the other, and where those of each begin.

    The sample are the lowest hashes: the beginning of what each article has in order.
    """
    highest = np.uint64(2**64 // step - 1)
    kept = [each[: each.searchsorted(highest)] for each in articles] if step > 1 else articles
    bits = np.uint64(max(1, len(articles) - 1).bit_length())
    keys = np.concatenate([*kept, np.empty(0, np.uint64)])
    keys >>= bits
    keys <<= bits
    keys |= np.repeat(np.arange(len(articles), dtype=np.uint64), [len(each) for each in kept])
    keys.sort()
    bounds = np.r_[_firsts(keys >> bits), len(keys)]
    keys &= (np.uint64(1) << bits) - np.uint64(1)
    return keys, bounds


def _lists(places: np.ndarray, bounds: np.ndarray) -> Lists:
    """Every list of at least two places once, with how many 5-grams have just this one.

    Copies share their 5-grams by the hundred: what they all have in common is looked at once.
    """
    sizes = np.diff(bounds)
    starts, sizes = bounds[:-1][sizes > 1], sizes[sizes > 1]
    if not len(starts):
        return Lists(places, starts, sizes, sizes)
    # Sums of far-flung numbers, one for each place: equal only where the places are.
    marks = np.r_[np.uint64(0), np.cumsum(_far_flung(places))]
    sums = marks[starts + sizes] - marks[starts]
    _, first, times = np.unique(sums, return_index=True, return_counts=True)
    return Lists(places, starts[first], sizes[first], times)


def _far_flung(places: np.ndarray) -> np.ndarray:
    mixed = (places + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    return mixed


def _pairs(lists: Lists, count: int) -> Iterator[np.ndarray]:
    """For each pair that stands in a list its number (lower place x count + higher place), and how often, in blocks."""
    pairs = [np.empty(0, np.uint64)]
    for distance in range(1, min(RARE, int(lists.sizes.max(initial=1)))):
        having = lists.sizes > distance
        if distance > 1:
            having &= lists.sizes <= RARE
        for part in np.array_split(np.flatnonzero(having), 1 + int(lists.sizes[having].sum()) // PAIRS_AT_ONCE):
            lengths = lists.sizes[part] - distance
            left = _ranges(lists.starts[part], lengths)
            numbers = lists.places[left] * np.uint64(count) + lists.places[left + distance]
            pairs.append(_together(numbers, np.repeat(lists.times[part], lengths), count))
            if sum(map(len, pairs)) > PAIRS_AT_ONCE:
                yield np.concatenate(pairs)
                pairs = []
    yield np.concatenate([*pairs, np.empty(0, np.uint64)])


def _ranges(starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """start, start + 1, … for each start, as many as its length says."""
    before = np.cumsum(lengths) - lengths
    places: np.ndarray = np.arange(lengths.sum()) + np.repeat(starts - before, lengths)
    return places


def _counted(blocks: Iterator[np.ndarray], count: int) -> tuple[np.ndarray, np.ndarray]:
    """Each pair once, in order, with how often it came."""
    every = np.empty(0, np.uint64)
    for block in blocks:
        every = np.concatenate([every, block])
        every.sort()
        first = _firsts(every >> _bits(count))
        times = np.add.reduceat(every & _most(count), first) if len(first) else first
        every = _together(every[first] >> _bits(count), times, count)
    return every >> _bits(count), (every & _most(count)).astype(np.int64)


def _together(pairs: np.ndarray, times: np.ndarray, count: int) -> np.ndarray:
    """A pair and how often it came as one number: to sort these is several times quicker than to sort two arrays."""
    return (pairs << _bits(count)) | np.minimum(times.astype(np.uint64), _most(count))


def _bits(count: int) -> np.uint64:
    """How many bits are left beside the number of a pair of so many articles: 30 where these are 100,000."""
    return np.uint64(64 - max(1, count * count).bit_length())


def _most(count: int) -> np.uint64:
    return (np.uint64(1) << _bits(count)) - np.uint64(1)


def _firsts(ordered: np.ndarray) -> np.ndarray:
    """Where each new value begins."""
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return np.flatnonzero(new)
