"""The archive of the seeds as it is served: every address of the design answers, as a page and as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from datasette.app import Datasette

from tests.served import serve, stop

LISTS = ("/", "/search", "/stories", "/entities", "/quotes", "/sources", "/discrepancies", "/about")
ONES = ("article", "compare", "story", "entity", "quote")


@pytest.fixture(scope="session")
async def site(served_folder: Path) -> AsyncIterator[Datasette]:
    """A server of the seeds' archive."""
    datasette = await serve(served_folder)
    yield datasette
    stop(datasette)


@pytest.fixture(scope="session")
def addresses(archive: Path) -> dict[str, str]:
    """An address for each kind of page that is about one thing."""
    with sqlite3.connect(archive) as db:
        copy, original, story = db.execute(
            "select a.uid, o.uid, s.uid from articles a join articles o on o.id = a.derived_from "
            "join stories s on s.id = a.story_id where a.derivation = 'copy'"
        ).fetchone()
        (putin,) = db.execute("select uid from entities where name = 'Vladimir Putin'").fetchone()
        (quote,) = db.execute("select uid from utterances order by wording_count desc, id").fetchone()
    return {
        "article": f"/articles/{original}",
        "compare": f"/articles/{copy}/compare/{original}",
        "story": f"/stories/{story}",
        "entity": f"/entities/{putin}",
        "quote": f"/quotes/{quote}",
    }


async def page(site: Datasette, address: str) -> str:
    """What a browser gets."""
    answer = await site.client.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return str(answer.text)


async def data(site: Datasette, address: str) -> Any:
    """What a program gets."""
    path, _, query = address.partition("?")
    answer = await site.client.get(f"{path.rstrip('/') or '/index'}.json?{query}")
    assert answer.status_code == 200, address
    return json.loads(answer.text)


@pytest.mark.parametrize("address", LISTS)
async def test_every_list_is_a_page_of_ours(site: Datasette, address: str) -> None:
    """Each address of the design carries our masthead and our search box, and is no bare page of Datasette."""
    text = await page(site, address)
    assert 'class="masthead"' in text
    assert 'role="search"' in text


@pytest.mark.parametrize("kind", ONES)
async def test_every_thing_has_a_page_and_json(site: Datasette, addresses: dict[str, str], kind: str) -> None:
    """An article, a comparison, a story, a name and a quote each have a page, and the same as JSON."""
    assert 'class="masthead"' in await page(site, addresses[kind])
    assert await data(site, addresses[kind])


async def test_search_answers_in_the_shape_that_programs_rely_on(site: Datasette) -> None:
    """/search.json has the fields of the design, for the answer, for each hit and for each facet value."""
    answer = await data(site, "/search?q=security+demands")
    assert {"hits", "total", "total_is_capped", "facets", "relaxed", "suggestion", "next"} <= answer.keys()
    fields = {"uid", "external_id", "headline", "address", "published"}
    fields |= {"source", "story", "versions", "snippet", "score"}
    assert all(fields <= hit.keys() for hit in answer["hits"])
    assert {"person", "organization", "place", "source", "speaker", "derivation"} <= answer["facets"].keys()
    values = [value for facet in answer["facets"].values() for value in facet]
    assert all({"value", "label", "article_count", "story_count", "selected"} <= value.keys() for value in values)


async def test_versions_of_a_story_fold_into_one_hit(site: Datasette) -> None:
    """Four versions are one hit by default, and four with fold=0."""
    folded = await data(site, "/search?q=Putin")
    unfolded = await data(site, "/search?q=Putin&fold=0")
    assert len(folded["hits"]) == 2
    assert len(unfolded["hits"]) == 5


async def test_the_running_text_is_marked(site: Datasette, addresses: dict[str, str]) -> None:
    """In an article names link to their entity, and quotes to all their wordings."""
    text = await page(site, addresses["article"])
    assert addresses["entity"] in text
    assert "/quotes/" in text
    assert "Lee reported from Washington" in text


async def test_the_original_file_can_be_had_back(site: Datasette, addresses: dict[str, str]) -> None:
    """The bytes that were read are there to download, as they were."""
    answer = await site.client.get(f"{addresses['article']}/original")
    seed = Path(__file__).parents[1] / "seeds" / "003_f4da2a6fa718b0a1.txt"
    assert answer.content == seed.read_bytes()
    assert answer.headers["content-disposition"].startswith("attachment")


async def test_a_copy_says_whose(site: Datasette, addresses: dict[str, str]) -> None:
    """The story's page names the agency of its original and the kind of each version."""
    text = await page(site, addresses["story"])
    for word in ("Associated Press", "original", "copy", "rewrite"):
        assert word in text.lower() or word in text


@pytest.mark.parametrize("address", ["/feed.atom", "/search.atom?q=Putin"])
async def test_feeds_are_xml(site: Datasette, address: str) -> None:
    """Each feed parses and has entries."""
    answer = await site.client.get(address)
    feed = ET.fromstring(answer.text)  # noqa: S314 - our own feed
    assert feed.findall("{http://www.w3.org/2005/Atom}entry")


async def test_datasette_searches_all_tables(site: Datasette) -> None:
    """datasette-search-all offers articles, quotes and entities."""
    text = (await site.client.get("/-/search?q=Lavrov")).text
    assert all(f"/archive/{table}" in text for table in ("articles", "quotes", "entities"))


@pytest.mark.parametrize("address", ["/articles/000000000000", "/stories/nope", "/nowhere/at/all"])
async def test_an_unknown_address_is_our_own_404(site: Datasette, address: str) -> None:
    """What is not there is said on a page of ours, with a way on."""
    answer = await site.client.get(address)
    assert answer.status_code == 404
    assert 'class="masthead"' in answer.text
