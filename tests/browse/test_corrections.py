"""An entity's page tells what people decided about it, and old addresses lead to it."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.addresses import Moved
from morgue.browse.corrections import Dropped, corrections
from morgue.browse.entity import Entity, entity
from morgue.model import uid
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit

ADA = {"uid": uid("entity", "Ada Lindqvist")}
FORMER = uid("entity", "Lindqvist")


def test_a_page_shows_what_was_decided(db: sqlite3.Connection) -> None:
    """The verdict in words, who else it is about, why, by whom and when."""
    page = entity(db, ADA, {})
    assert isinstance(page, Entity)
    (verdict,) = page.corrections

    assert (verdict.verb, verdict.told) == ("not-the-same", "Not the same as “Adam Lindqvist”.")
    assert (verdict.other_uid, verdict.other_name) == (uid("entity", "Adam Lindqvist"), "Adam Lindqvist")
    assert (verdict.author, verdict.date) == ("R. Imrie", "2022-03-01")
    assert verdict.note_html == "<p>Mother and <em>son</em>.</p>"


def test_most_entities_have_no_corrections(db: sqlite3.Connection) -> None:
    """Where nobody decided anything, nothing is listed."""
    assert corrections(db, 1) == ()


def test_a_former_address_leads_on(db: sqlite3.Connection) -> None:
    """The uid of another archive of these articles leads to where the entity is now."""
    assert entity(db, {"uid": FORMER}, {}) == Moved(f"/entities/{ADA['uid']}")


def test_a_dropped_address_tells_the_verdict(db: sqlite3.Connection) -> None:
    """The uid of what a person took out tells what it was, and when who did it why."""
    page = entity(db, {"uid": uid("entity", "Wheat Desk")}, {})
    assert isinstance(page, Dropped)

    assert page.told == "“Wheat Desk” (organization, 2 mentions) is no entity."
    assert (page.note_html, page.author, page.date) == (
        "<p>A <em>label</em> of the page.</p>",
        "R. Imrie",
        "2022-03-02",
    )


def test_a_search_by_a_former_uid_goes_on(search: Search) -> None:
    """A saved search that names an old uid finds what the new one finds."""
    assert search(f"person={FORMER}").total == search(f"person={ADA['uid']}").total > 0
