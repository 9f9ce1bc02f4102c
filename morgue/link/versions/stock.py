"""Words that many articles share though they are not alike: furniture that cleaning left, stock phrases.

They say nothing about who took what from whom. A wire story that went everywhere is no stock: its copies are alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy import sparse

from morgue.link.versions.texts import Grams, Text, Texts, distinct

# A 5-gram in this many articles whose neighbours in the archive are on average less alike than this.
MANY_ARTICLES = 6
UNALIKE = 0.25
# … and in this share of them without quotation marks: everybody quotes the one tweet, and some forget the marks.
HARDLY_QUOTED = 0.9

ROWS_AT_ONCE = 500
GRAMS_AT_ONCE = 20_000_000


def without_stock(texts: Texts, articles: sparse.csr_matrix) -> Texts:
    """The same texts without the 5-grams that are stock; `articles` are their TF-IDF rows."""
    parts = 1 + sum(len(text.grams) for text in texts.texts) // GRAMS_AT_ONCE
    stock = np.sort(np.concatenate([_stock(texts.texts, articles, parts, part) for part in range(parts)]))
    return replace(texts, texts=tuple(_without(text, stock) for text in texts.texts)) if len(stock) else texts


def postings(articles: Sequence[Grams], least: int, step: int = 1, part: int = 0) -> tuple[Grams, np.ndarray]:
    """The 5-grams of at least so many articles in order, and beside each the place of its article.

    Of every `step` grams one is kept; `part` says which.
    """
    kept = [each[each % np.uint64(step) == part] for each in articles] if step > 1 else list(articles)
    grams = np.concatenate([*kept, np.empty(0, np.uint64)])
    places = np.repeat(np.arange(len(kept), dtype=np.int64), [len(each) for each in kept])
    # Most 5-grams stand in one article only: to drop them first is quicker than to sort their places as well.
    ordered = np.sort(grams)
    nth = ordered[least - 1 :]
    shared = held(grams, distinct(nth[nth == ordered[: len(nth)]]))
    grams, places = grams[shared], places[shared]
    order = np.argsort(grams, kind="stable")
    return grams[order], places[order]


def held(grams: Grams, known: Grams) -> np.ndarray:
    """Which of the 5-grams are among the known ones, which come in order."""
    if not len(known):
        return np.zeros(len(grams), np.bool_)
    found: np.ndarray = known[np.minimum(np.searchsorted(known, grams), len(known) - 1)] == grams
    return found


def cosines(rows: sparse.csr_matrix, here: np.ndarray, there: np.ndarray) -> np.ndarray:
    """The cosine of each pair of places, for rows of unit length."""
    blocks = [np.empty(0)]
    for start in range(0, len(here), ROWS_AT_ONCE):
        block = slice(start, start + ROWS_AT_ONCE)
        blocks.append(np.asarray(rows[here[block]].multiply(rows[there[block]]).sum(axis=1)).ravel())
    return np.concatenate(blocks)


def _stock(texts: tuple[Text, ...], articles: sparse.csr_matrix, parts: int, part: int) -> Grams:
    grams, places = postings([text.own for text in texts], MANY_ARTICLES, parts, part)
    grams, places = _hardly_quoted(grams, places, texts, parts, part)
    beside = np.flatnonzero(grams[1:] == grams[:-1])
    pairs, pair_of = np.unique(places[beside] * len(texts) + places[beside + 1], return_inverse=True)
    alike = cosines(articles, *np.divmod(pairs, max(1, len(texts))))[pair_of]
    known, group = np.unique(grams[beside], return_inverse=True)
    stock: Grams = known[np.bincount(group, weights=alike) < UNALIKE * np.bincount(group)]
    return stock


def _hardly_quoted(
    grams: Grams, places: np.ndarray, texts: tuple[Text, ...], parts: int, part: int
) -> tuple[Grams, np.ndarray]:
    """Those that most of the articles that have them print without quotation marks."""
    known, group, unquoted = np.unique(grams, return_inverse=True, return_counts=True)
    every, _ = postings([text.grams for text in texts], MANY_ARTICLES, parts, part)
    printed = np.searchsorted(every, known, "right") - np.searchsorted(every, known, "left")
    kept = (unquoted > HARDLY_QUOTED * printed)[group]
    return grams[kept], places[kept]


def _without(text: Text, stock: Grams) -> Text:
    return replace(text, grams=text.grams[~held(text.grams, stock)], own=text.own[~held(text.own, stock)])
