"""Which articles share telling words: the table `related`, by which a search puts what is like its best hits forward.

The words are those of full text (stems), so this runs when the index stands. An article is told by its `TELLING`
weightiest words: by the logarithm of how often it has one, times how rare that is. Two articles are alike by the cosine
of these weights. Common words are left out: comparing all articles that have one would take long, and tell little.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from scipy import sparse
from sqlite_utils import Database

from morgue.store.rows import Row

TELLING = 100  # words of an article
COMMON, MANY = 0.2, 2000  # a word in more than this share of the articles, or in so many, tells little
FEW = 5  # a word in so few articles is never too common
MOST = 20  # related articles, each of another story
LOOKED_AT = 5 * MOST  # the likest of all: some of them are of one story
SHORTEST = 3  # characters of a word
_AT_ONCE = 10_000_000  # pairs of articles that are compared in one step: their likenesses fit into memory

_WORDS = """
CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, articles_fts, col);
CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, articles_fts, instance);
CREATE TEMP TABLE telling (number INTEGER PRIMARY KEY, term TEXT, idf REAL);
CREATE TEMP TABLE weights (article_id INTEGER, number INTEGER, weight REAL);
"""
_TELLING = """
SELECT term, doc FROM words
WHERE col = 'text' AND doc BETWEEN 2 AND ? AND length(term) >= ? AND term GLOB '*[^0-9]*' ORDER BY term
"""
_WEIGHTS = """
INSERT INTO weights SELECT p.doc, t.number, (1 + ln(count(*))) * t.idf
FROM telling t CROSS JOIN places p WHERE p.term = t.term AND p.col = 'text' GROUP BY t.number, p.doc
"""
_HEAVIEST = """
SELECT article_id, number, weight FROM (
  SELECT *, row_number() OVER (PARTITION BY article_id ORDER BY weight DESC, number) AS place FROM weights)
WHERE place <= ? ORDER BY article_id, number
"""
_DROP = "DROP TABLE weights; DROP TABLE telling; DROP TABLE places; DROP TABLE words"


def related(db: Database) -> Iterator[Row]:
    """For each article those of other stories that are most like it."""
    stories = dict(db.execute("SELECT article_id, story_id FROM catalogue").fetchall())
    db.executescript(_WORDS)
    told = _told(db, max(stories, default=0))
    db.executescript(_DROP)
    block = max(1, _AT_ONCE // told.shape[0])
    for start in range(0, told.shape[0], block):
        alike = (told[start : start + block] @ told.T).tocsr()
        for row in range(alike.shape[0]):
            span = slice(alike.indptr[row], alike.indptr[row + 1])
            yield from _likest(start + row, alike.indices[span], alike.data[span], stories)


def _told(db: Database, last: int) -> sparse.csr_matrix:
    """A row for each article's number, a column for each telling word, each row of length 1."""
    common = max(FEW, min(int(COMMON * last), MANY))
    words = db.execute(_TELLING, (common, SHORTEST)).fetchall()
    numbered = ((number, term, math.log(last / count)) for number, (term, count) in enumerate(words))
    db.conn.executemany("INSERT INTO telling VALUES (?, ?, ?)", numbered)
    db.execute(_WEIGHTS)
    found = np.fromiter(db.execute(_HEAVIEST, (TELLING,)), dtype=np.dtype("i4, i4, f8"))
    shape = (last + 1, len(words))
    weights = sparse.csr_matrix((found["f2"], (found["f0"], found["f1"])), shape=shape)
    lengths = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    return sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ weights


def _likest(article: int, others: np.ndarray, alike: np.ndarray, stories: dict[int, int]) -> Iterator[Row]:
    """The likest article of each of the likest other stories; of two as like the later."""
    percent = np.rint(alike * 100).astype(int)
    if len(percent) > LOOKED_AT:
        least = np.partition(percent, -LOOKED_AT)[-LOOKED_AT]
        others, percent = others[percent >= least], percent[percent >= least]
    seen = {stories.get(article)}
    for place in np.lexsort((-others, -percent)):
        other, similarity = int(others[place]), int(percent[place])
        if len(seen) > MOST or similarity < 1:
            return
        if stories[other] not in seen:
            seen.add(stories[other])
            yield {"article_id": article, "other_id": other, "similarity": similarity}
