"""Everything that an archive holds can be gone through, in portions."""

from __future__ import annotations

import sqlite3
from itertools import pairwise

import pytest

from morgue.browse import holdings
from morgue.browse.compare import compare

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("kind", ["articles", "stories", "entities", "utterances"])
def test_portions_make_up_the_whole(db: sqlite3.Connection, kind: holdings.Kind) -> None:
    """However it is cut, each comes once."""
    number = holdings.highest(db, kind)
    whole = [uid for (uid,) in db.execute(f"SELECT uid FROM {kind} ORDER BY id")]
    for size in (1, 2, 1000):
        edges = [*range(1, number + 1, size), number + 1]
        assert [u for first, end in pairwise(edges) for u in holdings.uids(db, kind, first, end - 1)] == whole
    assert holdings.count(db, kind, shared=False) == len(whole)


def test_what_stands_in_one_article_can_be_passed_over(db: sqlite3.Connection) -> None:
    """Stories and utterances that several articles share are left."""
    number = holdings.highest(db, "utterances")
    shared = [uid for (uid,) in db.execute("SELECT uid FROM utterances WHERE quote_count > 1 ORDER BY id")]
    assert holdings.uids(db, "utterances", 1, number, shared=True) == shared
    assert holdings.count(db, "utterances", shared=True) == len(shared)


def test_pairs_come_once_with_what_was_made_first(db: sqlite3.Connection) -> None:
    """In the order in which their comparison says it: what derives from the other, or else the later one."""
    found = holdings.pairs(db, 1, holdings.highest(db, "articles"))
    made_from = db.execute("SELECT a.uid, o.uid FROM articles a JOIN articles o ON o.id = a.derived_from").fetchall()
    assert set(made_from) <= set(found)
    assert len({frozenset(pair) for pair in found}) == len(found) <= holdings.pair_count(db)
    for one, other in found:
        assert holdings.pair(db, one, other) == holdings.pair(db, other, one) == (one, other)
        content = compare(db, {"uid": one, "other": other}, {})
        assert content is not None
        assert (content.right.uid, content.left.uid) == (one, other)


def test_articles_that_have_nothing_to_do_with_each_other_are_no_pair(db: sqlite3.Connection) -> None:
    """Nor are those that aren't there."""
    assert holdings.pair(db, "000000000000", "111111111111") is None


def test_a_thing_said_is_found_by_itself_and_by_its_quotes(db: sqlite3.Connection) -> None:
    """The page of the whole, and where the quote is told."""
    utterance, quote = db.execute(
        "SELECT u.uid, q.uid FROM quotes q JOIN utterances u ON u.id = q.utterance_id WHERE u.quote_count > 1"
    ).fetchone()
    by_itself, by_quote = holdings.place_said(db, utterance), holdings.place_said(db, quote)
    assert by_itself is not None
    assert by_quote is not None
    assert by_itself.uid == by_quote.uid == utterance
    assert by_quote.quote == quote
    assert holdings.place_said(db, "000000000000") is None
