"""What the served pages say to programs."""

from __future__ import annotations

import json
import re
import sqlite3
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from datasette.app import Datasette

from tests.sample import ORIGINAL, article
from tests.served import site_folder

pytestmark = pytest.mark.unit

ARTICLE = f"/articles/{article(ORIGINAL).uid}"
HEADLINE = '</script><script>alert("x")</script> & more'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, one headline of which would like to be a script."""
    folder = site_folder(tmp_path_factory.mktemp("served"))
    with sqlite3.connect(folder / "archive.db") as db:
        db.execute("UPDATE articles SET headline = ? WHERE uid = ?", (HEADLINE, article(ORIGINAL).uid))
    db.close()
    return folder


def linked_data(page: str) -> Any:
    """What stands in the page's script of linked data, as a browser would cut it out."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])["@graph"]


def meta(page: str, name: str) -> str:
    """The content of a meta element."""
    found = re.search(rf'<meta (?:name|property)="{re.escape(name)}" content="([^"]*)">', page)
    assert found, name
    return unescape(found[1])


async def test_a_headline_cannot_break_out_of_the_head(datasette: Datasette) -> None:
    """It is read back as it is, from linked data and from Open Graph, and no script of it is in the page."""
    page = (await datasette.client.get(ARTICLE)).text

    assert linked_data(page)[0]["headline"] == HEADLINE
    assert meta(page, "og:title") == HEADLINE
    assert "<script>alert" not in page


async def test_addresses_are_whole(datasette: Datasette) -> None:
    """The canonical address and those of linked data carry the host that was asked."""
    page = (await datasette.client.get(f"{ARTICLE}?utm_source=mail")).text

    assert f'<link rel="canonical" href="http://localhost{ARTICLE}">' in page
    assert meta(page, "og:url") == f"http://localhost{ARTICLE}" == linked_data(page)[0]["url"]


@pytest.mark.parametrize(("address", "listed"), [("/stories", True), ("/search?q=grain", False)])
async def test_searches_are_not_for_search_engines(datasette: Datasette, address: str, listed: bool) -> None:  # noqa: FBT001 - a row of the table
    """A list is, as it is; what somebody looks for in it is not."""
    page = (await datasette.client.get(address)).text

    assert ('<meta name="robots" content="noindex, follow">' not in page) is listed


async def test_a_page_for_what_went_wrong_says_nothing_of_itself(datasette: Datasette) -> None:
    """There is no canonical address of what is not there."""
    page = (await datasette.client.get("/articles/000000000000")).text

    assert 'rel="canonical"' not in page
    assert "og:title" not in page


async def test_a_later_page_has_its_number_in_its_title(datasette: Datasette) -> None:
    """So that two tabs of one list can be told apart."""
    assert re.search(r"<title>Stories[^<]*, page 2 – ", (await datasette.client.get("/stories?page=2")).text)


@pytest.mark.parametrize(
    ("address", "media_type", "has"),
    [
        ("/robots.txt", "text/plain", "Sitemap: http://localhost/sitemap.xml"),
        ("/llms.txt", "text/plain", "http://localhost/stories"),
        ("/sitemap.xml", "application/xml", "http://localhost/sitemaps/articles-1.xml"),
        ("/sitemaps/articles-1.xml", "application/xml", f"http://localhost{ARTICLE}"),
        ("/opensearch.xml", "application/opensearchdescription+xml", "http://localhost/search?q={searchTerms}"),
    ],
)
async def test_files_for_programs_are_served(datasette: Datasette, address: str, media_type: str, has: str) -> None:
    """Each with its type and whole addresses."""
    answer = await datasette.client.get(address)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert has in answer.text
    if media_type.endswith("xml"):
        ET.fromstring(answer.text)  # noqa: S314 - ours


async def test_every_page_leads_to_the_search_description(datasette: Datasette) -> None:
    """By which browsers offer the archive in their address bar; Datasette's pages, too."""
    for address in ("/", "/archive/articles", "/nowhere"):
        assert 'rel="search"' in (await datasette.client.get(address)).text, address


@pytest.mark.parametrize("address", ["/llms.txt", "/archive.md", "/archive/documents.md", "/archive/builds.md"])
async def test_language_models_learn_nothing_of_the_machine(datasette: Datasette, folder: Path, address: str) -> None:
    """Neither where the archive lies, nor Datasette's inner pages, nor whole files."""
    text = (await datasette.client.get(address)).text

    assert str(folder) not in text
    assert "/-/" not in text
    assert "_internal" not in text
    assert "Sample rows" not in text
