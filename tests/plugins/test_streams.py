"""Streams as a server hands them out."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from morgue.browse.streams import walk as walking
from tests.served import stop

pytestmark = pytest.mark.unit


async def test_a_search_is_a_table(datasette: Datasette) -> None:
    """To be saved under a name that tells what was looked for."""
    answer = await datasette.client.get("/search.csv?q=Putin+%26+ships")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="morgue-articles-putin-ships.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert rows
    assert all(row["address"] == f"http://localhost/articles/{row['uid']}" for row in rows)


@pytest.mark.parametrize("shelf", ["articles", "quotes", "entities"])
async def test_every_shelf_is_json_lines(datasette: Datasette, shelf: str) -> None:
    """An object a line, each with its page here."""
    answer = await datasette.client.get(f"/search.jsonl?in={shelf}")
    assert answer.headers["content-type"] == "application/jsonl; charset=utf-8"
    for line in answer.text.splitlines():
        path = json.loads(line)["address"].removeprefix("http://localhost")
        assert (await datasette.client.get(path)).status_code == 200


async def test_nothing_found_is_a_table_of_nothing(datasette: Datasette) -> None:
    """With the names of its columns, and no lines."""
    assert len((await datasette.client.get("/search.csv?q=zzzz")).text.splitlines()) == 1
    assert (await datasette.client.get("/search.jsonl?q=zzzz")).text == ""


async def test_streams_can_be_switched_off(folder: Path) -> None:
    """By the setting that switches off those of Datasette."""
    served = Datasette(config_dir=folder, settings={"allow_csv_stream": False})
    await served.invoke_startup()
    answer = await served.client.get("/search.csv")
    stop(served)
    assert answer.status_code == 403


async def test_a_search_that_takes_too_long_is_ended(folder: Path) -> None:
    """As a page of it would be."""
    served = Datasette(config_dir=folder, settings={"sql_time_limit_ms": 0})
    await served.invoke_startup()
    answer = await served.client.get("/search.csv?q=ships")
    stop(served)
    assert answer.status_code == 503


async def test_nothing_is_read_for_who_asks_for_the_head_only(datasette: Datasette) -> None:
    """What it is, and no rows."""
    answer = await datasette.client.head("/search.csv")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"


async def test_a_stream_ends_when_its_reader_goes(datasette: Datasette, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody should read an archive to its end for nobody."""
    monkeypatch.setattr(walking, "ROWS", 1)
    sent: list[bytes] = []
    gone = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message.get("body", b""))
        if len([line for line in sent if line]) == 2:
            gone.set()

    scope = {
        "type": "http", "method": "GET", "path": "/search.jsonl", "raw_path": b"/search.jsonl", "query_string": b"",
        "scheme": "http", "headers": [(b"host", b"localhost")],
    }  # fmt: skip
    await datasette.app()(scope, receive, send)
    whole = (await datasette.client.get("/search.jsonl")).text.splitlines()
    assert 1 < len([line for line in sent if line]) < len(whole)
