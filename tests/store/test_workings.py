"""What a build remembers is there for the next one, and never stands in its way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from morgue.errors import ArchiveError
from morgue.store import Input, workings
from morgue.store.workings import beside

pytestmark = pytest.mark.unit


def remember(archive: Path) -> Input:
    """One reading of two records, one of them an article."""
    with workings(archive) as opened:
        number = opened.begin()
        opened.add(number, b"article", "00", b"raw")
        opened.add(number, b"problem")
        opened.complete(number, "key")
        opened.remember_facts("text", b"facts")
        made_of = Input("/a.txt", "a.txt", "ff", "2022-02-15T09:50:30Z", number)
        opened.finish([made_of], ["text"])
    return made_of


def test_they_lie_beside_the_archive(tmp_path: Path) -> None:
    """archive.db has archive.workings, which Datasette does not take for a database."""
    assert beside(tmp_path / "archive.db") == tmp_path.resolve() / "archive.workings"


def test_what_was_remembered_is_there(tmp_path: Path) -> None:
    """Records in their order, original bytes, facts and the inputs of the archive."""
    made_of = remember(tmp_path / "a.db")
    with workings(tmp_path / "a.db") as opened:
        number = opened.reading("key")
        assert number == made_of.reading
        assert list(opened.records(number)) == [b"article", b"problem"]
        assert opened.original("00") == b"raw"
        assert opened.facts("text") == b"facts"
        assert opened.inputs() == (made_of,)


def test_what_the_archive_no_longer_holds_is_forgotten(tmp_path: Path) -> None:
    """After a build without an input, its reading, bytes and facts are gone."""
    made_of = remember(tmp_path / "a.db")
    with workings(tmp_path / "a.db") as opened:
        opened.finish([], [])
        assert opened.reading("key") is None
        assert opened.facts("text") is None
        assert list(opened.records(made_of.reading)) == []
        with pytest.raises(KeyError):
            opened.original("00")


def test_an_interrupted_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Complete readings are remembered though the build failed; one that was not complete is read anew."""

    def interrupted() -> None:
        with workings(tmp_path / "a.db") as opened:
            whole, half = opened.begin(), opened.begin()
            opened.add(half, b"article")
            opened.complete(whole, "whole")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with workings(tmp_path / "a.db") as opened:
        assert opened.reading("whole") is not None
    db = sqlite3.connect(beside(tmp_path / "a.db"))
    assert db.execute("SELECT count(*) FROM readings").fetchone() == (1,)
    assert db.execute("SELECT count(*) FROM records").fetchone() == (0,)
    db.close()


@pytest.mark.parametrize("raw", [b"no database at all, and long enough to be looked at" * 99, b""])
def test_damaged_workings_are_begun_anew(tmp_path: Path, raw: bytes) -> None:
    """They only save work: what can't be understood is forgotten."""
    beside(tmp_path / "a.db").write_bytes(raw)
    with workings(tmp_path / "a.db") as opened:
        assert opened.inputs() == ()


def test_workings_of_another_edition_are_begun_anew(tmp_path: Path) -> None:
    """Tables may change between editions."""
    remember(tmp_path / "a.db")
    db = sqlite3.connect(beside(tmp_path / "a.db"))
    db.execute("PRAGMA user_version = 99")
    db.close()
    with workings(tmp_path / "a.db") as opened:
        assert opened.inputs() == ()


def test_a_fresh_build_forgets(tmp_path: Path) -> None:
    """What is remembered can be thrown away."""
    remember(tmp_path / "a.db")
    with workings(tmp_path / "a.db", fresh=True) as opened:
        assert opened.reading("key") is None


def test_two_builds_of_one_archive_do_not_meet(tmp_path: Path) -> None:
    """The second is told that the first is running."""
    with workings(tmp_path / "a.db"), pytest.raises(ArchiveError, match="Another build"):
        workings(tmp_path / "a.db").__enter__()


def test_a_full_disk_says_so(tmp_path: Path) -> None:
    """What SQLite says of a full disk comes with the remedy."""

    def filled() -> None:
        with workings(tmp_path / "a.db") as opened:
            opened._db.execute("PRAGMA max_page_count = 1")  # noqa: SLF001 - nobody fills a disk for a test
            opened.remember_facts("text", b"facts" * 100_000)

    with pytest.raises(ArchiveError, match="No space left"):
        filled()


def test_nothing_to_remember_leaves_no_file(tmp_path: Path) -> None:
    """A build that read nothing, from a folder that was mistaken for another, leaves nothing lying about."""
    with workings(tmp_path / "a.db"):
        pass
    assert list(tmp_path.iterdir()) == []
