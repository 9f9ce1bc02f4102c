"""Rows say what linking said."""

from __future__ import annotations

import json
import sqlite3

import pytest

from morgue.store import link_rows
from tests.sample import DOUBT, PROBLEMS, clippings, links

pytestmark = pytest.mark.unit


def test_reuse_keeps_its_evidence(db: sqlite3.Connection) -> None:
    """The evidence of a copy is JSON."""
    (evidence,) = db.execute("SELECT evidence FROM reuse LIMIT 1").fetchone()

    assert json.loads(evidence) == {"sentences": 4, "shared_names": 3}


def test_each_problem_is_said_once() -> None:
    """Problems of linking are written too, and none twice, whoever hands them over."""
    found = list(link_rows.problems(links(clippings()), (*PROBLEMS, DOUBT)))

    assert [row["code"] for row in found] == [*(p.code for p in PROBLEMS), DOUBT.code]


def test_contradictions_belong_to_their_story(db: sqlite3.Connection) -> None:
    """A contradiction stands under the story of its versions."""
    found = db.execute(
        "SELECT a.story_id AS here, b.story_id AS there, d.story_id FROM discrepancies d "
        "JOIN articles a ON a.id = d.article_id JOIN articles b ON b.id = d.other_id"
    ).fetchall()

    assert found
    assert all(row["here"] == row["there"] == row["story_id"] for row in found)


def test_metonyms_tell_what_they_stand_for(db: sqlite3.Connection) -> None:
    """The Kremlin stays itself and points to Russia."""
    assert db.execute("SELECT about FROM entities WHERE name = 'Kremlin'").fetchone()[0] == "Russia"


def test_aliases_are_counted_as_printed(db: sqlite3.Connection) -> None:
    """Each printed form has its count and the rule that joined it."""
    found = db.execute(
        "SELECT a.name, a.mention_count, a.decided_by FROM aliases a JOIN entities e ON e.id = a.entity_id "
        "WHERE e.name = 'Tomas Okafor'"
    ).fetchall()

    assert [tuple(row) for row in found] == [("Tomas Okafor", 2, "exact")]
