"""An archive opened for reading, where no server does it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from morgue.errors import ArchiveError

Connection = sqlite3.Connection
"""An archive that is open: what those pass on who have no business with SQLite themselves."""


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """Lend a connection that can only read, and sees the archive as it is now for as long as it is lent.

    Raises:
        ArchiveError: There is no such file, or it is no archive, or one that an older version has built.
    """
    if not path.is_file():
        raise ArchiveError(f"There is no archive {path}: build one with build_db.py, or name another.")
    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as connection:
        try:
            # One transaction for all: to lock the file anew for each of a page's thirty questions takes its time, too.
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM corrections LIMIT 1").fetchone()
        except sqlite3.DatabaseError as error:
            raise ArchiveError(f"{path} is no archive of this version ({error}): build it anew.") from error
        try:
            yield connection
        except sqlite3.OperationalError as error:
            if not str(error).startswith("no such "):
                raise
            raise ArchiveError(f"{path} was built by another version of Morgue ({error}): build it anew.") from error
