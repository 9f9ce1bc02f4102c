"""The tables of an archive as they are, for who takes them away."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from morgue.browse.rows import all_rows

Kind = Literal["integer", "real", "text", "blob"]

# Virtual tables and what they keep their index in are made from the others, and are no use outside of SQLite.
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
_COLUMNS = 'SELECT name, lower(type) AS kind, "notnull", pk FROM pragma_table_info(?) ORDER BY cid'
_REFERENCES = 'SELECT "from", "table", coalesce("to", \'id\') AS "to" FROM pragma_foreign_key_list(?) ORDER BY "from"'
_KINDS: dict[str, Kind] = {"integer": "integer", "real": "real", "text": "text", "blob": "blob"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its kind, whether it may be null, and its place in the primary key (from 1; 0 where it is none)."""

    name: str
    kind: Kind
    nullable: bool
    place: int


@dataclass(frozen=True, slots=True)
class Reference:
    """That the values of a column are those of another table's column."""

    column: str
    table: str
    other: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns in order."""

    name: str
    columns: tuple[Column, ...]
    references: tuple[Reference, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """The columns of the primary key, in its order."""
        return tuple(each.name for each in sorted(self.columns, key=lambda each: each.place) if each.place)


def tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """Every table that holds something of its own, by name."""
    names = sorted(row["name"] for row in all_rows(connection, _TABLES))
    return tuple(Table(name, _columns(connection, name), _references(connection, name)) for name in names)


def _columns(connection: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    return tuple(
        # A key of one integer column is the row's own number, which is never null.
        Column(row["name"], _KINDS[row["kind"]], not (row["notnull"] or row["pk"]), row["pk"])
        for row in all_rows(connection, _COLUMNS, (table,))
    )


def _references(connection: sqlite3.Connection, table: str) -> tuple[Reference, ...]:
    return tuple(Reference(*row) for row in all_rows(connection, _REFERENCES, (table,)))


def row_count(connection: sqlite3.Connection, table: Table) -> int:
    """How many rows there are."""
    return int(all_rows(connection, f'SELECT count(*) AS n FROM "{table.name}"')[0]["n"])


def batches(
    connection: sqlite3.Connection, table: Table, columns: Sequence[Column], size: int
) -> Iterator[list[tuple[object, ...]]]:
    """The rows of a table in the order of its key, `size` at a time, so that memory holds no more."""
    named = ", ".join(f'"{each.name}"' for each in columns)
    order = ", ".join(f'"{name}"' for name in table.key) or "rowid"
    cursor = connection.cursor()
    cursor.row_factory = None
    cursor.execute(f'SELECT {named} FROM "{table.name}" ORDER BY {order}')
    while some := cursor.fetchmany(size):
        yield some
