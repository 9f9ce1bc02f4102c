"""Rows say what people decided, and where former addresses lead."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.model import uid
from tests.sample import clippings, links

pytestmark = pytest.mark.unit


def test_a_former_uid_leads_to_its_entity(db: sqlite3.Connection) -> None:
    """An address of another archive is kept beside the entity that has it now."""
    sql = "SELECT e.name FROM former_uids f JOIN entities e ON e.id = f.entity_id WHERE f.uid = ?"

    assert [name for (name,) in db.execute(sql, [uid("entity", "Lindqvist")])] == ["Ada Lindqvist"]


def test_a_correction_stands_under_each_entity_that_it_is_about(db: sqlite3.Connection) -> None:
    """A verdict on two is a row for each, signed and dated."""
    found = db.execute(
        "SELECT c.verb, e.name, o.name, c.told, c.note, c.author, c.date, c.line FROM corrections c "
        "JOIN entities e ON e.id = c.entity_id JOIN entities o ON o.id = c.other_id ORDER BY c.id"
    ).fetchall()

    signed = ("Mother and *son*.", "R. Imrie", "2022-03-01", 12)
    assert [tuple(row) for row in found] == [
        ("not-the-same", "Ada Lindqvist", "Adam Lindqvist", "Not the same as “Adam Lindqvist”.", *signed),
        ("not-the-same", "Adam Lindqvist", "Ada Lindqvist", "Not the same as “Ada Lindqvist”.", *signed),
    ]


def test_a_dropped_uid_leads_to_the_verdict(db: sqlite3.Connection) -> None:
    """The address of what a person took out is kept with why."""
    sql = "SELECT c.verb, c.author FROM dropped_uids d JOIN corrections c ON c.id = d.correction_id WHERE d.uid = ?"

    assert [tuple(row) for row in db.execute(sql, [uid("entity", "Wheat Desk")])] == [("drop", "R. Imrie")]


def test_what_a_person_decided_is_beyond_doubt(db: sqlite3.Connection) -> None:
    """A mention that a correction gave to its entity says so, with a confidence of 1."""
    ((article, place),) = links(clippings()).decided
    start = next(c for c in clippings() if c.id == article).facts.mentions[place].start
    sql = "SELECT rule, confidence FROM mentions WHERE article_id = ? AND start_char = ?"

    assert tuple(db.execute(sql, [article, start]).fetchone()) == ("correction", 1.0)
    assert db.execute("SELECT count(*) FROM mentions WHERE rule = 'correction'").fetchone()[0] == 1
