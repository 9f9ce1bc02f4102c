"""TF-IDF vectors of articles (by word) and of sentences (by the letters of their words), as sparse matrices.

Sentences are compared by 4-letter pieces of their words, so that "invade" meets "invasion": what a rewrite changes
is words, what it keeps is roots, names and numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from scipy import sparse

from morgue.link.versions.texts import Texts
from morgue.link.vocabulary import words

PIECE = 4
# The first words of an article say what it is about: headline and furniture are not among them.
OPENING = 120
# A sentence of this many words can be told from others; one of which this share is quoted is a quote.
LONG = 6
MOSTLY = 0.5
# Articles whose sentences are kept at hand: an article meets several others.
AT_HAND = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Rows of unit length: `articles` in the order of the texts; `sentences` by place, from `first[i]` to `first[i+1]`.

    `openings` are rows of the articles' first words. `long` marks the sentences that can be told from others, `quoted`
    those that are mostly somebody's words; `letters` turns word rows into rows of letter pieces, `rows` gives those of
    all sentences of the article at a place.
    """

    articles: sparse.csr_matrix
    sentences: sparse.csr_matrix
    letters: sparse.csr_matrix
    rows: Callable[[int], sparse.csr_matrix]
    first: np.ndarray
    long: np.ndarray
    quoted: np.ndarray
    openings: sparse.csr_matrix

    def alike(self, here: int, there: int) -> np.ndarray:
        """The cosine of each sentence of the one article with each of the other."""
        cosines: np.ndarray = (self.rows(here) @ self.rows(there).T).toarray()
        return cosines

    def long_of(self, place: int) -> tuple[np.ndarray, np.ndarray]:
        """Which sentences of the article at this place are long, and which of those are quoted."""
        span = slice(self.first[place], self.first[place + 1])
        long = np.flatnonzero(self.long[span])
        return long, self.quoted[span][long]


def vectorise(texts: Texts) -> Vectors:
    """Computes the vectors of a whole archive."""
    weights = _word_weights(texts.vocabulary)
    articles = word_rows([text.words for text in texts.texts], len(texts.vocabulary)) @ weights
    spans = [(text, sentence) for text in texts.texts for sentence in text.sentences]
    sentences = word_rows([text.words[s.first : s.last] for text, s in spans], len(texts.vocabulary))
    letters = _letters(texts.vocabulary, sentences)
    first = np.cumsum([0, *(len(text.sentences) for text in texts.texts)])
    lengths = np.array([s.last - s.first for _, s in spans], np.int64)
    return Vectors(
        articles=_tf_idf(articles),
        sentences=sentences,
        letters=letters,
        rows=lru_cache(AT_HAND)(partial(_letter_rows, sentences, letters, first)),
        first=first,
        long=lengths >= LONG,
        openings=_tf_idf(_openings(texts) @ weights),
        quoted=np.array([np.count_nonzero(text.quoted[s.first : s.last]) for text, s in spans]) >= MOSTLY * lengths,
    )


def _openings(texts: Texts) -> sparse.csr_matrix:
    return word_rows([text.words[:OPENING] for text in texts.texts], len(texts.vocabulary))


def unit_rows(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Each row at length one; rows of nothing stay so."""
    row_of = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    lengths = np.sqrt(np.bincount(row_of, weights=rows.data**2, minlength=rows.shape[0]))
    lengths[lengths == 0] = 1
    return sparse.csr_matrix((rows.data / lengths[row_of].astype(rows.dtype), rows.indices, rows.indptr), rows.shape)


def word_rows(rows: Sequence[np.ndarray], width: int) -> sparse.csr_matrix:
    """How often each row has each word number."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    columns = np.concatenate([*rows, np.empty(0, np.uint32)]).astype(np.int32)
    counts = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), width))
    counts.sum_duplicates()
    return counts


def _tf_idf(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Rows of counts weighed by rarity, a word's tenth time in an article counting less than its first."""
    rows.eliminate_zeros()
    rows.data = 1 + np.log(rows.data)
    return unit_rows(sparse.csr_matrix(rows @ sparse.diags_array(_rarity(rows))))


def _rarity(rows: sparse.csr_matrix) -> np.ndarray:
    """For each column: 1 where every row has it, more the fewer rows have it."""
    having = np.bincount(rows.indices, minlength=rows.shape[1])
    rarity: np.ndarray = (np.log((1 + rows.shape[0]) / (1 + having)) + 1).astype(np.float32)
    return rarity


def _word_weights(vocabulary: tuple[str, ...]) -> sparse.csr_matrix:
    """Nothing for the words that every text has, one for all others."""
    return sparse.diags_array(
        np.array([word not in words("stopwords") for word in vocabulary], dtype=np.float32), format="csr"
    )


def _letters(vocabulary: tuple[str, ...], sentences: sparse.csr_matrix) -> sparse.csr_matrix:
    """Words by letter pieces, each piece weighed by how few sentences have it."""
    pieces: dict[str, int] = {}
    rows = [np.array([pieces.setdefault(p, len(pieces)) for p in _pieces(word)], np.uint32) for word in vocabulary]
    table = word_rows(rows, len(pieces))
    printed = ((sentences > 0).astype(np.float32) @ table).tocsr()
    return sparse.csr_matrix(table @ sparse.diags_array(_rarity(printed)))


def _pieces(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + PIECE] for i in range(max(1, len(padded) - PIECE + 1))]


def _letter_rows(
    sentences: sparse.csr_matrix, letters: sparse.csr_matrix, first: np.ndarray, place: int
) -> sparse.csr_matrix:
    return unit_rows(sentences[first[place] : first[place + 1]] @ letters)
