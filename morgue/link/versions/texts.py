"""Each article's words, word 5-grams and sentences, computed once for everything that compares articles.

Words are numbers, given out in the order in which an archive's words first appear, so that grams and vectors are plain
arrays and come out the same whatever Python's hash seed is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from morgue.link.versions.sentences import sentence_spans
from morgue.model import Article, Clipping

GRAM = 5
QUOTED_FORMS = ("direct", "fragment")

_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
_PARTS = re.compile(f"({_WORD.pattern})")
_MARKED = re.compile(r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)")
_MIXERS = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))
_SHIFT = np.uint64(32)

Numbers = NDArray[np.uint32]
Grams = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's span in the article's text, and the places of its first and one past its last word."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One article as numbers: `words` in order, `quoted` telling which stand between quotation marks.

    `grams` are the sorted distinct hashes of its word 5-grams; `own` those without any quoted word.
    """

    id: int
    words: Numbers
    quoted: NDArray[np.bool_]
    sentences: tuple[Sentence, ...]
    grams: Grams
    own: Grams


@dataclass(frozen=True, slots=True)
class Texts:
    """All articles' texts, in the order of the clippings, and the words behind the numbers."""

    texts: tuple[Text, ...]
    vocabulary: tuple[str, ...]


def normalised(word: str) -> str:
    """A word as it is compared: lower case, without dots (U.S.), typographic marks or a possessive ending."""
    return word.casefold().replace("’", "'").removesuffix("'s").replace(".", "").replace(",", "")


def words_of(text: str) -> tuple[str, ...]:
    """The normalised words of any piece of text, in order."""
    return tuple(normalised(match[0]) for match in _WORD.finditer(text))


def read_texts(clippings: Sequence[Clipping]) -> Texts:
    """Reads every article's text once."""
    numbers = _Numbers()
    texts = tuple(_text(clipping, numbers) for clipping in clippings)
    return Texts(texts, tuple(numbers.known))


class _Numbers(dict[str, int]):
    """The number of each word as printed; printed forms with one normal form share it."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, int] = {}

    def __missing__(self, printed: str) -> int:
        number = self[printed] = self.known.setdefault(normalised(printed), len(self.known))
        return number


def _text(clipping: Clipping, numbers: _Numbers) -> Text:
    # What splits at the words has them at every second place: much quicker than a match object for each.
    parts = _PARTS.split(clipping.article.text)
    starts = np.cumsum(list(map(len, parts)))[:-1:2]
    words = np.fromiter(map(numbers.__getitem__, parts[1::2]), np.uint32, len(starts))
    quoted = np.zeros(len(words), dtype=np.bool_)
    for first, last in _places(list(_quoted_spans(clipping)), starts):
        quoted[first:last] = True
    grams, own = _grams(words, quoted)
    return Text(clipping.id, words, quoted, tuple(_sentences(clipping.article, starts)), grams, own)


def _places(spans: Sequence[tuple[int, int]], starts: np.ndarray) -> list[list[int]]:
    """For each span the places of its first and one past its last word."""
    places: list[list[int]] = np.searchsorted(starts, np.array(spans, np.int64).reshape(-1, 2)).tolist()
    return places


def _quoted_spans(clipping: Clipping) -> Iterator[tuple[int, int]]:
    """What extraction found to be quoted, and whatever else stands between double marks."""
    for quote in clipping.facts.quotes:
        if quote.form in QUOTED_FORMS:
            yield quote.start, quote.end
    for match in _MARKED.finditer(clipping.article.text):
        yield match.span()


def _sentences(article: Article, starts: np.ndarray) -> Iterator[Sentence]:
    spans = list(sentence_spans(article))
    for (start, end), (first, last) in zip(spans, _places(spans, starts), strict=True):
        if last > first:
            yield Sentence(start, end, first, last)


def _grams(words: Numbers, quoted: NDArray[np.bool_]) -> tuple[Grams, Grams]:
    hashes = runs(words)
    if not quoted.any():
        grams = distinct(hashes)
        return grams, grams
    before = np.cumsum(np.r_[0, quoted])
    return distinct(hashes), distinct(hashes[before[GRAM:] == before[:-GRAM]] if len(hashes) else hashes)


def runs(words: Numbers) -> Grams:
    """The hashes of every five words in a row, in the order of the words: near numbers come out far apart."""
    count = max(0, len(words) - GRAM + 1)
    wide = words.astype(np.uint64)
    hashes = wide[:count] * _MIXERS[0]
    for place in range(1, GRAM):
        hashes += wide[place : place + count]
        hashes *= _MIXERS[0]
    hashes ^= hashes >> _SHIFT
    hashes *= _MIXERS[1]
    hashes ^= hashes >> _SHIFT
    return hashes


def distinct(values: Grams) -> Grams:
    """The values in order, each once. NumPy's own way goes through a hash table, which takes several times longer."""
    ordered = np.sort(values)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered if new.all() else ordered[new]
