"""A search that is read to its end, without ranking and without holding all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.rows import one_row
from morgue.browse.search.filters import conditions
from morgue.browse.search.page import look
from morgue.browse.search.request import Request, request
from morgue.browse.search.shelves import SHELVES, Shelf
from morgue.browse.search.statement import Statement, Value, every
from morgue.browse.streams.columns import TOLD

RANK = "rank"
Row = Mapping[str, Value]
Span = tuple[int, int]
_EDITION = "SELECT max(id) || ' ' || max(built_at) AS edition FROM builds"


class Replaced(Exception):  # noqa: N818 - it is no error of ours
    """The archive was built anew meanwhile: its rows have other numbers now, and a stream of the old one must end."""


@dataclass(frozen=True, slots=True)
class Stream:
    """Everything that a search finds: the conditions on its rows, and the highest number that a row can have.

    `columns` are what is told of each row, `expression` what the page of results looks for in full text (None without
    words). `ranks` are the places of the rows that the page ranks; `edition` tells one build of the archive from the
    next.
    """

    asked: Request
    columns: tuple[str, ...]
    expression: str | None
    conditions: tuple[Statement, ...]
    ranks: Mapping[int, int]
    highest: int
    edition: str
    text: bool
    root: str

    @property
    def shelf(self) -> Shelf:
        """Where it is searched."""
        return SHELVES[self.asked.shelf]

    @property
    def newest_first(self) -> bool:
        """Whether the highest numbers come first."""
        return self.asked.sort != "oldest"

    def keys(self, connection: sqlite3.Connection, span: Span) -> list[int]:
        """The numbers of the rows within a span that match, in the order of the stream."""
        self._check(connection)
        found = key_rows(self.shelf, self.expression, self.conditions, span).rows(connection)
        return sorted((row["id"] for row in found), reverse=self.newest_first)

    def rows(self, connection: sqlite3.Connection, keys: Sequence[int]) -> list[Row]:
        """These rows, in this order, by column."""
        self._check(connection)
        told = {row["id"]: row for row in TOLD[self.asked.shelf].rows(keys, text=self.text).rows(connection)}
        return [{name: self._value(told[key], name) for name in self.columns} for key in keys]

    def _value(self, row: sqlite3.Row, column: str) -> Value:
        value: Value = self.ranks.get(row["id"]) if column == RANK else row[column]
        return f"{self.root}{value}" if value and column in TOLD[self.asked.shelf].addresses else value

    def _check(self, connection: sqlite3.Connection) -> None:
        if _edition(connection) != self.edition:
            raise Replaced


def stream(connection: sqlite3.Connection, parameters: Parameters, root: str = "") -> Stream:
    """The stream of a search; its words are read as the page of results reads them, so that both find the same.

    Addresses in it begin with `root` ("https://example.org").
    """
    asked = request(parameters)
    text = only(parameters, "text") == "1" and asked.shelf == "articles"
    found = look(connection, asked)
    shelf = found.shelf
    highest = one_row(connection, f"SELECT coalesce(max({shelf.key}), 0) AS n FROM {shelf.tables[0]}")
    return Stream(
        asked=asked,
        columns=_columns(connection, asked, text=text),
        expression=found.hits.expression,
        conditions=tuple(conditions(asked, found.narrowed, found.query, shelf)),
        ranks={key: n for n, key in enumerate(found.hits.ids, start=1)} if found.hits.expression else {},
        highest=highest["n"] if highest else 0,
        edition=_edition(connection),
        text=text,
        root=root,
    )


def _columns(connection: sqlite3.Connection, asked: Request, *, text: bool) -> tuple[str, ...]:
    """What is told of a row: the columns of its query without the number, and its place on the page of results."""
    nothing = TOLD[asked.shelf].rows((), text=text)
    _, *names = (each[0] for each in connection.execute(nothing.sql, nothing.values).description)
    return (*names, RANK) if asked.shelf != "entities" else tuple(names)


def key_rows(shelf: Shelf, expression: str | None, conditions: Sequence[Statement], span: Span) -> Statement:
    """The numbers of the rows from the first to the last of a span that match."""
    if expression is None:
        tables = shelf.tables
        where = [Statement(f"{shelf.key} BETWEEN ? AND ?", span)]
    else:
        tables = (shelf.fts, *shelf.tables)
        matches = f"{shelf.fts} MATCH ? AND {shelf.fts}.rowid BETWEEN ? AND ? AND {shelf.key} = {shelf.fts}.rowid"
        where = [Statement(matches, (expression, *span))]
    whole = every([*where, *map(Statement, shelf.joins), *conditions])
    return Statement(f"SELECT {shelf.key} AS id FROM {' CROSS JOIN '.join(tables)} WHERE") + whole


def _edition(connection: sqlite3.Connection) -> str:
    row = one_row(connection, _EDITION)
    return str(row["edition"]) if row else ""
