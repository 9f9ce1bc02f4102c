"""Which sentence of one article says what which sentence of another says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from morgue.link.versions.texts import Sentence, Text, Texts
from morgue.link.versions.vectors import LONG, Vectors

# Two sentences that are each other's closest say the same from this cosine on.
SAYS_THE_SAME = 0.4
# Subheads, credits and times of day are short, and alike in letters by chance: they must be closer.
SHORT_SAYS_THE_SAME = 0.65
# The sentence before or after belongs to it where this close to the same counterpart, and no closer to another.
BELONGS = 0.3


@dataclass(frozen=True, slots=True, order=True)
class Beside:
    """Sentences of one article, from `here` to `here_end` (not included), and what says the same in the other."""

    here: int
    here_end: int
    there: int
    there_end: int
    likeness: float


class Aligner:
    """Lays two articles side by side, sentence by sentence."""

    def __init__(self, texts: Texts, vectors: Vectors) -> None:
        self._texts = texts
        self._vectors = vectors
        self._place = {text.id: place for place, text in enumerate(texts.texts)}

    def text(self, number: int) -> Text:
        """The words and sentences of a clipping."""
        return self._texts.texts[self._place[number]]

    def pairs(self, here: int, there: int) -> list[tuple[Sentence, Sentence]]:
        """What says the same in two clippings, in the order of the first; no sentence twice."""
        ours, theirs = self.text(here).sentences, self.text(there).sentences
        return [
            (whole(ours[each.here : each.here_end]), whole(theirs[each.there : each.there_end]))
            for each in self.beside(here, there)
        ]

    def beside(self, here: int, there: int) -> list[Beside]:
        """The same as places among the sentences: equal words first, wherever they stand, then the closest."""
        ours, theirs = self.text(here), self.text(there)
        equal = _equal(_spelled(ours), _spelled(theirs), [s.last - s.first for s in ours.sentences])
        rows = np.setdiff1d(np.arange(len(ours.sentences)), list(equal), assume_unique=True)
        columns = np.setdiff1d(np.arange(len(theirs.sentences)), list(equal.values()), assume_unique=True)
        found = [Beside(row, row + 1, column, column + 1, 1.0) for row, column in equal.items()]
        if len(rows) and len(columns):
            alike = self._vectors.alike(self._place[here], self._place[there])
            long = np.logical_and.outer(_long(ours)[rows], _long(theirs)[columns])
            least = np.where(long, SAYS_THE_SAME, SHORT_SAYS_THE_SAME)
            found.extend(_closest(alike[np.ix_(rows, columns)], least, rows, columns))
        return sorted(found)


def whole(sentences: Sequence[Sentence]) -> Sentence:
    """Sentences that follow each other, as one."""
    return Sentence(sentences[0].start, sentences[-1].end, sentences[0].first, sentences[-1].last)


def _long(text: Text) -> np.ndarray:
    return np.array([sentence.last - sentence.first >= LONG for sentence in text.sentences])


def _spelled(text: Text) -> list[bytes]:
    return [text.words[sentence.first : sentence.last].tobytes() for sentence in text.sentences]


def _equal(ours: list[bytes], theirs: list[bytes], lengths: Sequence[int]) -> dict[int, int]:
    """Sentences of equal words: runs in one order first, then those that were moved, if long enough to tell."""
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    equal = {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    free: dict[bytes, list[int]] = {}
    for column in sorted(set(range(len(theirs))) - set(equal.values()), reverse=True):
        free.setdefault(theirs[column], []).append(column)
    for row, words in enumerate(ours):
        if row not in equal and lengths[row] >= LONG and free.get(words):
            equal[row] = free[words].pop()
    return equal


def _closest(alike: np.ndarray, least: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> Iterator[Beside]:
    """Each other's closest, if as close as they must be, with the neighbours that belong to one of the two.

    These are pieces of a sentence that was cut in two, or of two that were joined.
    """
    best, best_of = alike.argmax(axis=1), alike.argmax(axis=0)
    mutual = [(r, int(c)) for r, c in enumerate(best) if best_of[c] == r and alike[r, c] >= least[r, c]]
    free_rows, free_columns = set(range(len(rows))), set(range(len(columns)))
    free_rows -= {r for r, _ in mutual}
    free_columns -= {c for _, c in mutual}
    for r, c in mutual:
        here = _reach(r, rows, np.where(best == c, alike[:, c], 0), free_rows)
        there = _reach(c, columns, np.where(best_of == r, alike[r], 0), free_columns)
        yield Beside(*here, *there, float(alike[r, c]))


def _reach(at: int, places: np.ndarray, likeness: np.ndarray, free: set[int]) -> tuple[int, int]:
    """The places from the first to one past the last that belong together with the one at this index."""
    first = last = at
    while first - 1 in free and places[first - 1] == places[first] - 1 and likeness[first - 1] >= BELONGS:
        first -= 1
    while last + 1 in free and places[last + 1] == places[last] + 1 and likeness[last + 1] >= BELONGS:
        last += 1
    free.difference_update(range(first, last + 1))
    return int(places[first]), int(places[last]) + 1
