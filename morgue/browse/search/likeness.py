"""Hits that share their telling words with the best hits come forward, as a reader would look on from a good find.

Nothing is found that way that the words do not find: only the order changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from morgue.browse.search.matches import Match
from morgue.browse.search.statement import Statement, listed

BEST = 3  # hits, each of another story, that the others are compared with
SHARE = 0.005  # of a best hit's score, for each hundredth that another is like it


def raised(connection: sqlite3.Connection, matches: Iterable[Match]) -> Mapping[int, float]:
    """What is added to the score of each article that is like the best of these matches (the best first)."""
    best: dict[int, Match] = {}
    for match in matches:
        best.setdefault(match.group, match)
        if len(best) == BEST:
            break
    scores = {match.id: match.score for match in best.values()}
    added: dict[int, float] = {}
    for article, other, similarity in related_rows(sorted(scores)).tuples(connection):
        added[other] = added.get(other, 0.0) + SHARE * similarity * scores[article]
    return added


def related_rows(articles: Sequence[int]) -> Statement:
    """What is like these articles, and how like, in hundredths."""
    head = Statement("SELECT article_id, other_id, similarity FROM related WHERE article_id IN")
    return head + listed(articles) + "ORDER BY article_id, other_id"
