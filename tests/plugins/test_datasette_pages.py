"""Datasette's own pages work on an archive: tables, rows, their search, and the search over all tables."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import yaml
from datasette.app import Datasette

from tests.served import ROOT, serve, site_folder, stop

pytestmark = pytest.mark.unit

TABLES = sorted(yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))["databases"]["archive"]["tables"])
SEARCHABLE = ["articles", "entities", "quotes"]


@pytest.fixture(scope="module")
async def datasette(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Datasette]:
    """The sample, served."""
    served = await serve(site_folder(tmp_path_factory.mktemp("served")))
    yield served
    stop(served)


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
    assert data.json()


@pytest.mark.parametrize("address", ["articles/1", "quotes/1", "entities/1", "documents/1", "aliases/1,Putin"])
async def test_rows_have_pages(datasette: Datasette, address: str) -> None:
    """A row has its own page."""
    assert (await datasette.client.get(f"/archive/{address}")).status_code == 200


@pytest.mark.parametrize("table", SEARCHABLE)
async def test_tables_are_searched(datasette: Datasette, table: str) -> None:
    """The search box of a table finds rows, and only those that have the word."""
    found = await datasette.client.get(f"/archive/{table}.json?_search=Putin&_shape=array")
    nothing = await datasette.client.get(f"/archive/{table}.json?_search=walrus&_shape=array")

    assert found.json()
    assert nothing.json() == []


async def test_search_all_knows_the_searchable_tables(datasette: Datasette) -> None:
    """The search over all tables asks articles, quotes and entities, and no other."""
    page = (await datasette.client.get("/-/search?q=Putin")).text

    asked = [line.split('"')[1] for line in page.splitlines() if "data-searchable-url" in line and "<li" in line]
    assert sorted(asked) == [f"/archive/{table}" for table in SEARCHABLE]


@pytest.mark.parametrize("table", SEARCHABLE)
async def test_search_all_gets_its_rows(datasette: Datasette, table: str) -> None:
    """The very request that the page for all tables sends brings rows and their count."""
    sent = f"/archive/{table}.json?_shape=objects&_labels=on&_extra=count&_extra=database&_extra=table&_size=5&_search="
    found = (await datasette.client.get(sent + "Putin")).json()

    assert found["filtered_table_rows_count"] >= len(found["rows"]) > 0


async def test_foreign_keys_show_names(datasette: Datasette) -> None:
    """Where a row points to another, its label is shown and not its number alone."""
    page = (await datasette.client.get("/archive/quotes")).text

    assert ">Vladimir Putin</a>" in page


async def test_lasting_names_lead_to_our_pages(datasette: Datasette) -> None:
    """The uid of a row in a table leads to the page of this archive about it."""
    (row,) = (await datasette.client.get("/archive/entities.json?name=Vladimir+Putin&_shape=array&_col=uid")).json()
    page = (await datasette.client.get("/archive/entities")).text

    assert f'<a href="/entities/{row["uid"]}">{row["uid"]}</a>' in page
