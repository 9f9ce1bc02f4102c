"""What Datasette is told about the archive is whole and true."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import DEFAULT_SETTINGS

from tests.served import ROOT, site_folder

pytestmark = pytest.mark.unit

METADATA: dict[str, Any] = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))
ARCHIVE: dict[str, Any] = METADATA["databases"]["archive"]
SCHEMA = (ROOT / "morgue" / "store" / "schema.sql").read_text(encoding="utf-8")


def schema() -> dict[str, list[str]]:
    """The tables and views of an archive with their columns; full-text tables are not for reading."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        names = [n for (n,) in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
        return {
            name: [column[1] for column in db.execute(f"PRAGMA table_info({name})")]
            for name in names
            if not re.search(r"_fts(_|$)", name)
        }


def test_every_table_is_described() -> None:
    """Each table and view has a title and a description, and nothing is described that is not there."""
    assert set(ARCHIVE["tables"]) == set(schema())
    assert [name for name, table in ARCHIVE["tables"].items() if not (table["title"] and table["description"])] == []


@pytest.mark.parametrize("table", sorted(schema()))
def test_every_column_is_described(table: str) -> None:
    """Each column has its description, in the order of the schema."""
    described = ARCHIVE["tables"][table]["columns"]

    assert list(described) == schema()[table]
    assert all(described.values())


@pytest.mark.parametrize("table", sorted(ARCHIVE["tables"]))
def test_every_named_column_exists(table: str) -> None:
    """Labels, sorting, facets and units name columns of their table."""
    told = ARCHIVE["tables"][table]
    named = [told[key] for key in ("label_column", "sort", "sort_desc", "fts_pk") if key in told]
    named += [*told.get("sortable_columns", ()), *told.get("facets", ()), *told.get("units", ())]

    assert set(named) <= set(schema()[table])


@pytest.mark.parametrize("query", sorted(ARCHIVE["queries"]))
def test_every_query_tells_what_it_asks(query: str) -> None:
    """Each canned query has a title, and its description names each of its parameters."""
    told = ARCHIVE["queries"][query]
    parameters = set(re.findall(r":([a-z]+)", told["sql"]))

    assert told["title"]
    assert [name for name in parameters if not re.search(rf"\b{name}\b", told["description"])] == []


def test_the_settings_are_known_to_datasette() -> None:
    """Each setting exists, and none lets a visitor ask the server for too much."""
    settings = json.loads((ROOT / "settings.json").read_text(encoding="utf-8"))

    assert settings.keys() <= DEFAULT_SETTINGS.keys()
    assert not settings["suggest_facets"]
    assert settings["sql_time_limit_ms"] <= 2000


def test_datasette_serves_the_folder_without_a_warning(tmp_path: Path) -> None:
    """`datasette .` takes up everything in the folder and says nothing but the answer."""
    folder = site_folder(tmp_path)
    # Datasette leaves its in-memory database open, which Python 3.13 tells when it is collected.
    warnings = ["-W", "error", "-W", "ignore:unclosed database:ResourceWarning"]
    command = [sys.executable, *warnings, "-m", "datasette", ".", "--get", "/archive/builds.json?_shape=array"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["model"] == "sample"
