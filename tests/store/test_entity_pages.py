"""What an entity's page shows is found at the build, where finding it takes long."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from morgue.store import company as company_room
from morgue.store.company import company
from tests.browse.crowd import write_crowd
from tests.browse.reported import write_reported

pytestmark = pytest.mark.unit


NAMED = """
FROM quotes q LEFT JOIN utterances u ON u.id = q.utterance_id JOIN mentions m ON m.article_id = q.article_id
  AND m.start_char >= q.start_char AND m.end_char <= q.end_char
WHERE coalesce(u.speaker_id, q.speaker_id) IS NOT m.entity_id
"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty articles in which the same few are named again and again."""
    return write_crowd(tmp_path_factory.mktemp("crowd") / "archive.db")


def test_quotes_are_filed_under_whom_they_name(tmp_path: Path) -> None:
    """Every thing said with a name in its words is filed under it, but for its own speaker's, best known first."""
    with closing(sqlite3.connect(write_reported(tmp_path / "archive.db"))) as connection:
        expected = set(connection.execute(f"SELECT m.entity_id, q.utterance_id, q.id {NAMED}"))
        found = connection.execute(
            "SELECT x.entity_id, coalesce(x.utterance_id, q.utterance_id), q.id FROM quoted_about x"
            " JOIN quotes q ON q.id = x.quote_id OR q.utterance_id = x.utterance_id ORDER BY x.entity_id, x.place"
        ).fetchall()

    assert set(found) == expected != set()


def test_company_is_counted_where_articles_are_many(crowd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever many articles name: the others in these, the commonest first; for the rest nothing is kept."""
    monkeypatch.setattr(company_room, "MANY", 10)
    with closing(sqlite3.connect(crowd)) as connection:
        found = [tuple(row.values()) for row in company(Database(connection))]
        known = connection.execute("SELECT id FROM entities WHERE article_count > 10").fetchall()
        beside = connection.execute(
            "SELECT h.entity_id, x.entity_id, count(*) FROM article_entities h JOIN entities e ON e.id = h.entity_id"
            " JOIN article_entities x ON x.article_id = h.article_id AND x.entity_id <> h.entity_id"
            " WHERE e.article_count > 10 GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2"
        ).fetchall()

    assert {entity for entity, *_ in found} == {number for (number,) in known}
    assert [(entity, other, count) for entity, _, other, count in found] == beside


def test_few_articles_need_no_counting(db: sqlite3.Connection) -> None:
    """In an archive of eight articles nobody's company is kept."""
    assert db.execute("SELECT count(*) FROM company").fetchone()[0] == 0
