"""Writes the tables of an archive into a folder, one after the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types

from morgue.browse.opening import opened
from morgue.browse.site import site
from morgue.browse.tables import Column, Table, row_count, tables
from morgue.errors import MorgueError
from morgue.publish.exports.arrow import blocks, schema
from morgue.publish.exports.forms import FORMS
from morgue.publish.exports.notes import Notes, notes
from morgue.publish.exports.package import Written, package, readme

Advance = Callable[[Table, int], None]


@dataclass(frozen=True, slots=True)
class Options:
    """What to export, and where to.

    `tables` are the only ones wanted, all where it is empty; `blobs` also takes columns of bytes (the original files).
    `metadata` is the file that says what columns mean.
    """

    archive: Path
    folder: Path
    metadata: Path
    form: str = "parquet"
    tables: tuple[str, ...] = ()
    blobs: bool = False


def planned(options: Options) -> tuple[tuple[Table, int], ...]:
    """The tables that will be written, each with its rows.

    Raises:
        MorgueError: A table that is asked for isn't there, or the form can't hold bytes, which were asked for.
    """
    if options.blobs and not FORMS[options.form].has_bytes:
        raise MorgueError(f"A {options.form} file can't hold the bytes of original files: take --format parquet.")
    with opened(options.archive) as connection:
        found = tables(connection)
        known = [each.name for each in found]
        if missing := sorted(set(options.tables) - set(known)):
            raise MorgueError(f"There is no table {', '.join(missing)}. There are: {', '.join(known)}.")
        asked = [each for each in found if not options.tables or each.name in options.tables]
        wanted = [each for each in asked if _columns(each, options)]
        return tuple((each, row_count(connection, each)) for each in wanted)


def export(options: Options, advance: Advance = lambda _table, _rows: None) -> tuple[Written, ...]:
    """Write the tables, then what tells of them. `advance` hears of each table how many more rows are written."""
    plan, said, form = planned(options), notes(options.metadata), FORMS[options.form]
    options.folder.mkdir(parents=True, exist_ok=True)
    with opened(options.archive) as connection:
        written = tuple(_write(connection, table, options, said, advance) for table, _ in plan)
        made = site(connection, said.title)
    for name, text in (("README.md", readme), ("datapackage.json", package)):
        (options.folder / name).write_text(text(written, form, said, made), "utf-8", newline="\n")
    return written


def _columns(table: Table, options: Options) -> tuple[Column, ...]:
    """What is written of a table."""
    return tuple(each for each in table.columns if options.blobs or each.kind != "blob")


def _write(connection: sqlite3.Connection, table: Table, options: Options, said: Notes, advance: Advance) -> Written:
    """One table. Its file gets its name only when it is whole."""
    form = FORMS[options.form]
    columns = _columns(table, options)
    path = options.folder / f"{table.name}.{form.name}"
    unfinished = path.with_name(f"{path.name}.part")
    counted = _Counted(table, advance)
    wanted = schema(columns, said.of(table.name))
    try:
        form.write(unfinished, wanted, counted.through(blocks(connection, table, columns, wanted)))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return Written(table, columns, path, counted.rows)


class _Counted:
    """Counts rows on their way to a file."""

    def __init__(self, table: Table, advance: Advance) -> None:
        self.rows = 0
        self._table, self._advance = table, advance

    def through(self, blocks: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """The same blocks."""
        for block in blocks:
            yield block
            self.rows += len(block)
            self._advance(self._table, len(block))
