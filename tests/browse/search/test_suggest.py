"""What is offered while a reader types."""

from __future__ import annotations

import json
import sqlite3

import pytest

from morgue.browse.search.suggest import MOST, Suggestion, suggest

pytestmark = pytest.mark.unit


def offered(db: sqlite3.Connection, typed: str) -> tuple[Suggestion, ...]:
    """The suggestions for what was typed."""
    return suggest(db, {}, {"q": [typed]}).suggestions


@pytest.mark.parametrize("typed", ["Vladimir", "vlad", "PUTIN", "put", "vladimir p", " Pútin "])
def test_any_word_of_a_name_may_be_begun(db: sqlite3.Connection, typed: str) -> None:
    """A name is found from the beginning of each of its words, whatever the case and the accents."""
    assert "Vladimir Putin" in [each.label for each in offered(db, typed)]


@pytest.mark.parametrize("typed", ["", "p", " ", "“", "zzzz", "utin", "\x00", "%"])
def test_nothing_is_offered_without_a_beginning(db: sqlite3.Connection, typed: str) -> None:
    """One letter, no letters, the middle of a word and mere signs find nothing."""
    assert offered(db, typed) == ()


def test_a_suggestion_leads_to_a_search_and_a_page(db: sqlite3.Connection) -> None:
    """The address is a search narrowed by the entity; the page is its own."""
    (found,) = (each for each in offered(db, "vladimir") if each.label == "Vladimir Putin")
    assert found.address == f"/search?person={found.value}"
    assert found.page == f"/entities/{found.value}"
    assert (found.kind, found.parameter, found.note) == ("person", "person", "")
    assert found.count == db.execute("SELECT article_count FROM entities WHERE name = 'Vladimir Putin'").fetchone()[0]


def test_another_form_of_the_name_is_told(db: sqlite3.Connection) -> None:
    """Where an alias begins so, the note says which."""
    rows = db.execute(
        "SELECT a.name, e.name FROM aliases a JOIN entities e ON e.id = a.entity_id WHERE a.name <> e.name"
    )
    other, name = next((other, name) for other, name in rows if other.split()[0].lower() not in name.lower())
    (found,) = (each for each in offered(db, other) if each.label == name)
    assert found.note == f"also {other}"


def test_sources_are_offered_too(db: sqlite3.Connection) -> None:
    """A source narrows the search by its number."""
    (found,) = (each for each in offered(db, "harbour her") if each.kind == "source")
    assert (found.label, found.address) == ("Harbour Herald", f"/search?source={found.value}")
    assert found.page == f"/sources/{found.value}"


def test_the_most_mentioned_come_first(crowd: sqlite3.Connection) -> None:
    """Of several names that begin so those with most mentions stand first, and there are few of them."""
    counts = dict(crowd.execute("SELECT name, mention_count FROM entities").fetchall())
    found = [counts[each.label] for each in offered(crowd, "ca") + offered(crowd, "is")]
    assert found
    for typed in ("qu", "ti", "ma", "re"):
        shown = [counts[each.label] for each in offered(crowd, typed) if each.kind != "source"]
        assert shown == sorted(shown, reverse=True)
        assert len(shown) <= MOST


def test_the_file_is_json(db: sqlite3.Connection) -> None:
    """Programs get what was typed and the suggestions."""
    told = json.loads(suggest(db, {}, {"q": ["put"]}).text("", ""))
    assert told["q"] == "put"
    assert told["suggestions"][0].keys() == {
        "label", "kind", "note", "count", "parameter", "value", "address", "page",
    }  # fmt: skip
