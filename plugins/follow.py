"""Lets a running server go on with the new archive as soon as a build has swapped it in.

A build replaces the file. SQLite connections stay with the file they opened, so Datasette, which keeps one connection
for each thread, would go on reading the old archive until it is restarted, and a thread that starts later would read
the new one. Here each query first asks the file system (some microseconds) whether its connection is still of the file
that stands there now. A page that is being put together at that very moment may draw on both.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from datasette import hookimpl
from datasette.app import Datasette
from datasette.database import Database, connections

Answer = TypeVar("Answer")
Edition = tuple[int, int, int]


@hookimpl
def startup(datasette: Datasette) -> None:
    """Puts a following database in place of each file that may change. Without threads there is nothing to follow."""
    if datasette.executor is not None:
        datasette.databases = datasette.databases.__class__(
            (name, FollowedDatabase(db) if db.path and db.is_mutable else db)
            for name, db in datasette.databases.items()
        )


class FollowedDatabase(Database):  # type: ignore[misc]  # Datasette has no types
    """A database whose connections are renewed when another file has taken its place."""

    def __init__(self, db: Database) -> None:
        """Takes the place of `db`, under its name and route."""
        super().__init__(db.ds, path=db.path, is_mutable=True)
        self.name, self.route = db.name, db.route
        self._editions: dict[int, Edition | None] = {}

    def connect(self, write: bool = False) -> sqlite3.Connection:  # noqa: FBT001, FBT002 - Datasette's signature
        """Opens the file that stands there now, and remembers which one that was."""
        edition = self._edition()
        connection: sqlite3.Connection = super().connect(write=write)
        self._editions[id(connection)] = edition
        return connection

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Runs `fn` in a thread, on a connection to the current file."""
        answer: Answer = await super().execute_fn(lambda connection: fn(self._current(connection)))
        return answer

    def _current(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        now = self._edition()
        if now is None or self._editions.get(id(connection)) == now:
            return connection
        renewed = self.connect()
        self.ds._prepare_connection(renewed, self.name)  # noqa: SLF001 - as Database.execute_fn does
        setattr(connections, self.name, renewed)
        self._close(connection)
        return renewed

    def _close(self, connection: sqlite3.Connection) -> None:
        self._editions.pop(id(connection), None)
        if connection in self._all_file_connections:
            self._all_file_connections.remove(connection)
        connection.close()

    def _edition(self) -> Edition | None:
        """What tells one file from the next; None while none stands there, so that the last one goes on being read."""
        try:
            found = Path(self.path).stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_mtime_ns
