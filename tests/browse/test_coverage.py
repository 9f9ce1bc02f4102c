"""Who is quoted with whom, against sums done by hand."""

from __future__ import annotations

import sqlite3
from collections import Counter
from itertools import combinations

import pytest

from morgue.browse.coverage import by_month, quoted_together, quoted_with

pytestmark = pytest.mark.unit
SPOKEN = "SELECT DISTINCT q.article_id, e.uid FROM quotes q JOIN entities e ON e.id = q.speaker_id"


def pairs(db: sqlite3.Connection, extra: str = "") -> Counter[frozenset[str]]:
    """In how many articles two are quoted."""
    speakers: dict[int, set[str]] = {}
    for article, uid in db.execute(SPOKEN + extra):
        speakers.setdefault(article, set()).add(uid)
    return Counter(frozenset(two) for uids in speakers.values() for two in combinations(sorted(uids), 2))


def test_people_quoted_together_are_counted_by_article(db: sqlite3.Connection) -> None:
    """Each article once, however often it quotes them."""
    told = quoted_together(db)
    wanted = pairs(db, " WHERE e.kind = 'person'")
    assert wanted
    assert {frozenset(both.split(":")): n for both, n in told.articles.items()} == dict(wanted)
    assert told.matrix
    assert [dot.n for dot in told.matrix.dots] == sorted(wanted.values(), reverse=True)


@pytest.mark.parametrize("before", ["SELECT 1", "DELETE FROM facet_counts WHERE facet = 'quoted_together'"])
def test_an_entity_knows_whom_it_is_quoted_with(db: sqlite3.Connection, before: str) -> None:
    """From what the build counted, or from its newest articles where it is not among those quoted most."""
    changed = sqlite3.connect(":memory:")
    db.backup(changed)
    changed.execute(before)
    number, uid = changed.execute("SELECT id, uid FROM entities WHERE name = 'Ada Lindqvist'").fetchone()
    wanted = {
        next(iter(both - {uid})): n for both, n in pairs(changed, " WHERE e.kind = 'person'").items() if uid in both
    }
    found = {other.uid: other.article_count for other in quoted_with(changed, number, uid)}
    assert wanted
    assert wanted.items() <= found.items()
    changed.close()


def test_months_hold_every_dated_article(db: sqlite3.Connection) -> None:
    """Counted at the build."""
    (dated,) = db.execute("SELECT count(*) FROM articles WHERE published > ''").fetchone()
    assert sum(by_month(db).values()) == dated
