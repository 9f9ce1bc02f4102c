"""The narrow tables that searches read say what the wide ones say."""

from __future__ import annotations

import sqlite3
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model.names import lookup_key
from morgue.store.catalogue import packed

pytestmark = pytest.mark.unit


def test_articles_are_catalogued(db: sqlite3.Connection) -> None:
    """Each article has a row with its story, source and codes."""
    found = db.execute(
        "SELECT c.story_id, a.story_id AS told, a.id, c.source_id IS a.source_id AS source,"
        " w.value IS a.wire AS wire, d.value = a.derivation AS derivation, l.value IS a.language AS language,"
        " c.is_origin = EXISTS (SELECT 1 FROM stories s WHERE s.origin_id = a.id) AS origin"
        " FROM articles a JOIN catalogue c ON c.article_id = a.id"
        " LEFT JOIN codes w ON w.facet = 'wire' AND w.code = c.wire"
        " LEFT JOIN codes d ON d.facet = 'derivation' AND d.code = c.derivation"
        " LEFT JOIN codes l ON l.facet = 'language' AND l.code = c.language"
    ).fetchall()

    assert len(found) == db.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert {row["wire"] + row["source"] + row["derivation"] + row["language"] + row["origin"] for row in found} == {5}
    assert [row["story_id"] for row in found] == [row["told"] or -row["id"] for row in found]


def test_days_have_zeros_for_what_is_not_known(db: sqlite3.Connection) -> None:
    """A year is 20220000, a month 20220200; without a date there is no day."""
    for day, published in db.execute(
        "SELECT c.day, a.published FROM articles a JOIN catalogue c ON c.article_id = a.id"
    ):
        expected = published[:10].replace("-", "").ljust(8, "0") if published else None
        assert (str(day) if day else None) == expected


def test_the_commonest_value_is_the_first(db: sqlite3.Connection) -> None:
    """Code 1, which takes no room, is what most rows have."""
    (commonest,) = db.execute("SELECT derivation FROM articles GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1").fetchone()
    assert db.execute("SELECT value FROM codes WHERE facet = 'derivation' AND code = 1").fetchone()[0] == commonest


def test_quotes_are_catalogued(db: sqlite3.Connection) -> None:
    """Each quote has a row that sorts as its utterance would."""
    wrong = db.execute(
        "SELECT count(*) FROM quotes q JOIN quote_catalogue c ON c.quote_id = q.id"
        " LEFT JOIN utterances u ON u.id = q.utterance_id WHERE c.article_id <> q.article_id"
        " OR c.speaker_id IS NOT q.speaker_id OR c.utterance_id <> coalesce(q.utterance_id, -q.id)"
        " OR c.printed <> coalesce(u.quote_count, 0) OR c.altered / 1000 <> coalesce(u.wording_count, 0)"
    ).fetchone()[0]
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("quotes", "quote_catalogue")]
    assert wrong == 0
    assert counts[0] == counts[1] > 0


def unpacked(blob: bytes) -> set[int]:
    """The numbers in a packed list."""
    return set(struct.unpack(f"<{len(blob) // 4}I", blob))


def test_whom_an_article_names_is_packed(db: sqlite3.Connection) -> None:
    """By kind the entities of `article_entities`, and whoever is quoted."""
    for row in db.execute('SELECT article_id, person, organization, place, "group", speaker FROM article_facets'):
        named = db.execute(
            "SELECT e.kind, e.id FROM article_entities x JOIN entities e ON e.id = x.entity_id WHERE x.article_id = ?"
            " UNION SELECT 'speaker', speaker_id FROM quotes WHERE article_id = ? AND speaker_id IS NOT NULL",
            (row["article_id"],) * 2,
        ).fetchall()
        for kind in ("person", "organization", "place", "group", "speaker"):
            assert unpacked(row[kind]) == {number for of, number in named if of == kind}


def test_every_name_can_be_typed(db: sqlite3.Connection) -> None:
    """Each form of each name, and each source, is found by its whole key."""
    keys = {(row["key"], row["kind"] == "source", row["number"]) for row in db.execute("SELECT * FROM name_keys")}
    names = db.execute("SELECT entity_id, name FROM aliases UNION SELECT id, name FROM entities").fetchall()
    assert {(lookup_key(name)[:40], False, number) for number, name in names} <= keys
    sources = db.execute("SELECT s.id, s.name FROM sources s JOIN articles a ON a.source_id = s.id").fetchall()
    assert {(lookup_key(name)[:40], True, number) for number, name in sources} <= keys


@given(st.lists(st.integers(0, 2**32 - 1), unique=True))
def test_packing_keeps_every_number(numbers: list[int]) -> None:
    """Four bytes each, in order."""
    assert list(struct.unpack(f"<{len(numbers)}I", packed(numbers))) == numbers
