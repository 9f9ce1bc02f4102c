"""The questions that pages ask most are answered from an index alone, in the order that is asked for."""

from __future__ import annotations

import sqlite3

import pytest

pytestmark = pytest.mark.unit

QUESTIONS = {
    "newest articles": "SELECT id, published FROM articles ORDER BY published DESC, id DESC LIMIT 20",
    "versions of a story": "SELECT id, derivation FROM articles WHERE story_id = 1 ORDER BY published, id",
    "newest articles of a source": "SELECT id FROM articles WHERE source_id = 1 ORDER BY published DESC, id DESC",
    "newest articles on an entity": (
        "SELECT article_id FROM article_entities WHERE entity_id = 1 ORDER BY published DESC, article_id DESC LIMIT 20"
    ),
    "entities of an article": "SELECT entity_id, mention_count FROM article_entities WHERE article_id = 1",
    "mentions in an article": (
        "SELECT start_char, end_char, entity_id FROM mentions WHERE article_id = 1 ORDER BY start_char"
    ),
    "best known persons": "SELECT id FROM entities WHERE kind = 'person' ORDER BY article_count DESC, id LIMIT 50",
    "a facet": (
        "SELECT value, label, article_count, story_count FROM facet_counts WHERE facet = 'person' "
        "ORDER BY article_count DESC LIMIT 20"
    ),
    "articles that quote a speaker": "SELECT article_id FROM quotes WHERE speaker_id = 1 ORDER BY article_id",
    "stories with most versions": "SELECT id, article_count FROM stories ORDER BY article_count DESC, id LIMIT 20",
}


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_an_index_answers(db: sqlite3.Connection, question: str) -> None:
    """No table is read and nothing is sorted: the plan is one step along one index."""
    plan = [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {QUESTIONS[question]}")]

    assert len(plan) == 1, plan
    assert "INDEX" in plan[0] or "PRIMARY KEY" in plan[0], plan
    assert "COVERING INDEX" in plan[0] or "article_entities USING PRIMARY KEY" in plan[0], plan


def test_no_index_only_repeats_another(db: sqlite3.Connection) -> None:
    """An index whose columns begin another index of the table only costs space and misleads the planner."""
    columns: dict[str, tuple[str, ...]] = {}
    tables: dict[str, str] = {}
    found = db.execute("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql NOT LIKE '%WHERE%'")
    for name, table in found.fetchall():
        columns[name] = tuple(row["name"] for row in db.execute(f"PRAGMA index_info({name})"))
        tables[name] = table

    repeated = [
        (one, other)
        for one in columns
        for other in columns
        if one != other and tables[one] == tables[other] and columns[other][: len(columns[one])] == columns[one]
    ]
    assert repeated == []
