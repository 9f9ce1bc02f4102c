"""Datasette's own pages work on an archive: tables, rows, their search, and the search over all tables."""

from __future__ import annotations

import re
from html import unescape

import pytest
import yaml
from datasette.app import Datasette

from tests.served import ROOT

pytestmark = pytest.mark.unit

TABLES = sorted(yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))["databases"]["archive"]["tables"])
SEARCHABLE = ["articles", "entities", "quotes"]
# Filled where one is named in the words of another, or in many articles: in the sample neither happens.
RARELY_FILLED = ("company", "quoted_about")


async def test_the_database_page_lists_tables_and_queries(datasette: Datasette) -> None:
    """The first page of the database shows what there is, without the insides of full text."""
    page = (await datasette.client.get("/archive")).text

    assert 'href="/archive/articles"' in page
    assert 'href="/archive/most_quoted"' in page
    assert 'href="/archive/articles_fts_data"' not in page


@pytest.mark.parametrize("table", TABLES)
async def test_tables_have_pages(datasette: Datasette, table: str) -> None:
    """Each table answers as a page and as JSON, with its rows."""
    page = await datasette.client.get(f"/archive/{table}")
    data = await datasette.client.get(f"/archive/{table}.json?_shape=array")

    assert page.status_code == 200
    assert data.status_code == 200
    assert data.json() or table in RARELY_FILLED


async def test_the_way_back_stands_above_a_table(datasette: Datasette) -> None:
    """To the first page and to the database, also with our frame around Datasette's page."""
    page = (await datasette.client.get("/archive/articles")).text
    crumbs = page.partition('class="crumbs"')[2].partition("</p>")[0]
    assert re.findall('href="([^"]*)"', crumbs) == ["/", "/archive"]


@pytest.mark.parametrize("address", ["articles/1", "quotes/1", "entities/1", "documents/1", "aliases/1,Putin"])
async def test_rows_have_pages(datasette: Datasette, address: str) -> None:
    """A row has its own page."""
    assert (await datasette.client.get(f"/archive/{address}")).status_code == 200


async def test_no_link_leads_to_a_row_of_a_view(datasette: Datasette) -> None:
    """A view's rows have no key, and so no pages: 404, or 400 where SQLite knows no numbers of theirs."""
    for view in await datasette.get_database("archive").view_names():
        answer = await datasette.client.get(f"/archive/{view}")
        assert answer.status_code == 200
        assert "<td" in answer.text, view
        assert f'"/archive/{view}/' not in answer.text


@pytest.mark.parametrize("table", SEARCHABLE)
async def test_tables_are_searched(datasette: Datasette, table: str) -> None:
    """The search box of a table finds rows, and only those that have the word."""
    found = await datasette.client.get(f"/archive/{table}.json?_search=Putin&_shape=array")
    nothing = await datasette.client.get(f"/archive/{table}.json?_search=walrus&_shape=array")

    assert found.json()
    assert nothing.json() == []


async def requests_of_search_all(datasette: Datasette, q: str) -> list[str]:
    """The addresses that the page for all tables asks, in order."""
    page = (await datasette.client.get(f"/-/search?q={q}")).text
    return [unescape(asked) for asked in re.findall(r'data-json="([^"]+)"', page)]


async def test_search_all_knows_the_searchable_tables(datasette: Datasette) -> None:
    """The search over all tables asks articles, quotes and entities, and no other."""
    asked = [address.partition(".json")[0] for address in await requests_of_search_all(datasette, "Putin")]
    assert sorted(asked) == [f"/archive/{table}" for table in SEARCHABLE]


async def test_search_all_gets_its_rows(datasette: Datasette) -> None:
    """The very requests that the page for all tables sends bring rows, their count and what leads to our pages."""
    for sent in await requests_of_search_all(datasette, "Putin"):
        found = (await datasette.client.get(sent)).json()
        assert found["filtered_table_rows_count"] >= len(found["rows"]) > 0
        assert all(row["uid"] for row in found["rows"])


async def test_search_all_is_labelled_and_works_without_script(datasette: Datasette) -> None:
    """Its box has a name, and each table is a link to its own search."""
    page = (await datasette.client.get("/-/search?q=Putin")).text
    assert '<label for="search-all-q">' in page
    assert all(f'href="/archive/{table}?_search=Putin"' in page for table in SEARCHABLE)


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("/archive", "Tables and queries – Morgue"),
        ("/archive/articles", "Articles – Morgue"),
        ("/archive/articles/1", "Articles: 1 – Morgue"),
        ("/archive/most_quoted", "Who is quoted most – Morgue"),
        ("/archive?sql=select+1", "SQL – Morgue"),
        ("/-/search?q=Putin", "Putin in all tables – Morgue"),
    ],
)
async def test_a_tab_says_what_it_holds(datasette: Datasette, address: str, title: str) -> None:
    """By the title that people gave, not by SQL."""
    assert f"<title>{title}</title>" in (await datasette.client.get(address)).text


async def test_the_rows_of_a_table_come_before_its_notes(datasette: Datasette) -> None:
    """What the columns mean is folded, and can still be read."""
    page = (await datasette.client.get("/archive/articles")).text
    assert (
        '<details class="columns-told"><summary>What the columns mean</summary><dl class="column-descriptions">' in page
    )
    assert page.count("</dl></details>") == 1


async def test_foreign_keys_show_names(datasette: Datasette) -> None:
    """Where a row points to another, its label is shown and not its number alone."""
    page = (await datasette.client.get("/archive/quotes")).text

    assert ">Vladimir Putin</a>" in page


async def test_lasting_names_lead_to_our_pages(datasette: Datasette) -> None:
    """The uid of a row in a table leads to the page of this archive about it."""
    (row,) = (await datasette.client.get("/archive/entities.json?name=Vladimir+Putin&_shape=array&_col=uid")).json()
    page = (await datasette.client.get("/archive/entities")).text

    assert f'<a href="/entities/{row["uid"]}">{row["uid"]}</a>' in page
