"""How many rows each table has."""

from __future__ import annotations

import sqlite3

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The rows of every table by its name, those that full-text search keeps for itself included."""
    names = [name for (name,) in connection.execute(_TABLES)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
