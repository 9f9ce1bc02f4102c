"""Feeds of anything, each entry under a name that lasts."""

from __future__ import annotations

import re
import sqlite3
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.addresses import Moved
from morgue.browse.entries import in_xml, lasting, timestamp
from morgue.browse.feeds import Feed, entity_feed, feed, search_feed, source_feed
from tests.sample import LIBRARY, LIBRARY_COPY, SECOND_REWRITE, article

pytestmark = pytest.mark.unit


def uid(db: sqlite3.Connection, sql: str) -> str:
    """One value of the archive."""
    return str(db.execute(sql).fetchone()[0])


def test_a_feed_begins_with_the_newest_article(db: sqlite3.Connection) -> None:
    """Every entry has a whole time, whatever is known of its date."""
    found = feed(db, {}, {})
    assert found.entries[0].address == f"/articles/{article(SECOND_REWRITE).uid}"
    assert found.entries[-1].updated == found.updated


def test_a_search_has_a_feed_of_what_it_finds(db: sqlite3.Connection) -> None:
    """Articles, quotes or names, the newest first."""
    found = search_feed(db, {}, {"q": ["library"]})
    assert {entry.address for entry in found.entries} <= {
        f"/articles/{article(LIBRARY).uid}", f"/articles/{article(LIBRARY_COPY).uid}",
    }  # fmt: skip
    assert found.title == "articles on library"
    assert search_feed(db, {}, {"in": ["entities"], "q": ["Put*"]}).entries[0].title == "Vladimir Putin"


def test_a_speaker_has_a_feed_of_quotes(db: sqlite3.Connection) -> None:
    """Each with the words and who says them, and the address of the quote."""
    putin = uid(db, "SELECT uid FROM entities WHERE name = 'Vladimir Putin'")
    found = search_feed(db, {}, {"in": ["quotes"], "speaker": [putin]})
    assert found.title == "quotes (Speaker: Vladimir Putin)"
    assert found.entries
    assert all(entry.title.startswith("Vladimir Putin: “") for entry in found.entries)
    assert all(entry.address.startswith("/quotes/") for entry in found.entries)


def test_a_person_and_a_source_have_feeds(db: sqlite3.Connection) -> None:
    """Of the articles that their pages list."""
    putin = uid(db, "SELECT uid FROM entities WHERE name = 'Vladimir Putin'")
    of_person = entity_feed(db, {"uid": putin}, {})
    of_source = source_feed(db, {"id": "1"}, {})
    assert isinstance(of_person, Feed)
    assert of_source
    assert (of_person.title, of_person.address) == ("Vladimir Putin", f"/entities/{putin}")
    assert len(of_person.entries) == int(uid(db, "SELECT article_count FROM entities WHERE name = 'Vladimir Putin'"))
    assert (of_source.title, of_source.address) == ("Harbour Herald", "/sources/1")


def test_a_former_address_leads_to_the_feed_as_well(db: sqlite3.Connection) -> None:
    """And what is nowhere has none."""
    former = uid(db, "SELECT uid FROM former_uids")
    now = uid(db, "SELECT e.uid FROM former_uids f JOIN entities e ON e.id = f.entity_id")
    assert entity_feed(db, {"uid": former}, {}) == Moved(f"/entities/{now}.atom")
    assert entity_feed(db, {"uid": "0" * 12}, {}) is None
    assert source_feed(db, {"id": "999"}, {}) is None


def test_a_name_lasts(db: sqlite3.Connection) -> None:
    """The same article is the same entry in every feed, wherever it is served."""
    one = {entry.address: entry.id for entry in feed(db, {}, {}).entries}
    other = {entry.address: entry.id for entry in search_feed(db, {}, {"fold": ["0"]}).entries}
    assert other
    assert other.items() <= one.items()
    assert lasting("/articles/0123456789ab") == "urn:uuid:221f8510-0826-5693-ac2b-06a8dd40bc5c"


@pytest.mark.parametrize("query", ["", "q=harbour", "in=quotes"])
def test_pages_of_a_search_hang_together(crowd: sqlite3.Connection, query: str) -> None:
    """From one to the next, to the end; no entry stands twice."""
    seen: list[str] = []
    found = search_feed(crowd, {}, parse_qs(query))
    assert found.first is None
    while True:
        seen += [entry.id for entry in found.entries]
        if found.next is None:
            break
        assert found.next.startswith("/search.atom?")
        found = search_feed(crowd, {}, parse_qs(urlsplit(found.next).query))
        assert found.first
    assert len(seen) == len(set(seen)) > 1


def test_pages_of_a_list_hang_together(crowd: sqlite3.Connection) -> None:
    """The newest articles, by their number."""
    first = feed(crowd, {}, {})
    assert (first.first, first.previous, first.next) == (None, None, "/feed.atom?page=2")
    second = feed(crowd, {}, {"page": ["2"], "x": ["y"]})
    assert (second.first, second.previous) == ("/feed.atom", "/feed.atom?page=1")
    assert not {entry.id for entry in first.entries} & {entry.id for entry in second.entries}


@pytest.mark.parametrize(
    ("published", "whole"),
    [
        ("2022", "2022-01-01T00:00:00Z"),
        ("2022-02", "2022-02-01T00:00:00Z"),
        ("2022-02-14", "2022-02-14T00:00:00Z"),
        ("2022-02-14T09:30:00", "2022-02-14T09:30:00Z"),
        ("2022-02-14T09:30:00-05:00", "2022-02-14T09:30:00-05:00"),
        (None, None),
    ],
)
def test_a_date_becomes_a_whole_time(published: str | None, whole: str | None) -> None:
    """The beginning of what it names; nothing for what is undated."""
    assert timestamp(published) == whole


@given(st.text())
def test_any_text_can_stand_in_xml(text: str) -> None:
    """Without the characters that XML can't hold."""
    assert re.fullmatch("[ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", in_xml(text))
