"""Who may see a table is asked once, and answered as Datasette answers it."""

from __future__ import annotations

from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.sample import write_sample

pytestmark = pytest.mark.unit
ROOT = Path(__file__).parents[2]


async def serve(folder: Path, allow: object) -> Datasette:
    """The sample, its quotes shown to whom `allow` names."""
    metadata = {"databases": {"archive": {"tables": {"quotes": {"allow": allow}}}}}
    write_sample(folder / "archive.db")
    datasette = Datasette([str(folder / "archive.db")], metadata=metadata, plugins_dir=str(ROOT / "plugins"))
    await datasette.invoke_startup()
    return datasette


async def test_what_is_denied_stays_denied(tmp_path: Path) -> None:
    """At the first question and at the next; what nothing is said of stays open."""
    datasette = await serve(tmp_path, allow=False)
    for _ in range(2):
        assert (await datasette.client.get("/archive/quotes.json")).status_code == 403
        assert (await datasette.client.get("/archive/stories.json")).status_code == 200


async def test_who_asks_still_matters(tmp_path: Path) -> None:
    """What is remembered is who may, not whether this one could."""
    datasette = await serve(tmp_path, allow={"id": "librarian"})
    asked = ("view-table", ("archive", "quotes"))
    assert [
        await datasette.permission_allowed({"id": who}, *asked, default=True) for who in ("librarian", "guest")
    ] == [True, False]


async def test_the_question_is_put_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rows ask it."""
    asked: list[tuple[str, str]] = []
    original = Datasette._table_permission_allows  # noqa: SLF001 - what is counted

    def counted(self: Datasette, database: str, table: str) -> object:
        asked.append((database, table))
        return original(self, database, table)

    monkeypatch.setattr(Datasette, "_table_permission_allows", counted)
    datasette = await serve(tmp_path, allow=None)
    await datasette.client.get("/archive")
    await datasette.client.get("/archive")
    assert len(asked) == len(set(asked)) > 5
