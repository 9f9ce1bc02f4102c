"""How many rows each table has."""

from __future__ import annotations

import sqlite3
from typing import Literal

_NAMES = "SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name"


def row_counts(connection: sqlite3.Connection, kind: Literal["table", "view"] = "table") -> dict[str, int]:
    """The rows of every table by its name, those that full-text search keeps for itself included; or of every view."""
    names = [name for (name,) in connection.execute(_NAMES, (kind,))]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
