"""Full text finds articles, quotes and names, and Datasette finds the full text."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from datasette.utils import detect_fts
from sqlite_utils import Database

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("table", "query", "hits"),
    [
        ("articles", "herring", 1),
        ("articles", "headline : vows", 1),
        ("articles", '"ships will sail"', 2),
        ("articles", "vessel", 1),
        ("quotes", "putin", 7),
        ("quotes", "text : anchor", 2),
        ("quotes", "speaker : reader", 2),
        ("entities", "lindqvist", 2),
        ("entities", "aliases : un OR aliases : n", 1),
    ],
)
def test_words_are_found(db: sqlite3.Connection, table: str, query: str, hits: int) -> None:
    """Words are found by their stem, in one column or in all, and phrases as phrases."""
    found = db.execute(f"SELECT count(*) FROM {table}_fts WHERE {table}_fts MATCH ?", [query])

    assert found.fetchone()[0] == hits


def test_snippets_come_from_the_text(db: sqlite3.Connection) -> None:
    """The index reads the texts where they stand, so that pages can show where words were found."""
    found = db.execute(
        "SELECT snippet(articles_fts, 2, '[', ']', '…', 5) FROM articles_fts WHERE articles_fts MATCH 'scaffolding'"
    )

    assert "[scaffolding]" in found.fetchone()[0]


@pytest.mark.parametrize("table", ["articles", "quotes", "entities"])
def test_the_indexes_are_recognised(sample: Path, table: str) -> None:
    """Datasette and sqlite-utils see which table each index searches."""
    with closing(sqlite3.connect(sample)) as db:
        assert detect_fts(db, table) == f"{table}_fts"
        assert Database(db, execute_plugins=False).table(table).detect_fts() == f"{table}_fts"
