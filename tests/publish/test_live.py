"""Datasette as the browser has it, run here: what is packed for it, and how it answers."""

from __future__ import annotations

import asyncio
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from morgue.browse.opening import opened
from morgue.browse.row_counts import row_counts
from morgue.publish.live import answering
from morgue.publish.live.answering import APP, Answer, Desk
from morgue.publish.live.imports import needed
from morgue.publish.live.packing import SITE, pack
from tests.served import ROOT

HOST = "https://example.org/news/"
LISTS = ["/?", "/stories?", "/about?"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packed Python, unpacked."""
    folder = tmp_path_factory.mktemp("packed")
    with zipfile.ZipFile(io.BytesIO(pack(ROOT))) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def database(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample under the name that addresses have."""
    copy = tmp_path_factory.mktemp("live") / "archive.db"
    copy.write_bytes(sample.read_bytes())
    return copy


def answers(database: Path, packed: Path, *paths: str, **more: object) -> list[Answer]:
    """What Datasette answers for these, each as a reader gets it; `more` is told to it beside the usual."""
    with opened(database) as connection:
        counted = {"rows": row_counts(connection), "views": row_counts(connection, "view")}
    told = {**counted, "settings": {}, "options": {"every": True}, "without": (), "lists": LISTS, **more}

    async def asked() -> list[Answer]:
        desk = Desk(database, packed / SITE, told, HOST)
        await desk.begin()
        return [await desk.answer(path) for path in paths]

    return asyncio.run(asked())


@pytest.mark.unit
def test_the_same_is_packed_again() -> None:
    """The same installation gives the same bytes."""
    assert pack(ROOT) == pack(ROOT)


@pytest.mark.unit
def test_nothing_compiled_is_packed(packed: Path) -> None:
    """Nothing is in it that only this machine could run, and none of the libraries that need a compiler."""
    names = {path.suffix for path in packed.rglob("*")}
    assert not names & {".so", ".pyc", ".pyd", ".c"}
    assert not {"numpy", "nh3", "rapidfuzz", "msgspec"} & {path.name for path in packed.iterdir()}


@pytest.mark.unit
def test_what_is_packed_needs_nothing_else(packed: Path) -> None:
    """Python that has nothing but what was packed can import all that runs in the browser."""
    code = "import sys; sys.path.insert(0, sys.argv[1]); import morgue.publish.live.answering as a; print(a.__file__)"
    command = [sys.executable, "-I", "-S", "-W", "ignore", "-c", code, str(packed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.startswith(str(packed)), done.stderr


@pytest.mark.unit
def test_imports_are_followed(tmp_path: Path) -> None:
    """What a file imports is found with what that imports, and packages on the way."""
    files = {"morgue/__init__.py": "", "morgue/a.py": "from morgue.b import c\n", "morgue/b.py": "c = 1\n"}
    for name, text in {**files, "morgue/other.py": "", "one.py": "import morgue.a\nimport json\n"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = [path.relative_to(tmp_path).as_posix() for path in needed([tmp_path / "one.py"], tmp_path)]
    assert found == ["morgue/__init__.py", "morgue/a.py", "morgue/b.py"]


def test_addresses_are_those_of_the_site(database: Path, packed: Path) -> None:
    """Links of a page lead to Datasette's folder or to pages of the site, relative, and none to a server's root."""
    (status, _, body), *_ = answers(database, packed, "/archive/articles")
    html = body.decode()
    assert status == 200
    assert 'href="../../../datasette/app/archive"' in html
    assert re.search(r'href="\.\./\.\./\.\./articles/[0-9a-f]{12}/"', html)
    assert '="../../../static/morgue.css"' in html
    assert '="/' not in html
    assert ".invalid" not in html


def test_data_names_whole_addresses(database: Path, packed: Path) -> None:
    """The next rows of a JSON file are found where the site is."""
    (_, headers, body), *_ = answers(database, packed, "/archive/mentions.json?_size=1")
    assert headers["content-type"].startswith("application/json")
    assert json.loads(body)["next_url"].startswith(f"{HOST}{APP}/archive/mentions.json?")


def test_redirects_stay_within(database: Path, packed: Path) -> None:
    """Where Datasette sends on, it sends to its own folder."""
    (status, headers, _), *_ = answers(database, packed, "/archive/articles/")
    assert status in (301, 302)
    assert headers["location"] == f"{HOST}{APP}/archive/articles"


def test_pages_may_be_framed_by_the_site_alone(database: Path, packed: Path) -> None:
    """The site's own page may show them in a frame, and no other."""
    (_, headers, _), *_ = answers(database, packed, "/archive")
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_what_is_not_published_is_not_linked(database: Path, packed: Path) -> None:
    """The archive's file is offered by no page, and links to what was left out are gone."""
    (_, _, page), (status, _, _) = answers(database, packed, "/archive", "/archive.db")
    assert b"archive.db" not in page
    assert status == 403
    assert b"feed.atom" not in answers(database, packed, "/archive", without=("feeds",))[0][2]


def test_mistakes_are_told(database: Path, packed: Path) -> None:
    """A wrong address or a wrong order is answered by our own pages."""
    found = answers(database, packed, "/archive/nothing", "/archive/articles?_sort=nothing")
    assert [status for status, _, _ in found] == [404, 400]
    assert all(b"masthead" in body for _, _, body in found)


def test_pages_of_the_site_are_found(database: Path, packed: Path) -> None:
    """An address of a page of ours leads to the site's."""
    (status, headers, _), *_ = answers(database, packed, "/stories?sort=newest")
    assert (status, headers["location"]) == (302, f"{HOST}stories/")


def test_what_was_counted_is_not_counted_again(database: Path, packed: Path) -> None:
    """Rows of tables and of views are told as they were counted at publishing."""
    asked = ("/archive/articles_text.json?_size=1", "/archive.json")
    rows, tables = (json.loads(body) for _, _, body in answers(database, packed, *asked, views={"articles_text": 77}))
    assert rows["filtered_table_rows_count"] == 77
    assert "articles_text" not in {table["name"] for table in tables["tables"]}


def test_large_tables_show_no_facets_unasked(database: Path, packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To count a facet all rows are fetched: small tables show theirs, large ones when they are asked to."""
    assert b"facet-info" in answers(database, packed, "/archive/articles")[0][2]
    monkeypatch.setattr(answering, "MOST_COUNTED", 1)
    unasked, asked = answers(database, packed, "/archive/articles", "/archive/articles?_facet=derivation")
    assert b"facet-info" not in unasked[2]
    assert b"facet-info" in asked[2]


def test_what_may_have_no_page_is_looked_up_for_who_goes_there(database: Path, packed: Path) -> None:
    """Where a quote that was printed once has no page, a link to it costs no reading until it is followed."""
    html = answers(database, packed, "/archive/utterances", options={"every": False})[0][2].decode()
    link = re.search(r'href="\.\./\.\./\.\./datasette/app(/quotes/[0-9a-f]{12})"', html)
    assert link
    (status, headers, _), *_ = answers(database, packed, link[1], options={"every": False})
    assert status == 302
    assert re.match(HOST + "(quotes|articles)/[0-9a-f]{12}/", headers["location"])
