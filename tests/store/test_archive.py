"""Archives replace the old one when they are whole, or leave it as it was."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from morgue.errors import ArchiveError
from morgue.model import Links
from morgue.store import archive as archive_module
from morgue.store import new_archive
from tests.sample import PROBLEMS, SHEETS, build, clippings, links, packed, write_sample

pytestmark = pytest.mark.unit

TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name"


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of an archive."""
    with closing(sqlite3.connect(path)) as db:
        return {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in db.execute(TABLES).fetchall()}


def pages(path: Path) -> list[bytes]:
    """The file cut into its pages."""
    content = path.read_bytes()
    return [content[i : i + 4096] for i in range(0, len(content), 4096)]


def test_the_sample_fills_every_table(tmp_path: Path) -> None:
    """Every table of the schema has rows, so that whatever reads an archive can be tried on the sample.

    But for two, which `test_entity_pages.py` fills: nobody is in a hundred of its articles, or named in others' words.
    """
    empty = {name for name, rows in tables(write_sample(tmp_path / "archive.db")).items() if not rows}

    assert empty == {"company", "quoted_about"}


def test_nothing_stands_beside_a_finished_archive(tmp_path: Path) -> None:
    """A build leaves the archive and no journal, log or draft beside it."""
    write_sample(tmp_path / "archive.db")

    assert [file.name for file in tmp_path.iterdir()] == ["archive.db"]


def test_one_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two builds with the same record of the build are the same file."""
    one, two = write_sample(tmp_path / "one.db"), write_sample(tmp_path / "two.db")

    assert one.read_bytes() == two.read_bytes()


def test_the_hash_seed_does_not_show_in_the_bytes(tmp_path: Path) -> None:
    """Builds of processes with different hash seeds are the same file."""
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "tests.sample", str(tmp_path / seed)]
        root = Path(__file__).parents[2]
        subprocess.run(command, check=True, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed})

    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_two_builds_differ_in_the_builds_row_alone(tmp_path: Path) -> None:
    """A build at another time changes the builds table and no more than its page."""
    one = write_sample(tmp_path / "one.db", "2026-01-01T00:00:00Z")
    two = write_sample(tmp_path / "two.db", "2026-02-02T00:00:00Z")

    differing = [i for i, (a, b) in enumerate(zip(pages(one), pages(two), strict=True)) if a != b]
    assert len(differing) == 1
    first, second = tables(one), tables(two)
    assert first.pop("builds") != second.pop("builds")
    assert first == second


@pytest.mark.parametrize("end", [RuntimeError, KeyboardInterrupt])
def test_a_failed_build_leaves_the_old_archive(tmp_path: Path, end: type[BaseException]) -> None:
    """Whatever ends a build early, the old archive keeps its bytes and nothing is left beside it."""
    path = write_sample(tmp_path / "archive.db")
    before = path.read_bytes()

    def interrupted() -> None:
        with new_archive(path) as archive:
            archive.write(clippings(), Links(), (), packed)
            raise end

    with pytest.raises(end):
        interrupted()
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_keeps_the_old_archive_while_the_new_one_comes(tmp_path: Path) -> None:
    """A connection that was open before the swap goes on reading what it began with."""
    path = write_sample(tmp_path / "archive.db", "2026-01-01T00:00:00Z")
    with closing(sqlite3.connect(path)) as reader:
        write_sample(path, "2026-02-02T00:00:00Z")

        assert reader.execute("SELECT built_at FROM builds").fetchall() == [("2026-01-01T00:00:00Z",)]


def test_a_journal_of_the_old_archive_goes_with_it(tmp_path: Path) -> None:
    """A journal left beside the old archive would be rolled back into the new one: it is taken away."""
    path = write_sample(tmp_path / "archive.db")
    for suffix in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"old")
    write_sample(path)

    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_an_archive_stays_a_link(tmp_path: Path) -> None:
    """Where the target is a symbolic link, the file that it points to is replaced."""
    (tmp_path / "disk").mkdir()
    path = tmp_path / "archive.db"
    path.symlink_to(tmp_path / "disk" / "archive.db")
    write_sample(path)

    assert path.is_symlink()
    assert len(tables(path)["articles"]) == len(SHEETS)


def test_drafts_of_dead_builds_are_cleared_away(tmp_path: Path) -> None:
    """What a killed build left is removed; what a running build is writing stays."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    dead, living = (tmp_path / f".archive.db.building-{pid}" for pid in (done.pid, os.getppid()))
    dead.touch()
    living.touch()
    write_sample(tmp_path / "archive.db")

    assert not dead.exists()
    assert living.exists()


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    """A target that is a folder is refused, with a name that would do."""
    with pytest.raises(ArchiveError, match=r"is a folder: name a file in it instead, such as .*archive\.db"):
        write_sample(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A target in a folder that does not exist is refused, and the folder named."""
    with pytest.raises(ArchiveError, match=r"nowhere does not exist: create it"):
        write_sample(tmp_path / "nowhere" / "archive.db")


def test_a_closed_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be written to is refused before anything is built."""
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(ArchiveError, match=r"is not writable: make it so, or choose another place"):
        write_sample(tmp_path / "archive.db")


def test_a_full_disk_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the message says so and what to do, and the old archive stays."""
    path = write_sample(tmp_path / "archive.db")
    before = path.read_bytes()
    monkeypatch.setattr(archive_module, "_SETTINGS", ("max_page_count = 60",))

    with pytest.raises(ArchiveError, match=r"No space left for .*archive\.db: free some"):
        write_sample(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_stored_is_told_plainly(tmp_path: Path) -> None:
    """An article that comes twice breaks the build with a message of ours, not with one of SQLite's alone."""
    found = clippings()

    def doubled() -> None:
        with new_archive(tmp_path / "archive.db") as archive:
            archive.write((*found, found[0]), Links(), (), packed)

    with pytest.raises(ArchiveError, match=r"archive\.db could not be written: UNIQUE constraint failed: articles"):
        doubled()


def test_counts_tell_what_was_written(tmp_path: Path) -> None:
    """The counts of a build are the rows of its tables."""
    found = clippings()
    with new_archive(tmp_path / "archive.db") as archive:
        archive.write(found, links(found), PROBLEMS, packed)
        counts = archive.counts()
        archive.finish()
        archive.record(build())

    written = tables(tmp_path / "archive.db")
    assert counts == {table: len(written[table]) for table in counts}
    assert {"documents", "articles", "entities", "quotes", "stories", "problems"} <= counts.keys()


def test_an_archive_without_articles_can_be_built(tmp_path: Path) -> None:
    """The store itself takes no offence at an empty archive: whether one is wanted is for others to say."""
    with new_archive(tmp_path / "archive.db") as archive:
        archive.write((), Links(), PROBLEMS, packed)
        archive.finish()

    assert len(tables(tmp_path / "archive.db")["problems"]) == len(PROBLEMS)


def test_a_swap_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk refuses the finished file, the old archive stays, and the message says what to do."""
    path = write_sample(tmp_path / "archive.db")
    before = path.read_bytes()

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ArchiveError, match=r"could not be replaced \(No space left on device\): free some space"):
        write_sample(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_of_our_own_number_is_no_living_build(tmp_path: Path) -> None:
    """Numbers of processes come round again, in containers at once: a draft under our own is a leftover."""
    (tmp_path / f".archive.db.building-{os.getpid()}").write_bytes(b"half an archive")

    assert len(tables(write_sample(tmp_path / "archive.db"))["articles"]) == len(SHEETS)
