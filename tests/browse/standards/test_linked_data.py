"""What pages are about, as schema.org says it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.articles import article
from morgue.browse.entity import Entity, entity
from morgue.browse.home import home
from morgue.browse.quote import utterance
from morgue.browse.sources import source
from morgue.browse.standards.linked_data import Place, as_script, linked
from morgue.browse.stories import stories
from morgue.browse.story import story
from tests import sample

pytestmark = pytest.mark.unit

ROOT = "https://archive.example/news"
PLACE = Place(ROOT, "The Morgue")


def told(content: object) -> list[dict[str, Any]]:
    """What a program reads in the page of this content."""
    graph: list[dict[str, Any]] = json.loads(as_script(linked(content, PLACE)))["@graph"]
    return graph


def one(db: sqlite3.Connection, sql: str) -> str:
    """The first value of a query."""
    return str(db.execute(sql).fetchone()[0])


def test_an_article_is_a_news_article(db: sqlite3.Connection) -> None:
    """With its headline, date, publisher and story, and what it was made from."""
    uid, origin = sample.article(sample.REWRITE).uid, sample.article(sample.ORIGINAL).uid
    (thing,) = told(article(db, {"uid": uid}, {}))

    assert thing["@type"] == "NewsArticle"
    assert thing["@id"] == thing["url"] == f"{ROOT}/articles/{uid}"
    assert thing["isBasedOn"] == f"{ROOT}/articles/{origin}"
    assert thing["publisher"]["name"] == "Harbour Herald"
    assert thing["headline"]
    assert thing["isPartOf"]["url"].startswith(f"{ROOT}/stories/")


def test_a_date_that_nobody_printed_is_not_told(db: sqlite3.Connection) -> None:
    """A program cannot see that a date was taken over from other versions, so it is not given one."""
    found = article(db, {"uid": sample.article(sample.ORIGINAL).uid}, {})
    assert found is not None
    (printed,) = told(replace(found, published="2022-02-14", published_basis="metadata"))
    (inferred,) = told(replace(found, published="2022-02-14", published_basis="story"))

    assert printed["datePublished"] == "2022-02-14"
    assert "datePublished" not in inferred


def test_what_is_not_known_is_not_said(db: sqlite3.Connection) -> None:
    """Nothing is told as null or as an empty text or list."""
    (thing,) = told(article(db, {"uid": sample.article(sample.UNDATED).uid}, {}))

    assert [name for name, value in thing.items() if value in (None, "", [])] == []


def test_a_quote_is_a_quotation_of_its_speaker(db: sqlite3.Connection) -> None:
    """With the words, who said them and the article that prints them."""
    uid = one(
        db, "SELECT u.uid FROM utterances u JOIN entities e ON e.id = u.speaker_id WHERE e.name = 'Vladimir Putin'"
    )
    (thing,) = told(utterance(db, {"uid": uid}, {}))

    assert thing["@type"] == "Quotation"
    assert thing["text"]
    assert thing["creator"]["name"] == "Vladimir Putin"
    assert thing["isPartOf"]["@type"] == "NewsArticle"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Lindqvist", "Person"),
        ("Harbour Board", "Organization"),
        ("Port Verity", "Place"),
        ("Herring Fair", "Event"),
        ("Russians", "Thing"),
    ],
)
def test_a_name_is_what_it_is(db: sqlite3.Connection, name: str, kind: str) -> None:
    """A person, a body, a place, an event, or no more than a thing."""
    uid = one(db, f"SELECT uid FROM entities WHERE name = '{name}'")
    found = entity(db, {"uid": uid}, {})
    assert isinstance(found, Entity)
    (thing,) = told(found)

    assert (thing["@type"], thing["name"]) == (kind, name)


def test_a_story_names_its_versions(db: sqlite3.Connection) -> None:
    """Each with its headline and address."""
    uid = one(db, "SELECT uid FROM stories ORDER BY article_count DESC")
    (thing,) = told(story(db, {"uid": uid}, {}))

    assert len(thing["hasPart"]) > 1
    assert all(part["url"].startswith(f"{ROOT}/articles/") and part["headline"] for part in thing["hasPart"])


def test_a_source_is_known_by_its_own_address(db: sqlite3.Connection) -> None:
    """The publisher's site, where it is known."""
    number = one(db, "SELECT id FROM sources WHERE name = 'Harbour Herald'")
    (thing,) = told(source(db, {"id": number}, {}))

    assert (thing["@type"], thing["url"]) == ("NewsMediaOrganization", "https://harbourherald.example/")


def test_the_first_page_says_how_to_search(db: sqlite3.Connection) -> None:
    """It is a web site with a search, and a data set."""
    site, dataset = told(home(db, {}, {}))

    assert site["potentialAction"]["target"]["urlTemplate"] == f"{ROOT}/search?q={{words}}"
    assert (site["@type"], dataset["@type"]) == ("WebSite", "Dataset")


def test_a_list_is_about_no_one_thing(db: sqlite3.Connection) -> None:
    """Nothing is told of it."""
    assert linked(stories(db, {}, {}), PLACE) == []


def test_addresses_can_be_written_as_files_have_them(db: sqlite3.Connection) -> None:
    """Where the archive is a folder of files, a page may have an address of another form."""
    place = Place(ROOT, "", lambda address: f"{address}/")
    found = article(db, {"uid": (uid := sample.article(sample.ORIGINAL).uid)}, {})

    assert linked(found, place)[0]["url"] == f"{ROOT}/articles/{uid}/"


@given(st.text())
def test_nothing_in_a_text_can_end_its_script(text: str) -> None:
    """Whatever a headline holds, it stays within the element and is read back as it was."""
    script = as_script([{"headline": f"</script>{text}<!--<script>"}])

    assert not set("<>&\u2028\u2029") & set(script)
    assert json.loads(script)["@graph"][0]["headline"] == f"</script>{text}<!--<script>"
