"""The same results in the same order: the client on a published database against the server on the archive."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from morgue.browse.api.answers import as_json
from morgue.browse.search.page import SearchPage, search_page
from morgue.publish.options import Options
from morgue.publish.search.write import write
from morgue.publish.writing import SiteWriter
from tests.web.conftest import Run
from tests.web.searches import searches

pytestmark = pytest.mark.unit
ROOT = Path(__file__).parents[2]
NUMBER = 300  # of searches made up, beside some odd ones and further pages


@pytest.fixture(scope="module")
def archive(crowd: Path) -> Path:
    """The crowd of articles, as built."""
    return crowd


@pytest.fixture(scope="module")
def asked(archive: Path) -> Iterator[Any]:
    """What the server's search page is for a query string."""
    with closing(sqlite3.connect(archive)) as connection:
        yield lambda query: search_page(connection, {}, parse_qs(query, keep_blank_values=True))


def as_data(page: SearchPage) -> dict[str, Any]:
    """The page as a program reads it, with its permanent address."""
    told: dict[str, Any] = json.loads(json.dumps(as_json(page) | {"address": page.asked.address}))
    return told


def plain(html: str) -> str:
    """The HTML with whole numbers in attributes written one way."""
    return re.sub(r'(\d)\.0(?=")', r"\1", html.strip())


def with_further_pages(pages: list[SearchPage]) -> list[str]:
    """The addresses of the pages, and of those behind them."""
    return [
        address.partition("?")[2] for page in pages for address in (page.asked.address, page.next_address) if address
    ]


def test_the_client_finds_what_the_server_finds(node: Run, archive: Path, published: Path, asked: Any) -> None:
    """Hits, order, scores, counts, facets, snippets, suggestions and tokens are equal for hundreds of searches."""
    made = searches(archive, NUMBER)
    every = list(dict.fromkeys(made + with_further_pages([asked(query) for query in made])))
    found = node("search.mjs", {"site": str(published), "searches": every})
    differing = [query for query, told in zip(every, found, strict=True) if told != as_data(asked(query))]
    assert differing == []
    assert len(every) > NUMBER


def test_the_client_shows_what_the_server_shows(node: Run, archive: Path, published: Path, asked: Any) -> None:
    """The page's content is the same HTML, but for whole numbers in drawings: JavaScript prints 12.0 as 12."""
    base = DictLoader({"base.html": "{% block content %}{% endblock %}"})
    environment = Environment(loader=ChoiceLoader([base, FileSystemLoader(ROOT / "templates")]), autoescape=True)
    every = searches(archive, 60)
    found = node("search.mjs", {"site": str(published), "searches": every, "html": True})
    template = environment.get_template("search.html")
    differing = [
        query
        for query, shown in zip(every, found, strict=True)
        if plain(shown) != plain(template.render(page=asked(query)))
    ]
    assert differing == []


def test_publishing_twice_gives_the_same_bytes(archive: Path, published: Path) -> None:
    """Nothing of a published search has to be written again where nothing has changed."""
    writer = SiteWriter(published)
    write(archive, writer, Options(archive, published, ROOT))
    assert [record.path for record in writer.records if record.is_new] == []


def test_no_file_is_too_large_for_a_host(published: Path) -> None:
    """Every file stays below 25 MB."""
    assert max(file.stat().st_size for file in published.rglob("*") if file.is_file()) < 25_000_000


def test_originals_are_not_published(archive: Path, published: Path) -> None:
    """The bytes that articles were read from are not in the published database."""
    manifest = json.loads((published / "search/db/manifest.json").read_text("utf-8"))
    content = b"".join((published / "search/db" / name).read_bytes() for name in manifest["chunks"])
    with closing(sqlite3.connect(archive)) as connection:
        (raw,) = connection.execute("SELECT raw FROM documents LIMIT 1").fetchone()
    assert raw in archive.read_bytes()
    assert raw not in content
