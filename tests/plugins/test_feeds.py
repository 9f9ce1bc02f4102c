"""Feeds as a server gives them: valid by RFC 4287, and read by a feed reader.

No validator of feeds can be installed from a package registry, so the RFC's demands stand in tests/browse/atom.rng,
which lxml checks; what a grammar can't say (names that are unique, links to itself) is asked here; and feedparser,
which most feed readers in Python are built on, must find nothing wrong.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import feedparser
import pytest
from datasette.app import Datasette
from lxml import etree

from tests.served import ROOT, site_folder

pytestmark = pytest.mark.unit

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(file=str(ROOT / "tests" / "browse" / "atom.rng"))
FEEDS = (
    "/feed.atom", "/feed.atom?page=2", "/entities/{entity}.atom", "/entities/{entity}/quotes.atom", "/sources/1.atom",
    "/search.atom", "/search.atom?q=%3Cships%3E+%26+%22sail%22", "/search.atom?q=%0B%00zz", "/search.atom?in=quotes",
    "/search.atom?in=quotes&speaker={entity}", "/search.atom?in=entities",
    "/search.atom?q=%F0%9F%9A%A2&person=%C3%A9%26",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as `datasette .` serves it, with an awkward headline in its archive."""
    path = site_folder(tmp_path_factory.mktemp("site"))
    with sqlite3.connect(path / "archive.db") as db:
        db.execute("UPDATE articles SET headline = 'Fish & <chips> \x0b ]]> “dear”\n🐟' WHERE id = 8")
    return path


@pytest.fixture(scope="module")
def names(folder: Path) -> Mapping[str, str]:
    """What addresses name."""
    with sqlite3.connect(folder / "archive.db") as db:
        return {"entity": db.execute("SELECT uid FROM entities WHERE name = 'Vladimir Putin'").fetchone()[0]}


@pytest.mark.parametrize("path", FEEDS)
async def test_a_feed_is_valid(datasette: Datasette, names: Mapping[str, str], path: str) -> None:
    """By grammar; its entries have names of their own, and it says where it is from."""
    answer = await datasette.client.get(path.format(**names))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    GRAMMAR.assertValid(feed)
    ids = [each.text for each in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    own = [link.attrib["href"] for link in feed.iterchildren(f"{ATOM}link") if link.attrib["rel"] == "self"]
    assert own == [f"http://localhost{path.format(**names)}"]


@pytest.mark.parametrize("path", FEEDS)
async def test_a_reader_finds_nothing_wrong(datasette: Datasette, names: Mapping[str, str], path: str) -> None:
    """And sees a title, a link and a time for each entry."""
    read = feedparser.parse((await datasette.client.get(path.format(**names))).content)
    assert (read.bozo, read.version) == (False, "atom10")
    assert all(entry.title and entry.link and entry.updated_parsed for entry in read.entries)


async def test_a_page_names_its_feeds(datasette: Datasette, names: Mapping[str, str]) -> None:
    """A speaker's page names that of articles and that of quotes; both are there, with the title that it tells."""
    head = (await datasette.client.get(f"/entities/{names['entity']}")).text.partition("</head>")[0]
    told = re.findall(r'type="application/atom\+xml" title="([^"]*)" href="([^"]*)"', head)
    assert [href for _, href in told] == [
        f"/entities/{names['entity']}.atom", f"/entities/{names['entity']}/quotes.atom", "/feed.atom",
    ]  # fmt: skip
    assert [title for title, _ in told][:2] == ["Vladimir Putin: newest articles", "Vladimir Putin: newest quotes"]


async def test_the_feed_of_a_speaker_has_what_the_speaker_says(datasette: Datasette, names: Mapping[str, str]) -> None:
    """The same entries as the search for the speaker's quotes, and nobody's feed is none."""
    own, searched = [
        feedparser.parse((await datasette.client.get(path.format(**names))).content)
        for path in ("/entities/{entity}/quotes.atom", "/search.atom?in=quotes&speaker={entity}")
    ]
    assert [entry.id for entry in own.entries] == [entry.id for entry in searched.entries]
    assert own.entries
    assert (await datasette.client.get("/entities/000000000000/quotes.atom")).status_code == 404


async def test_entries_lead_to_pages(datasette: Datasette, names: Mapping[str, str]) -> None:
    """Each is there."""
    for path in FEEDS:
        feed = etree.fromstring((await datasette.client.get(path.format(**names))).content)
        for link in feed.iter(f"{ATOM}link"):
            way = link.attrib["href"].removeprefix("http://localhost")
            assert (await datasette.client.get(way)).status_code == 200, way


async def test_the_grammar_finds_what_is_wrong(datasette: Datasette) -> None:
    """A feed without a name, a time without a zone, a link to nowhere."""
    whole = (await datasette.client.get("/feed.atom")).text
    for right, wrong in (("<updated>", "<!--"), ("Z</updated>", "</updated>"), ('rel="self"', ""), ("urn:uuid:", "x ")):
        assert right in whole
        text = (
            whole.replace(right, wrong, 1) if wrong != "<!--" else whole.replace("</id>\n<updated>", "</id>\n<changed>")
        )
        assert not _is_valid(text)


def _is_valid(text: str) -> bool:
    try:
        return bool(GRAMMAR.validate(etree.fromstring(text.encode())))
    except etree.XMLSyntaxError:
        return False
