"""A running server goes on with the new archive as soon as it stands in its place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.sample import write_sample
from tests.served import serve, site_folder, stop

pytestmark = pytest.mark.unit

OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-02T00:00:00Z"
BUILT = "/archive/builds.json?_shape=array"


@pytest.fixture
async def datasette(tmp_path: Path) -> AsyncIterator[Datasette]:
    """The sample, served from a folder in which it can be built anew."""
    served = await serve(site_folder(tmp_path))
    yield served
    stop(served)


async def built_at(datasette: Datasette) -> str:
    """When the archive was built that an answer comes from."""
    response = await datasette.client.get(BUILT)
    assert response.status_code == 200, response.text
    (row,) = response.json()
    moment: str = row["built_at"]
    return moment


async def crowd(datasette: Datasette) -> set[str]:
    """What many visitors at once see, enough to keep every thread busy."""
    return set(await asyncio.gather(*(built_at(datasette) for _ in range(24))))


async def test_the_new_archive_is_served_at_once(datasette: Datasette, tmp_path: Path) -> None:
    """Whichever thread answers, after the swap it answers from the new archive."""
    assert await crowd(datasette) == {OLD}
    write_sample(tmp_path / "archive.db", NEW)

    assert await crowd(datasette) == {NEW}


async def test_visitors_during_the_swap_see_no_error(datasette: Datasette, tmp_path: Path) -> None:
    """While the archive is swapped every request is answered, from the old archive or from the new one."""
    swap = asyncio.create_task(asyncio.to_thread(write_sample, tmp_path / "archive.db", NEW))
    seen: set[str] = set()
    while not swap.done():
        seen |= await crowd(datasette)
    await swap

    assert seen <= {OLD, NEW}
    assert await crowd(datasette) == {NEW}


async def test_old_files_are_let_go(datasette: Datasette, tmp_path: Path) -> None:
    """No connection to an old file stays open in a thread that has answered since: its disk space comes free."""
    for _ in range(5):
        write_sample(tmp_path / "archive.db", NEW)
        await crowd(datasette)

    held = datasette.get_database("archive")._all_file_connections  # noqa: SLF001 - Datasette has no other way to tell
    assert len(held) <= datasette.setting("num_sql_threads")


async def test_the_last_archive_is_served_while_none_stands_there(datasette: Datasette, tmp_path: Path) -> None:
    """Where the file is taken away, threads that have it open go on reading it."""
    await crowd(datasette)
    (tmp_path / "archive.db").unlink()

    held = datasette.get_database("archive")
    assert (await held.execute("SELECT built_at FROM builds")).single_value() == OLD
