"""Reading rows by column name, whatever the connection's own row factory is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

Arguments = Sequence[str | int | float | None]


def all_rows(connection: sqlite3.Connection, sql: str, arguments: Arguments = ()) -> list[sqlite3.Row]:
    """Every row of a query."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, arguments).fetchall()


def all_tuples(connection: sqlite3.Connection, sql: str, arguments: Arguments = ()) -> list[tuple[Any, ...]]:
    """Every row of a query, without names."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, arguments).fetchall()


def one_row(connection: sqlite3.Connection, sql: str, arguments: Arguments = ()) -> sqlite3.Row | None:
    """The first row of a query, or None."""
    return next(iter(all_rows(connection, sql, arguments)), None)
