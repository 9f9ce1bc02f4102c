"""An archive that is not sound never gets into its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from morgue.errors import ArchiveError
from morgue.model import Version
from morgue.store import new_archive
from morgue.store.checks import check
from tests.sample import clippings, links, packed

pytestmark = pytest.mark.unit


def test_a_row_that_points_nowhere_is_named(tmp_path: Path) -> None:
    """A version derived from an article that is not there fails the build, which names the table and the row."""
    found = clippings()
    broken = replace(links(found), versions=(Version(3, "copy", 99),))

    def finished() -> None:
        with new_archive(tmp_path / "archive.db") as archive:
            archive.write(found, broken, (), packed)
            archive.finish()

    with pytest.raises(ArchiveError, match=r"check of references \(1\): articles row 3 → articles"):
        finished()
    assert list(tmp_path.iterdir()) == []


def test_damage_is_named() -> None:
    """What SQLite's own check finds fails the build in SQLite's words."""
    db = Database(memory=True)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute("CREATE TABLE pages (number INTEGER CHECK (number > 0))")
    db.execute("INSERT INTO pages VALUES (-1)")
    db.execute("PRAGMA ignore_check_constraints = OFF")

    with pytest.raises(ArchiveError, match="integrity check: CHECK constraint failed in pages"):
        check(db)
    db.close()
