"""Words that many articles share though they are not alike: furniture that cleaning left, stock phrases.

They say nothing about who took what from whom. A wire story that went everywhere is no stock: its copies are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from morgue.link.versions.texts import Grams, Text, Texts

# A 5-gram in this many articles whose neighbours in the archive are on average less alike than this.
MANY_ARTICLES = 6
UNALIKE = 0.25
# … and in this share of them without quotation marks: everybody quotes the one tweet, and some forget the marks.
HARDLY_QUOTED = 0.9

ROWS_AT_ONCE = 500


def without_stock(texts: Texts, articles: sparse.csr_matrix) -> Texts:
    """The same texts without the 5-grams that are stock; `articles` are their TF-IDF rows."""
    stock = _stock(texts.texts, articles)
    return replace(texts, texts=tuple(_without(text, stock) for text in texts.texts))


def postings(articles: Sequence[Grams], step: int = 1) -> tuple[Grams, np.ndarray]:
    """All articles' 5-grams in order, and beside each the place of its article; of every `step` grams one is kept."""
    kept = [each[each % np.uint64(step) == 0] for each in articles]
    grams = np.concatenate([*kept, np.empty(0, np.uint64)])
    places = np.repeat(np.arange(len(kept), dtype=np.int64), [len(each) for each in kept])
    order = np.argsort(grams, kind="stable")
    return grams[order], places[order]


def cosines(rows: sparse.csr_matrix, here: np.ndarray, there: np.ndarray) -> np.ndarray:
    """The cosine of each pair of places, for rows of unit length."""
    blocks = [np.empty(0)]
    for start in range(0, len(here), ROWS_AT_ONCE):
        block = slice(start, start + ROWS_AT_ONCE)
        blocks.append(np.asarray(rows[here[block]].multiply(rows[there[block]]).sum(axis=1)).ravel())
    return np.concatenate(blocks)


def _stock(texts: tuple[Text, ...], articles: sparse.csr_matrix) -> Grams:
    grams, places = postings([text.own for text in texts])
    known, group = np.unique(grams, return_inverse=True)
    common = _common(known, np.bincount(group), texts)[group]
    grams, places = grams[common], places[common]
    beside = np.flatnonzero(grams[1:] == grams[:-1])
    pairs, pair_of = np.unique(places[beside] * len(texts) + places[beside + 1], return_inverse=True)
    alike = cosines(articles, *np.divmod(pairs, max(1, len(texts))))[pair_of]
    known, group = np.unique(grams[beside], return_inverse=True)
    stock: Grams = known[np.bincount(group, weights=alike) < UNALIKE * np.bincount(group)]
    return stock


def _common(known: Grams, unquoted: np.ndarray, texts: tuple[Text, ...]) -> np.ndarray:
    """Which of the 5-grams stand in many articles and are hardly ever quoted."""
    grams, _ = postings([text.grams for text in texts])
    every, counts = np.unique(grams, return_counts=True)
    printed = counts[np.searchsorted(every, known)]
    common: np.ndarray = (unquoted >= MANY_ARTICLES) & (unquoted > HARDLY_QUOTED * printed)
    return common


def _without(text: Text, stock: Grams) -> Text:
    return replace(
        text,
        grams=np.setdiff1d(text.grams, stock, assume_unique=True),
        own=np.setdiff1d(text.own, stock, assume_unique=True),
    )
