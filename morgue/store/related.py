"""Which articles share telling words: the table `related`, by which a search puts what is like its best hits forward.

The words are those of full text (stems), so this runs when the index stands. An article is told by its `TELLING`
weightiest words, how often it has one times how rare it is; two articles are alike by the cosine of these weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from scipy import sparse
from sqlite_utils import Database

from morgue.store.rows import Row

TELLING = 15  # words of an article
COMMON = 0.05  # a word in more than this share of the articles tells little
FEW = 5  # a word in so few articles is never too common
MOST = 10  # related articles, each of another story
SHORTEST = 3  # characters of a word
_BLOCK = 500  # articles compared at once: their likenesses to all others fit into memory

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
INSERT INTO weights SELECT p.doc, t.number, count(*) * t.idf
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
    for start in range(0, told.shape[0], _BLOCK):
        alike = (told[start : start + _BLOCK] @ told.T).tocsr()
        for row in range(alike.shape[0]):
            span = slice(alike.indptr[row], alike.indptr[row + 1])
            yield from _likest(start + row, alike.indices[span], alike.data[span], stories)


def _told(db: Database, last: int) -> sparse.csr_matrix:
    """A row for each article's number, a column for each telling word, each row of length 1."""
    common = max(FEW, int(COMMON * last))
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
    seen = {stories.get(article)}
    percent = np.rint(alike * 100).astype(int)
    for place in np.lexsort((-others, -percent)):
        other, similarity = int(others[place]), int(percent[place])
        if len(seen) > MOST or similarity < 1:
            return
        if stories[other] not in seen:
            seen.add(stories[other])
            yield {"article_id": article, "other_id": other, "similarity": similarity}
