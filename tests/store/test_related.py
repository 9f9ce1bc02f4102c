"""Which articles share telling words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlite_utils import Database

from morgue.store.related import MOST, related

pytestmark = pytest.mark.unit

TEXTS = (
    "The ferry was stopped by the harbour strike of the pilots",
    "Pilots went on strike in the harbour and no ferry sailed",
    "A harbour strike: pilots stop every ferry of the bay",
    "The library opened an exhibition of lanterns and old maps",
    "Old maps and lanterns are shown in the library exhibition",
    "Nothing here has words that any other text has",
)


@pytest.fixture
def small() -> Iterator[sqlite3.Connection]:
    """Six texts in the tables that the work reads; the first two are of one story."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE VIRTUAL TABLE articles_fts USING fts5(headline, lead, text, tokenize = 'porter unicode61')")
        db.execute("CREATE TABLE catalogue (article_id INTEGER PRIMARY KEY, story_id INTEGER)")
        for number, text in enumerate(TEXTS, start=1):
            db.execute("INSERT INTO articles_fts (rowid, headline, lead, text) VALUES (?, '', '', ?)", (number, text))
            db.execute("INSERT INTO catalogue VALUES (?, ?)", (number, 1 if number < 3 else -number))
        yield db


def likeness(db: sqlite3.Connection) -> dict[tuple[int, int], int]:
    """How like each article is each of its related ones."""
    rows = list(related(Database(db)))
    return {(int(str(r["article_id"])), int(str(r["other_id"]))): int(str(r["similarity"])) for r in rows}


def test_articles_with_the_same_telling_words_are_related(small: sqlite3.Connection) -> None:
    """Those on one matter are like each other, those on another are not in between."""
    found = likeness(small)
    assert found[4, 5] == found[5, 4] > 30
    assert max(found[3, 1], found.get((3, 2), 0)) > max(found.get((3, 4), 0), found.get((3, 5), 0))


def test_a_story_is_not_related_to_itself(small: sqlite3.Connection) -> None:
    """Only other stories are told, and of each the one article that is most like it."""
    found = likeness(small)
    assert not {(1, 2), (2, 1)} & found.keys()
    assert len({(1, 3), (2, 3)} & found.keys()) == 2
    assert len({(3, 1), (3, 2)} & found.keys()) == 1


def test_what_shares_no_word_has_no_relation(small: sqlite3.Connection) -> None:
    """An article on its own has no rows, and no similarity is nothing or more than all."""
    found = likeness(small)
    assert not [pair for pair in found if 6 in pair]
    assert all(1 <= value <= 100 for value in found.values())


def test_an_archive_has_few_relations_of_each_article(db: sqlite3.Connection) -> None:
    """At most so many, each to an article of another story."""
    counts = [n for (n,) in db.execute("SELECT count(*) FROM related GROUP BY article_id")]
    assert 0 < max(counts) <= MOST
    same = "SELECT count(*) FROM related r JOIN catalogue a ON a.article_id = r.article_id"
    same += " JOIN catalogue b ON b.article_id = r.other_id WHERE a.story_id = b.story_id"
    assert db.execute(same).fetchone()[0] == 0


def test_nothing_is_related_in_an_empty_archive(small: sqlite3.Connection) -> None:
    """Without articles there is nothing to compare."""
    small.executescript("DELETE FROM articles_fts; DELETE FROM catalogue")
    assert likeness(small) == {}
