"""Copies among a hundred thousand articles: what we and datasketch's MinHash LSH find, and how fast.

usage: python -m bench.copies FILE [SIZE …] [--threshold X]

FILE is a corpus of real articles (.jsonl or .jsonl.xz, each line with a "text"); for each size it is multiplied with
changes of known kind (`bench.altered`). Both sides begin with the articles as numbers of words and end with the pairs
worth comparing; seconds are the processor's. For each size it prints the seconds of both and their ratio, how many
pairs they give and how many of these come from one original, and the share of the true pairs that each found, by kind
of change; at the end by how much our seconds grew from the smallest size to the largest.
"""

from __future__ import annotations

import argparse
import gc
import resource
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
from datasketch import MinHash, MinHashLSH

from bench.altered import Multiplied, Words, multiplied, originals_of, read
from morgue.link.versions.candidates import LEAST_SHARED
from morgue.link.versions.sharing import shared_grams
from morgue.link.versions.texts import GRAM, distinct, runs

SIZES = (25_000, 100_000)
PERMUTATIONS = 128
# Of the thresholds from .1 to .5 the one with the best recall; it costs hardly more than the others.
THRESHOLD = 0.1

Pairs = np.ndarray  # lower place x number of articles + higher place, in order


@dataclass(frozen=True, slots=True)
class Side:
    """What one side found, in how many seconds, and by how many megabytes the process grew meanwhile at the most."""

    pairs: Pairs
    seconds: float
    megabytes: float


def ours(articles: Sequence[Words]) -> Pairs:
    """The candidates of a build, as far as they share words in a row."""
    shared = shared_grams([distinct(runs(words)) for words in articles], LEAST_SHARED)
    pairs: Pairs = shared.here * len(articles) + shared.there
    return pairs


def theirs(articles: Sequence[Words], threshold: float = THRESHOLD) -> Pairs:
    """The same with MinHash in bulk and a cheap hash, both as its documentation advises where speed matters."""
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    hashed = MinHash.bulk(map(shingles, articles), num_perm=PERMUTATIONS, hashfunc=zlib.crc32)
    with index.insertion_session() as session:
        for place, each in enumerate(hashed):
            session.insert(place, each, check_duplication=False)
    met = (
        place * len(articles) + other
        for place, each in enumerate(hashed)
        for other in index.query(each)
        if other > place
    )
    return np.sort(np.fromiter(met, np.int64))


def shingles(words: Words) -> Iterable[bytes]:
    """Every five words in a row as bytes."""
    packed, size = words.astype("<u4").tobytes(), 4
    return [packed[start : start + GRAM * size] for start in range(0, len(packed) - GRAM * size + 1, size)]


def timed(find: Callable[[Sequence[Words]], Pairs], articles: Sequence[Words]) -> Side:
    """One side's work."""
    gc.collect()
    gc.freeze()  # what was made here is not theirs to look through
    before, begun = _megabytes(), process_time()
    pairs = find(articles)
    seconds = process_time() - begun
    gc.unfreeze()
    return Side(pairs, seconds, _megabytes() - before)


def lines(made: Multiplied, one: Side, other: Side) -> Iterator[str]:
    """What is to be told of one size; every line with our figure first."""
    size = len(made.articles)
    ratio = other.seconds / max(one.seconds, 1e-9)
    yield f"{size:,} articles: {one.seconds:.1f} s against {other.seconds:.1f} s: {ratio:.1f} times as fast"
    yield f"  grew by {one.megabytes:,.0f} MB, then by {other.megabytes:,.0f} MB"
    kin_of = [f"{len(side.pairs):,} ({kin(made, side.pairs):.1%} of one original)" for side in (one, other)]
    yield f"  pairs: {kin_of[0]} against {kin_of[1]}"
    for kind, pairs in [*made.pairs.items(), ("all", [pair for each in made.pairs.values() for pair in each])]:
        yield f"  {kind:30} {found(pairs, one.pairs, size):7.2%} {found(pairs, other.pairs, size):7.2%}"


def kin(made: Multiplied, pairs: Pairs) -> float:
    """The share of the pairs whose articles have words of one original."""
    here, there = (made.origins[places] for places in np.divmod(pairs, len(made.articles)))
    return float((here[:, :, None] == there[:, None]).any(axis=(1, 2)).mean()) if len(pairs) else 0.0


def found(wanted: Sequence[tuple[int, int]], pairs: Pairs, size: int) -> float:
    """The share of the wanted pairs that are there."""
    keys = [min(pair) * size + max(pair) for pair in wanted]
    return float(np.isin(keys, pairs).mean()) if keys else 1.0


def _megabytes() -> float:
    """The most memory that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Multiplies, compares, tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    arguments = parser.parse_args()
    sizes = sorted(arguments.sizes)
    originals = read(arguments.file, originals_of(sizes[-1]))
    seconds = []
    for size in sizes:
        made = multiplied(originals, size)
        sides = timed(ours, made.articles), timed(lambda each: theirs(each, arguments.threshold), made.articles)
        print("\n".join(lines(made, *sides)), flush=True)
        seconds.append(sides[0].seconds)
    if len(sizes) > 1:
        print(f"growth: {sizes[-1] / sizes[0]:.1f} times the articles in {seconds[-1] / seconds[0]:.1f} times the time")


if __name__ == "__main__":
    main()
