"""What the fields of a head are from, in words."""

import sqlite3

import pytest

from morgue.browse.articles import article
from morgue.browse.bases import FIELDS, in_words
from morgue.model import Basis
from tests.sample import ORIGINAL
from tests.sample import article as article_of

pytestmark = pytest.mark.unit


def test_fields_are_gathered_by_what_they_are_from() -> None:
    """Fields stand in the order of the page under what they are from, the page or record first."""
    bases: dict[str, Basis] = {"wire": "text", "dateline": "text", "published": "url", "headline": "metadata"}
    assert in_words(bases) == (
        ("its record or page", ("headline",)),
        ("its address", ("date",)),
        ("its text", ("dateline", "agency")),
    )


def test_nothing_is_said_of_nothing() -> None:
    """An article without a head says nothing about it."""
    assert in_words({}) == ()


def test_every_field_has_a_place() -> None:
    """No field is lost, known or not."""
    bases = dict.fromkeys([*FIELDS, "mood"], "text")
    ((_, fields),) = in_words(bases)
    assert len(fields) == len(bases)


def test_an_article_names_its_authors_and_its_update(db: sqlite3.Connection) -> None:
    """The page has the people in the byline, the update, and what the fields of the head are from."""
    made = article_of(ORIGINAL)
    page = article(db, {"uid": made.uid}, {})
    assert page
    assert (page.authors, page.updated, page.bases) == (made.authors, made.updated, made.bases)
    assert page.told_by == in_words(made.bases) != ()
