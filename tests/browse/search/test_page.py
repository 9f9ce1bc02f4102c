"""The search page as served: HTML that needs no script, and JSON."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette
from lxml import html

from tests.served import serve, site_folder, stop


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Datasette]:
    """The sample archive, served."""
    folder: Path = site_folder(tmp_path_factory.mktemp("site"))
    datasette = await serve(folder)
    yield datasette
    stop(datasette)


async def page(site: Datasette, path: str) -> html.HtmlElement:
    """A page of the site, parsed."""
    answer = await site.client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


async def test_hits_are_articles_with_headings(site: Datasette) -> None:
    """Each hit is an article element, headed by a link to the article, the words marked."""
    found = await page(site, "/search?q=library")
    (hit,) = found.xpath("//article[@class='hit']")
    assert hit.xpath(".//h2/a/@href")[0].startswith("/articles/")
    assert "Library" in hit.xpath(".//mark/text()")


async def test_the_heading_says_how_many(site: Datasette) -> None:
    """The page is headed by the number of articles and stories."""
    found = await page(site, "/search?q=putin+ships")
    assert found.xpath("normalize-space(//h1)") == "3 articles in 1 story for putin ships"


async def test_what_was_typed_stays_and_is_escaped(site: Datasette) -> None:
    """The words stand in the search field as typed, never as markup."""
    found = await page(site, '/search?q="><script>alert(1)</script>')
    assert found.xpath("//form[@role='search']/input[@name='q']/@value") == ['"><script>alert(1)</script>']
    assert not [script for script in found.xpath("//script[not(@src)]") if "alert" in script.text]


async def test_a_new_search_keeps_the_filters(site: Datasette) -> None:
    """The search field carries the filters along."""
    found = await page(site, "/search?q=putin&place=Russia&sort=oldest&next=WzEsMl0")
    hidden = found.xpath("//form[@role='search']/input[@type='hidden']")
    assert {field.get("name"): field.get("value") for field in hidden} == {"place": "Russia", "sort": "oldest"}


async def test_nothing_found_is_said_with_a_way_on(site: Datasette) -> None:
    """Without hits the page says so and offers another spelling and the search without filters."""
    found = await page(site, "/search?q=puttin&place=Russia")
    assert found.xpath("normalize-space(//h1)").startswith("Nothing found")
    links = found.xpath("//div[@class='empty']//a/@href")
    assert links == ["/search?q=Putin&place=Russia", "/search?q=puttin"]


async def test_relaxing_is_said(site: Datasette) -> None:
    """Where no article has all words, the page says that it shows those with some."""
    found = await page(site, "/search?q=library+fish")
    assert "No article has all of these words" in found.text_content()


@pytest.mark.parametrize("path", ["/search", "/search?in=quotes", "/search?in=entities", "/search?q=putin&fold=0"])
async def test_every_link_and_field_has_a_name(site: Datasette, path: str) -> None:
    """Every link and field can be told by its text or label."""
    found = await page(site, path)
    nameless = [
        html.tostring(each)
        for each in found.xpath("//main//a | //main//input[not(@type='hidden')] | //main//button | //main//summary")
        if not (each.text_content().strip() or each.get("aria-label") or each.xpath("ancestor::label"))
    ]
    assert nameless == []


async def test_the_picture_is_also_a_table(site: Datasette) -> None:
    """The bars over the results are given as a table too."""
    found = await page(site, "/search?q=putin")
    bars = found.xpath("//figure//*[local-name()='svg']//a/@href")
    assert bars == found.xpath("//figure//table//th/a/@href") != []


async def test_json_has_the_promised_shape(site: Datasette) -> None:
    """The answer for programs has the fields that the documentation names."""
    answer = (await site.client.get("/search.json?q=putin&person=Ada+Lindqvist")).json()
    hit = answer["hits"][0]
    assert answer.keys() >= {"hits", "total", "total_is_capped", "facets", "relaxed", "suggestion", "next"}
    assert hit.keys() >= {
        "uid", "external_id", "headline", "address", "published", "source", "story", "versions", "snippet", "score",
    }  # fmt: skip
    value = answer["facets"]["person"][0]
    assert value.keys() >= {"value", "label", "article_count", "story_count", "selected"}
    assert {each["label"] for each in answer["facets"]["person"] if each["selected"]} == {"Ada Lindqvist"}


async def test_whatever_is_asked_is_answered(site: Datasette) -> None:
    """No parameter brings the page down."""
    odd = (
        "q=%22",
        "q=%F0%9F",
        "q=NEAR(",
        "next=%FF",
        "size=-1",
        "sort=up",
        "in=here",
        "fold=2",
        "source=-x",
        "story=0",
    )
    for query_string in odd:
        assert (await site.client.get(f"/search.json?{query_string}")).status_code == 200
