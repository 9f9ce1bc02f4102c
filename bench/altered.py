"""Real articles multiplied with changes of known kind, so that it is known who is whose copy.

Words are numbers. Of each original there is one version by every kind of change; what comes into a version from
elsewhere is from the other originals.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from morgue.link.versions.texts import words_of

LEAST_SENTENCES = 10  # what is shorter can't be cut to a fifth and still be known
_SENTENCES = re.compile(r"(?<=[.!?”\"])\s+|\n+")

Words = np.ndarray
Lines = list[Words]


@dataclass(frozen=True, slots=True)
class Multiplied:
    """Articles as the numbers of their words, in random order; the true pairs of places (original, version) by kind.

    `origins` has for each article the number of its original, and of the one that lent it sentences (or its own again).
    """

    articles: list[Words]
    pairs: dict[str, list[tuple[int, int]]]
    origins: np.ndarray


def read(file: Path, count: int) -> list[Lines]:
    """The sentences of the first so many articles that are long enough, of a .jsonl or .jsonl.xz file."""
    numbers: dict[str, int] = {}
    with lzma.open(file, "rt", encoding="utf-8") if file.suffix == ".xz" else file.open(encoding="utf-8") as lines:
        articles = (_numbered(json.loads(line)["text"], numbers) for line in lines)
        return list(islice((each for each in articles if len(each) >= LEAST_SENTENCES), count))


def originals_of(size: int) -> int:
    """How many originals an archive of this size is made from, at the least."""
    return -(-size // (1 + len(KINDS)))


def multiplied(originals: Sequence[Lines], size: int, seed: int = 1) -> Multiplied:
    """Each original with its versions, so many articles in all, the same ones in every run.

    Raises:
        ValueError: there are too few originals.
    """
    if len(originals) < originals_of(size):
        raise ValueError(f"{size:,} articles need {originals_of(size):,} originals; there are {len(originals):,}.")
    random = np.random.default_rng(seed)
    places = random.permutation(size)
    articles: list[Words] = [np.empty(0, np.uint32)] * size
    pairs: dict[str, list[tuple[int, int]]] = {kind: [] for kind in KINDS}
    origins = np.zeros((size, 2), np.int64)
    for number, (kind, words, lender) in enumerate(islice(_versions(originals, random), size)):
        place, first = int(places[number]), number - number % (1 + len(KINDS))
        articles[place] = words
        origins[place] = first // (1 + len(KINDS)), lender
        if kind:
            pairs[kind].append((int(places[first]), place))
    return Multiplied(articles, pairs, origins)


def _numbered(text: str, numbers: dict[str, int]) -> Lines:
    sentences = (words_of(sentence) for sentence in _SENTENCES.split(text))
    return [np.array([numbers.setdefault(w, len(numbers)) for w in each], np.uint32) for each in sentences if each]


def _versions(originals: Sequence[Lines], random: np.random.Generator) -> Iterator[tuple[str, Words, int]]:
    """Each original, of no kind, and its versions after it; with the number of the original that lent words."""
    for number, lines in enumerate(originals):
        yield "", np.concatenate(lines), number
        for kind, change in KINDS.items():
            lender = (number + int(random.integers(1, len(originals)))) % len(originals)
            words = np.concatenate(change(lines, originals[lender], random))
            yield kind, words, lender if change in (_inserted, _taken) else number


def _cut(share: float) -> Change:
    """Its beginning, as editors cut."""
    return lambda lines, _other, _random: lines[: round(share * len(lines))]


def _replaced(share: float) -> Change:
    """Words replaced by any of another article."""

    def change(lines: Lines, other: Lines, random: np.random.Generator) -> Lines:
        words, others = np.concatenate(lines), np.concatenate(other)
        return [np.where(random.random(len(words)) < share, random.choice(others, len(words)), words)]

    return change


def _inserted(lines: Lines, other: Lines, _random: np.random.Generator) -> Lines:
    """After every second sentence one of another article."""
    after = {2 * number + 1: each for number, each in enumerate(other)}
    return [each for number, line in enumerate(lines) for each in (line, after.get(number, line[:0]))]


def _reordered(lines: Lines, _other: Lines, random: np.random.Generator) -> Lines:
    """Its sentences in any order."""
    return [lines[place] for place in random.permutation(len(lines))]


def _taken(lines: Lines, other: Lines, random: np.random.Generator) -> Lines:
    """Another article, with a quarter of the sentences of this one in its middle."""
    count = max(1, len(lines) // 4)
    start, middle = int(random.integers(0, len(lines) - count + 1)), len(other) // 2
    return [*other[:middle], *lines[start : start + count], *other[middle:]]


Change = Callable[[Lines, Lines, np.random.Generator], Lines]
KINDS: dict[str, Change] = {
    "cut to 70 %": _cut(0.7),
    "cut to 20 %": _cut(0.2),
    "3 % of words replaced": _replaced(0.03),
    "10 % of words replaced": _replaced(0.1),
    "spun: 25 % of words replaced": _replaced(0.25),
    "sentences inserted": _inserted,
    "sentences reordered": _reordered,
    "a quarter taken into another": _taken,
}
