"""Which quotes of a version are which quotes of its source, though the words were changed.

Three likenesses decide: the letters of the quoted words, those of the sentences around, and the order of the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process
from scipy import sparse

from morgue.link.versions.texts import Texts, words_of
from morgue.link.versions.vectors import Vectors, unit_rows, word_rows
from morgue.model import Clipping, QuoteForm

PRINTED: tuple[QuoteForm, ...] = ("direct", "fragment")

LETTERS, SENTENCE, ORDER = 0.5, 0.3, 0.2
ALIKE = 0.3
# Where the two speakers are known and differ, only nearly the same words are one utterance.
ALIKE_THOUGH_OTHER_SPEAKER = 0.55
# A fragment of a word or three may have been changed altogether: then the sentences around it must be close.
FRAGMENT_WORDS = 3
FRAGMENT_SENTENCE = 0.45
# One quote cut in two: the piece lies almost whole in the other wording.
PIECE_WORDS = 4
PIECE_INSIDE = 80
PIECE_LETTERS = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """The printed quotes of one article: their places in its facts, normalised words and speakers."""

    clipping: Clipping
    places: tuple[int, ...]
    words: tuple[str, ...]
    speakers: tuple[str | None, ...]


def said(clipping: Clipping, speakers: Mapping[int, str | None]) -> Said:
    """The quotes of one clipping; `speakers` by place in its facts."""
    places = tuple(place for place, quote in enumerate(clipping.facts.quotes) if quote.form in PRINTED)
    words = tuple(" ".join(words_of(clipping.facts.quotes[place].text)) for place in places)
    return Said(clipping, places, words, tuple(speakers.get(place) for place in places))


class Matcher:
    """Finds counterparts, given what is known about the words of the whole archive."""

    def __init__(self, texts: Texts, vectors: Vectors) -> None:
        self._texts = texts
        self._vectors = vectors
        self._numbers = {word: number for number, word in enumerate(texts.vocabulary)}
        self._place = {text.id: place for place, text in enumerate(texts.texts)}

    def counterparts(self, version: Said, source: Said) -> list[tuple[int, int]]:
        """Pairs of places in the two articles' facts: a quote of the version and the source's quote that it is."""
        if not version.places or not source.places:
            return []
        letters = (self._quotes(version) @ self._quotes(source).T).toarray()
        sentences = (self._around(version) @ self._around(source).T).toarray()
        order = process.cdist(version.words, source.words, scorer=fuzz.ratio, dtype=np.float32) / 100
        alike = LETTERS * letters + SENTENCE * sentences + ORDER * order
        good = (alike >= _least(version, source)) | _changed_fragments(version, source, sentences)
        pairs = _best_first(np.where(good, alike, 0))
        pairs += _pieces(version, source, letters, {row for row, _ in pairs})
        return [(version.places[row], source.places[column]) for row, column in sorted(pairs)]

    def _quotes(self, said: Said) -> sparse.csr_matrix:
        """A row of letter pieces for each quote."""
        numbers = [[self._numbers[word] for word in words.split() if word in self._numbers] for words in said.words]
        counts = word_rows([np.array(each, np.uint32) for each in numbers], len(self._numbers))
        return unit_rows(counts @ self._vectors.letters)

    def _around(self, said: Said) -> sparse.csr_matrix:
        """A row of letter pieces for the sentence in which each quote begins."""
        place = self._place[said.clipping.id]
        ends = [sentence.end for sentence in self._texts.texts[place].sentences]
        rows = [min(bisect_right(ends, said.clipping.facts.quotes[each].start), len(ends) - 1) for each in said.places]
        sentences = self._vectors.sentences[[int(self._vectors.first[place]) + row for row in rows]]
        return unit_rows(sentences @ self._vectors.letters)


def _least(version: Said, source: Said) -> np.ndarray:
    """How alike each pair must be."""
    apart = [[bool(one and two and one != two) for two in source.speakers] for one in version.speakers]
    return np.where(np.array(apart), ALIKE_THOUGH_OTHER_SPEAKER, ALIKE)


def _changed_fragments(version: Said, source: Said, sentences: np.ndarray) -> np.ndarray:
    short = np.outer(
        [len(words.split()) <= FRAGMENT_WORDS for words in version.words],
        [len(words.split()) <= FRAGMENT_WORDS for words in source.words],
    )
    same = [[one is None or two is None or one == two for two in source.speakers] for one in version.speakers]
    fits: np.ndarray = short & np.array(same) & (sentences >= FRAGMENT_SENTENCE)
    return fits


def _best_first(alike: np.ndarray) -> list[tuple[int, int]]:
    """One to one, the most alike first; of equals the first in order."""
    rows, columns = np.nonzero(alike)
    near = np.abs(rows / max(1, alike.shape[0] - 1) - columns / max(1, alike.shape[1] - 1))
    pairs: list[tuple[int, int]] = []
    left, right = set(range(alike.shape[0])), set(range(alike.shape[1]))
    for index in np.lexsort((columns, rows, near, -alike[rows, columns].round(3))):
        row, column = int(rows[index]), int(columns[index])
        if row in left and column in right:
            pairs.append((row, column))
            left.remove(row)
            right.remove(column)
    return pairs


def _pieces(version: Said, source: Said, letters: np.ndarray, taken: set[int]) -> list[tuple[int, int]]:
    """Quotes that found no partner but are a piece of a source's quote, or hold one of its quotes whole."""
    found = []
    for row in sorted(set(range(len(version.words))) - taken):
        column = int(letters[row].argmax())
        one, two = version.words[row], source.words[column]
        long_enough = min(len(one.split()), len(two.split())) >= PIECE_WORDS
        if long_enough and letters[row, column] >= PIECE_LETTERS and fuzz.partial_ratio(one, two) >= PIECE_INSIDE:
            found.append((row, column))
    return found
