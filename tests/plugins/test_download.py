"""The archive as a file to take away."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from tests.sample import write_sample
from tests.served import link_site, serve, site_folder, stop

pytestmark = pytest.mark.unit


async def test_the_archive_can_be_taken_away(datasette: Datasette, folder: Path, tmp_path: Path) -> None:
    """Byte for byte, its length said beforehand, under a name to save it."""
    answer = await datasette.client.get("/archive.db")
    assert answer.content == (folder / "archive.db").read_bytes()
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["content-disposition"] == 'attachment; filename="archive.db"'
    (tmp_path / "taken.db").write_bytes(answer.content)
    with sqlite3.connect(tmp_path / "taken.db") as taken:
        assert taken.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_a_download_that_broke_off_goes_on(datasette: Datasette, folder: Path) -> None:
    """From where it was, if the archive is still the same; else it begins again."""
    whole = (folder / "archive.db").read_bytes()
    tag = (await datasette.client.head("/archive.db")).headers["etag"]
    rest = await datasette.client.get("/archive.db", headers={"Range": "bytes=1000-", "If-Range": tag})
    assert (rest.status_code, rest.content) == (206, whole[1000:])
    assert rest.headers["content-range"] == f"bytes 1000-{len(whole) - 1}/{len(whole)}"
    other = await datasette.client.get("/archive.db", headers={"Range": "bytes=1000-", "If-Range": '"another"'})
    assert (other.status_code, other.content) == (200, whole)
    behind = await datasette.client.get("/archive.db", headers={"Range": f"bytes={len(whole)}-"})
    assert behind.status_code == 416


async def test_its_size_is_told_without_its_bytes(datasette: Datasette, folder: Path) -> None:
    """For who wants to know before."""
    answer = await datasette.client.head("/archive.db")
    assert (answer.content, answer.headers["content-length"]) == (b"", str((folder / "archive.db").stat().st_size))


async def test_an_archive_that_is_replaced_meanwhile_stays_whole(tmp_path: Path) -> None:
    """What has been begun is the old archive to its last byte."""
    served = await serve(site_folder(tmp_path))
    old = (tmp_path / "archive.db").read_bytes()
    body: list[bytes] = []

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            write_sample(tmp_path / "new.db", built_at="2026-03-03T00:00:00Z")
            (tmp_path / "new.db").replace(tmp_path / "archive.db")
        body.append(message.get("body", b""))

    scope = {"type": "http", "method": "GET", "path": "/archive.db", "raw_path": b"/archive.db", "headers": [],
             "query_string": b"", "scheme": "http"}  # fmt: skip
    await served.app()(scope, None, send)
    stop(served)
    assert b"".join(body) == old
    assert (tmp_path / "archive.db").read_bytes() != old


@pytest.mark.parametrize("setting", [True, False])
async def test_it_can_be_switched_off(folder: Path, *, setting: bool) -> None:
    """By Datasette's own setting, and is offered only where it is on."""
    served = Datasette(config_dir=folder, settings={"allow_download": setting})
    await served.invoke_startup()
    answer = await served.client.get("/archive.db")
    about = await served.client.get("/about")
    stop(served)
    assert answer.status_code == (200 if setting else 403)
    assert ('href="/archive.db"' in about.text) is setting


async def test_without_an_archive_there_is_nothing_to_take(tmp_path: Path) -> None:
    """And no page breaks over it."""
    link_site(tmp_path)
    served = await serve(tmp_path)
    answers = [await served.client.get(path) for path in ("/archive.db", "/about")]
    stop(served)
    assert [answer.status_code for answer in answers] == [404, 503]
