"""The head of each page."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping

import pytest

from morgue.browse.addresses import Content
from morgue.browse.articles import article
from morgue.browse.compare import compare
from morgue.browse.entity import entity
from morgue.browse.home import home
from morgue.browse.quote import utterance
from morgue.browse.search.page import search_page
from morgue.browse.sources import source
from morgue.browse.standards.head import head
from morgue.browse.standards.linked_data import Place
from morgue.browse.stories import stories
from morgue.browse.story import story
from tests import sample

pytestmark = pytest.mark.unit

PLACE = Place("https://archive.example", "The Morgue")
ORIGINAL, REWRITE = sample.article(sample.ORIGINAL).uid, sample.article(sample.REWRITE).uid
SOMETHING = {
    "entity": "SELECT uid FROM entities WHERE name = 'Ada Lindqvist'",
    "story": "SELECT uid FROM stories ORDER BY article_count DESC",
    "quote": "SELECT uid FROM utterances ORDER BY quote_count DESC",
}


def content(db: sqlite3.Connection, kind: str) -> object:
    """The content of a page of this kind."""
    found = db.execute(SOMETHING[kind]).fetchone()[0] if kind in SOMETHING else ""
    asked: Mapping[str, tuple[Content, Mapping[str, str]]] = {
        "home": (home, {}),
        "article": (article, {"uid": ORIGINAL}),
        "compare": (compare, {"uid": REWRITE, "other": ORIGINAL}),
        "story": (story, {"uid": found}),
        "entity": (entity, {"uid": found}),
        "quote": (utterance, {"uid": found}),
        "source": (source, {"id": "1"}),
    }
    ask, matched = asked[kind]
    return ask(db, matched, {})


@pytest.mark.parametrize("kind", ["home", "article", "compare", "story", "entity", "quote", "source"])
def test_a_page_is_described_in_a_sentence(db: sqlite3.Connection, kind: str) -> None:
    """Each page about one thing says what it is, in no more than messengers show."""
    description = head(content(db, kind), "/somewhere", "", PLACE).description

    assert 10 < len(description) < 400
    assert "None" not in description


def test_a_search_is_described_by_its_words(db: sqlite3.Connection) -> None:
    """With how much was found for them."""
    found = search_page(db, {}, {"q": ["grain"]})

    assert head(found, "/search", "q=grain", PLACE).description == f"{found.total} hits for “grain”."


@pytest.mark.parametrize(("kind", "told"), [("article", "article"), ("entity", "profile"), ("story", "website")])
def test_a_page_says_what_kind_it_is(db: sqlite3.Connection, kind: str, told: str) -> None:
    """By the names of Open Graph."""
    assert head(content(db, kind), "/somewhere", "", PLACE).kind == told


def test_the_canonical_address_is_whole(db: sqlite3.Connection) -> None:
    """With the host, as search engines want it."""
    assert head(stories(db, {}, {}), "/stories", "page=2", PLACE).address == "https://archive.example/stories?page=2"


def test_without_a_host_there_is_no_whole_address(db: sqlite3.Connection) -> None:
    """An archive on a stick has no canonical address and tells no linked data, but is described."""
    found = head(content(db, "article"), "/somewhere", "", Place("", "The Morgue"))

    assert (found.address, found.data) == (None, "")
    assert found.description


def test_a_search_has_a_feed_of_its_own(db: sqlite3.Connection) -> None:
    """With all that narrows it, whichever page of it is shown."""
    found = search_page(db, {}, {"q": ["grain"], "from": ["2022"], "size": ["10"]})

    assert [feed.address for feed in head(found, "/search", "", PLACE).feeds] == [
        "/search.atom?q=grain&from=2022&size=10"
    ]


@pytest.mark.parametrize(
    ("kind", "paths"),
    [
        ("entity", [r"/entities/[0-9a-f]{12}\.atom", r"/entities/[0-9a-f]{12}/quotes\.atom"]),
        ("source", [r"/sources/1\.atom"]),
    ],
)
def test_a_name_and_a_source_have_feeds_of_their_own(db: sqlite3.Connection, kind: str, paths: list[str]) -> None:
    """Beside their pages, for who follows somebody; who speaks has one of quotes, too."""
    feeds = head(content(db, kind), "/somewhere", "", PLACE).feeds

    assert [bool(re.fullmatch(path, feed.address)) for path, feed in zip(paths, feeds, strict=True)] == [True] * len(
        paths
    )
    assert [feed.title.rpartition(": ")[2] for feed in feeds] == ["newest articles", "newest quotes"][: len(feeds)]


@pytest.mark.parametrize("asked", [{}, {"q": ["grain"], "in": ["quotes"]}])
def test_a_search_without_articles_of_its_own_has_no_feed(db: sqlite3.Connection, asked: dict[str, list[str]]) -> None:
    """A search for nothing is the feed of the archive, and feeds are of articles."""
    assert head(search_page(db, {}, asked), "/search", "", PLACE).feeds == ()
