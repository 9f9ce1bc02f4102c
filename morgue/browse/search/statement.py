"""SQL put together from parts, each with its own values. The browser runs the same statements without a server."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from morgue.browse.rows import all_rows, all_tuples

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of SQL, or all of it, with a value for each `?` in it."""

    sql: str
    values: tuple[Value, ...] = ()

    def __add__(self, other: Statement | str) -> Statement:
        """The two pieces one after the other."""
        behind = Statement(other) if isinstance(other, str) else other
        return Statement(f"{self.sql} {behind.sql}", self.values + behind.values)

    def rows(self, connection: sqlite3.Connection) -> list[sqlite3.Row]:
        """The rows that it gives, readable by column name."""
        return all_rows(connection, self.sql, self.values)

    def tuples(self, connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
        """The rows that it gives, as they are: of many the quicker way."""
        return all_tuples(connection, self.sql, self.values)


def every(conditions: Iterable[Statement]) -> Statement:
    """The condition that all conditions hold."""
    parts = list(conditions)
    sql = " AND ".join(part.sql for part in parts) or "true"
    return Statement(sql, tuple(value for part in parts for value in part.values))


def listed(values: Sequence[Value] | Sequence[int]) -> Statement:
    """A list for the right side of IN, of any length, as one value."""
    return Statement("(SELECT value FROM json_each(?))", (json.dumps(list(values)),))
