"""Every answer carries its security headers, and the gaps of Datasette are closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from datasette.app import Datasette

pytestmark = pytest.mark.unit


def script_policy(headers: Mapping[str, str]) -> str:
    """Which scripts an answer allows to run."""
    rules = dict(rule.strip().split(" ", 1) for rule in headers["content-security-policy"].split(";"))
    return rules["script-src"]


@pytest.mark.parametrize("address", ["/archive", "/archive.json", "/nowhere", "/-/search?q=x", "/static/morgue.css"])
async def test_every_answer_has_its_headers(datasette: Datasette, address: str) -> None:
    """Pages, JSON, files and errors alike."""
    headers = (await datasette.client.get(address)).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] in {"same-origin", "no-referrer"}
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "default-src 'self'" in headers["content-security-policy"]


async def test_our_pages_run_no_script_of_their_own(datasette: Datasette) -> None:
    """On our addresses nothing that got into a page can run."""
    assert script_policy((await datasette.client.get("/nowhere")).headers) == "'self'"


@pytest.mark.parametrize("address", ["/archive", "/archive/articles", "/archive/most_quoted", "/-/search?q=x"])
async def test_datasettes_pages_keep_their_scripts(datasette: Datasette, address: str) -> None:
    """Datasette's own pages and the search over all tables have their scripts in the page."""
    assert script_policy((await datasette.client.get(address)).headers) == "'self' 'unsafe-inline'"


@pytest.mark.parametrize("host", ["/\\host.example/", "//host.example/", "/\\/host.example/", "/\t/host.example/"])
async def test_redirects_stay_here(datasette: Datasette, host: str) -> None:
    """The redirect that takes a slash off the end never leads to another site."""
    answers: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        answers.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": host,
        "raw_path": host.encode(),
        "query_string": b"",
        "headers": [],
        "http_version": "1.1",
    }
    await datasette.app()(scope, receive, send)

    headers = dict(answers[0]["headers"])
    assert answers[0]["status"] == 302
    assert {name.lower(): value for name, value in headers.items()}[b"location"] == b"/host.example"


@pytest.mark.parametrize("asked", ["_sort=nope", "_sort_desc=nope", "_sort=id&_sort_desc=id"])
async def test_sorting_by_nothing_is_a_bad_request(datasette: Datasette, asked: str) -> None:
    """What the visitor asked wrongly is no fault of the server."""
    assert (await datasette.client.get(f"/archive/articles?{asked}")).status_code == 400


@pytest.mark.parametrize("address", ["/-/databases.json", "/-/databases"])
async def test_folders_are_not_told(datasette: Datasette, address: str) -> None:
    """The list of databases names the file and not where it lies."""
    answer = await datasette.client.get(address)

    assert answer.status_code == 200
    assert "archive.db" in answer.text
    assert str(datasette.config_dir) not in answer.text
