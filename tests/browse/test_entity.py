"""What an entity's page tells of speech: by it and about it, printed in marks or reported."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.entity import Entity, entity
from tests.browse.reported import REPORTED

pytestmark = pytest.mark.unit


def page_of(connection: sqlite3.Connection, name: str) -> Entity:
    """The page of the entity with this name."""
    uid = connection.execute("SELECT uid FROM entities WHERE name = ?", (name,)).fetchone()[0]
    page = entity(connection, {"uid": uid}, {})
    assert isinstance(page, Entity)
    return page


def test_reported_speech_is_listed_where_it_names_somebody(reported: sqlite3.Connection) -> None:
    """What is reported about an entity stands on its page, apart from what is quoted about it."""
    page = page_of(reported, "Port Verity")
    assert [(line.text, line.speaker) for line in page.reported_about] == [(REPORTED, "Vladimir Putin")]
    assert REPORTED not in {line.text for line in page.said_about}


def test_whoever_speaks_is_not_spoken_about(reported: sqlite3.Connection) -> None:
    """Reported speech stands on its speaker's page as their own, not as said about them."""
    page = page_of(reported, "Vladimir Putin")
    assert REPORTED in {line.text for line in page.reported}
    assert page.reported_about == ()


def test_the_coverage_counts_articles(reported: sqlite3.Connection) -> None:
    """The bars count each dated article once, however often it names the entity."""
    page = page_of(reported, "Port Verity")
    dated = reported.execute(
        "SELECT count(DISTINCT a.id) FROM articles a JOIN mentions m ON m.article_id = a.id"
        " WHERE m.entity_id = ? AND a.published > ''",
        (page.id,),
    ).fetchone()[0]
    assert sum(page.coverage.values()) == dated
