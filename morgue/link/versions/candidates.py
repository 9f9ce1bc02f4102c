"""Which pairs of articles are worth comparing: those that share rare 5-grams, and each one's nearest by rare words.

Never all pairs. Shared 5-grams find copies, parts and common quotes; rewrites share none and are found by their words:
a name or a number that few articles have brings those together, so that the work grows with the archive, not with its
square.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from morgue.link.versions.sharing import shared_grams
from morgue.link.versions.stock import cosines
from morgue.link.versions.texts import Text
from morgue.link.versions.vectors import Vectors

# A pair must share this many 5-grams: eight words in a row, or two runs of six.
LEAST_SHARED = 4

# Articles with a lower cosine are about different things: their sentences are not laid side by side.
LEAST_COSINE = 0.2
NEAREST = 10
STRONGEST_WORDS = 200
# A word in more articles than this brings nobody together. What rare words alone give to the cosine is less than it.
RARE_WORD = 128
LEAST_BY_RARE = 0.02
ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """Two places in the sequence of texts, the lower first, and the cosine of the two articles."""

    here: int
    there: int
    cosine: float


def candidates(texts: tuple[Text, ...], vectors: Vectors, also: Iterable[tuple[int, int]] = ()) -> list[Candidate]:
    """All pairs worth comparing, in order: what shares words, and `also` these pairs of places."""
    wanted = np.array([min(pair) * len(texts) + max(pair) for pair in also], np.int64)
    shared = shared_grams([text.grams for text in texts], LEAST_SHARED)
    surely = np.union1d(shared.here * len(texts) + shared.there, wanted)
    keys = np.union1d(surely, _near(vectors.articles))
    here, there = np.divmod(keys, max(1, len(texts)))
    alike = cosines(vectors.articles, here, there)
    worth = (alike >= LEAST_COSINE) | np.isin(keys, surely)
    here, there, alike = here[worth], there[worth], alike[worth]
    return [Candidate(int(a), int(b), float(c)) for a, b, c in zip(here, there, alike, strict=True)]


def _near(articles: sparse.csr_matrix) -> np.ndarray:
    """Each article's nearest by those of its strongest words that few articles have."""
    rows = _rare(_strongest(articles))
    columns = rows.T.tocsr()
    count = rows.shape[0]
    found = [np.empty(0, np.int64)]
    for start in range(0, count, ROWS_AT_ONCE):
        near = (rows[start : start + ROWS_AT_ONCE] @ columns).tocsr()
        found.extend(_nearest(near, number, start + number, count) for number in range(near.shape[0]))
    return np.unique(np.concatenate(found))


def _nearest(near: sparse.csr_matrix, number: int, place: int, count: int) -> np.ndarray:
    span = slice(near.indptr[number], near.indptr[number + 1])
    others, cosines = near.indices[span].astype(np.int64), near.data[span]
    enough = (cosines >= LEAST_BY_RARE) & (others != place)
    others, cosines = others[enough], cosines[enough]
    best = others[np.lexsort((others, -cosines))[:NEAREST]]
    keys: np.ndarray = np.minimum(best, place) * count + np.maximum(best, place)
    return keys


def _strongest(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Every row cut to its heaviest words, which keeps the products small and the common words out of them."""
    cut = rows.copy()
    for start, end in zip(rows.indptr[:-1], rows.indptr[1:], strict=True):
        if end - start > STRONGEST_WORDS:
            light = np.argpartition(rows.data[start:end], -STRONGEST_WORDS)[:-STRONGEST_WORDS]
            cut.data[start + light] = 0
    cut.eliminate_zeros()
    return cut


def _rare(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    """Every row without the words that many rows have, or no other."""
    having = np.bincount(rows.indices, minlength=rows.shape[1])
    rare = sparse.csr_matrix(rows)
    rare.data = np.where((having > 1) & (having <= RARE_WORD), 1, 0)[rows.indices].astype(rows.dtype) * rows.data
    rare.eliminate_zeros()
    return rare
