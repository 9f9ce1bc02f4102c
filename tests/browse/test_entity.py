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


def test_speech_is_counted_beyond_what_is_shown(reported: sqlite3.Connection) -> None:
    """The page shows a few quotes of each sort and counts all."""
    page = page_of(reported, "Vladimir Putin")
    said = reported.execute("SELECT count(*) FROM utterances WHERE speaker_id = ?", (page.id,)).fetchone()[0]
    assert (page.speech.said, page.speech.reported) == (said, len(page.reported))
    assert page.speech.said >= len(page.said) > 0


def test_every_role_is_told_with_what_it_is_of(reported: sqlite3.Connection) -> None:
    """A role has the articles that print it, and leads to the country that it is of."""
    roles = {role.role: role for role in page_of(reported, "Vladimir Putin").roles}
    printed = reported.execute(
        "SELECT DISTINCT role FROM roles r JOIN entities e ON e.id = r.entity_id WHERE e.name = 'Vladimir Putin'"
    )
    assert set(roles) == {role for (role,) in printed}


def test_a_place_lies_somewhere(reported: sqlite3.Connection) -> None:
    """A place is told with its country; a person has none."""
    reported_place = page_of(reported, "Port Verity")
    assert reported_place.place is None
    assert page_of(reported, "Vladimir Putin").place is None


def test_company_is_counted_at_sight_where_articles_are_few(reported: sqlite3.Connection) -> None:
    """Whoever is named in the same articles, those most often named together first."""
    page = page_of(reported, "Vladimir Putin")
    counts = [other.n for other in page.together]
    beside = reported.execute(
        "SELECT e.name, count(*) AS n FROM article_entities h JOIN article_entities x ON x.article_id = h.article_id"
        " JOIN entities e ON e.id = x.entity_id WHERE h.entity_id = ? AND e.id <> h.entity_id GROUP BY e.id",
        (page.id,),
    )
    assert {other.name: other.n for other in page.together} == dict(beside.fetchall())
    assert counts == sorted(counts, reverse=True)
