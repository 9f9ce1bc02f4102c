"""Who may ask for what, and how."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.sample import ORIGINAL, article
from tests.served import serve, stop

pytestmark = pytest.mark.unit

DATA = ("/stories.json", "/search.csv", "/search.jsonl", "/feed.atom", "/openapi.json", "/archive.db")


@pytest.fixture(scope="module")
async def closed(folder: Path) -> AsyncIterator[Datasette]:
    """The sample archive as it is served usually."""
    served = await serve(folder)
    yield served
    stop(served)


@pytest.fixture(scope="module")
async def opened(folder: Path) -> AsyncIterator[Datasette]:
    """The same with --cors."""
    served = Datasette(config_dir=folder, cors=True)
    await served.invoke_startup()
    yield served
    stop(served)


@pytest.mark.parametrize("path", DATA)
async def test_other_origins_read_data_where_the_archivist_says_so(
    closed: Datasette, opened: Datasette, path: str
) -> None:
    """Not by itself: an archive on a desk or in an office is nobody's business who can lure a browser there."""
    assert "access-control-allow-origin" not in (await closed.client.get(path)).headers
    assert (await opened.client.get(path)).headers["access-control-allow-origin"] == "*"


async def test_pages_are_for_readers(opened: Datasette) -> None:
    """Scripts of other sites have the data, and need no pages."""
    assert "access-control-allow-origin" not in (await opened.client.get("/stories")).headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_nothing_can_be_changed(closed: Datasette, method: str) -> None:
    """Whoever tries is told what is allowed."""
    for path in ("/stories.json", "/", "/search.csv", "/articles/000000000000"):
        answer = await closed.client.request(method, path)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


async def test_what_is_allowed_can_be_asked(closed: Datasette) -> None:
    """By the method for that."""
    answer = await closed.client.options("/stories.json")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "path", ["/", "/stories.json", "/search.csv", "/feed.atom", "/archive.db", "/archive/articles"]
)
async def test_what_the_archivist_closes_is_closed(folder: Path, path: str) -> None:
    """Datasette's own permissions hold for our addresses as well."""
    served = Datasette(config_dir=folder, metadata={"allow": {"id": "archivist"}})
    await served.invoke_startup()
    answer = await served.client.get(path)
    stop(served)
    assert answer.status_code == 403


async def test_the_original_files_are_closed_with_it(folder: Path) -> None:
    """Whatever their address is."""
    served = Datasette(config_dir=folder, metadata={"databases": {"archive": {"allow": False}}})
    await served.invoke_startup()
    answer = await served.client.get(f"/articles/{article(ORIGINAL).uid}/original")
    stop(served)
    assert answer.status_code == 403
