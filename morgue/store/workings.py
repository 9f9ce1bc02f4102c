"""What a build remembers for the next one: a file beside the archive (archive.db → archive.workings).

Readings of files and facts of texts stand under keys that hold everything they depend on, so what is found is right; a
build that is interrupted goes on where it stopped. The archive never depends on it: without it, all is read anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from morgue.errors import ArchiveError
from morgue.store.swap import with_journals

EDITION = 1  # of the tables; a file of another edition is begun anew
_SETTINGS = ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON")
_COMMIT_EVERY = 500  # changes


@dataclass(frozen=True, slots=True)
class Input:
    """A file that an archive was made of: where it lay, its path in the archive, its checksum, time and reading."""

    location: str
    path: str
    sha256: str
    read_at: str
    reading: int


def beside(archive: Path) -> Path:
    """Where the workings of an archive are."""
    target = archive.resolve()
    return target.with_suffix(".workings")


def own_files(archive: Path) -> frozenset[Path]:
    """All files that a build of this archive writes, resolved, whether they are there or not."""
    return frozenset((*with_journals(archive.resolve()), *with_journals(beside(archive))))


@contextmanager
def workings(archive: Path, *, fresh: bool = False) -> Iterator[Workings]:
    """Opens the workings beside an archive; those that are damaged or of another edition are begun anew.

    Args:
        archive: where the archive is, or is to be; its folder must exist.
        fresh: forget what is remembered.

    Raises:
        ArchiveError: another build of this archive is running, or the folder takes no files.
    """
    path = beside(archive)
    if fresh:
        _remove(path)
    try:
        db = _opened(path)
    except sqlite3.OperationalError as error:
        raise ArchiveError(_explained(path, archive, error)) from error
    except sqlite3.DatabaseError:
        _remove(path)
        db = _opened(path)
    try:
        yield Workings(db)
    except sqlite3.OperationalError as error:
        raise ArchiveError(_explained(path, archive, error)) from error
    finally:
        empty = False
        with suppress(sqlite3.OperationalError):  # a full disk: what is lost is only remembered
            db.commit()
            empty = not db.execute("SELECT 1 FROM readings WHERE key IS NOT NULL LIMIT 1").fetchone()
        db.close()
        if empty:
            _remove(path)


class Workings:
    """What is remembered. See `workings`, which opens it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._uncommitted = 0

    def reading(self, key: str) -> int | None:
        """The number of the complete reading of this key, if it is remembered."""
        row = self._db.execute("SELECT id FROM readings WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def begin(self) -> int:
        """A new reading's number."""
        number: int = self._db.execute("INSERT INTO readings DEFAULT VALUES RETURNING id").fetchone()[0]
        return number

    def add(self, reading: int, packed: bytes, sha256: str | None = None, raw: bytes | None = None) -> None:
        """Keeps what came of the next record of a file; of an article its original bytes too, as zlib packs them."""
        self._db.execute("INSERT INTO records (reading_id, packed, sha256) VALUES (?, ?, ?)", [reading, packed, sha256])
        if raw is not None:
            self._db.execute("INSERT OR IGNORE INTO originals VALUES (?, ?)", [sha256, raw])
        self._commit_now_and_then()

    def complete(self, reading: int, key: str) -> None:
        """The reading is whole: it will be found under this key."""
        self._db.execute("UPDATE readings SET key = ? WHERE id = ?", [key, reading])
        self._commit_now_and_then()

    def records(self, reading: int) -> Iterator[bytes]:
        """What came of a file, packed, in its order."""
        found = self._db.execute("SELECT packed FROM records WHERE reading_id = ? ORDER BY id", [reading])
        yield from (packed for (packed,) in found)

    def original(self, sha256: str) -> bytes:
        """The original bytes of a record, as zlib packs them.

        Raises:
            KeyError: no record of this checksum is remembered.
        """
        row = self._db.execute("SELECT raw FROM originals WHERE sha256 = ?", [sha256]).fetchone()
        if row is None:
            raise KeyError(sha256)
        raw: bytes = row[0]
        return raw

    def facts(self, key: str) -> bytes | None:
        """The facts of a text, packed, if they are remembered."""
        row = self._db.execute("SELECT packed FROM facts WHERE key = ?", [key]).fetchone()
        return row[0] if row else None

    def remember_facts(self, key: str, packed: bytes) -> None:
        """Keeps the facts of a text."""
        self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", [key, packed])
        self._commit_now_and_then()

    def inputs(self) -> tuple[Input, ...]:
        """The files that the archive was made of by the last build, by path."""
        found = self._db.execute(
            "SELECT location, path, sha256, read_at, reading_id FROM inputs ORDER BY path, location, sha256"
        )
        return tuple(Input(*row) for row in found)

    def finish(self, inputs: Sequence[Input], facts: Iterable[str]) -> None:
        """The archive stands: remember what it was made of, and forget what it was not.

        Args:
            inputs: the files that it was made of.
            facts: the keys of the facts that it holds.
        """
        with self._db:
            self._db.execute("DELETE FROM inputs")
            self._db.executemany("INSERT INTO inputs VALUES (?, ?, ?, ?, ?)", map(astuple, inputs))
            self._db.execute("DELETE FROM readings WHERE id NOT IN (SELECT reading_id FROM inputs)")
            self._db.execute(
                "DELETE FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM records WHERE sha256 IS NOT NULL)"
            )
            self._db.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
            self._db.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in facts))
            self._db.execute("DELETE FROM facts WHERE key NOT IN (SELECT key FROM used)")
            self._db.execute("DROP TABLE used")
        self._uncommitted = 0

    def _commit_now_and_then(self) -> None:
        self._uncommitted += 1
        if self._uncommitted >= _COMMIT_EVERY:
            self._db.commit()
            self._uncommitted = 0


def _opened(path: Path) -> sqlite3.Connection:
    """The file with its tables. One of another edition is emptied by taking it away.

    Raises:
        sqlite3.OperationalError: it is in use, or cannot be written.
        sqlite3.DatabaseError: it is damaged.
    """
    db = sqlite3.connect(path, timeout=1)
    try:
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}").fetchall()
        _refuse_other_edition(db)
        db.executescript(_sql())
        db.execute(f"PRAGMA user_version = {EDITION}")
        db.execute("DELETE FROM readings WHERE key IS NULL AND id NOT IN (SELECT reading_id FROM inputs)")
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _refuse_other_edition(db: sqlite3.Connection) -> None:
    edition = db.execute("PRAGMA user_version").fetchone()[0]
    if edition not in (0, EDITION):
        raise sqlite3.DatabaseError(f"edition {edition}")


@cache
def _sql() -> str:
    return files("morgue.store").joinpath("workings.sql").read_text(encoding="utf-8")


def _remove(path: Path) -> None:
    for each in with_journals(path):
        each.unlink(missing_ok=True)


def _explained(path: Path, archive: Path, error: sqlite3.Error) -> str:
    if "locked" in str(error):
        return f"Another build of {archive} is running: wait for its end, or name another archive with --output."
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return f"No space left for {path}: free some on its disk and build again. The old archive is untouched."
    return f"{path} could not be written ({error}). The old archive is untouched."
