"""The columns of a table as Arrow knows them: the form between SQLite and every file that is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import pyarrow as pa  # type: ignore[import-untyped]  # it has no types

from morgue.browse.tables import Column, Table, batches
from morgue.publish.exports.notes import Note

_TYPES = {"integer": pa.int64(), "real": pa.float64(), "text": pa.string(), "blob": pa.binary()}
_READ = 1000  # rows read at once
_ROWS, _BYTES = 100_000, 32_000_000  # of a block: a row group of Parquet


def schema(columns: Sequence[Column], note: Note) -> pa.Schema:
    """The types of these columns, with what they mean."""
    return pa.schema([_field(column, note) for column in columns], metadata={"description": note.description})


def _field(column: Column, note: Note) -> pa.Field:
    kind = pa.json_() if note.is_json(column.name) else _TYPES[column.kind]
    about = {"description": note.columns.get(column.name, "")}
    return pa.field(column.name, kind, nullable=column.nullable, metadata=about)


def blocks(
    connection: sqlite3.Connection, table: Table, columns: Sequence[Column], wanted: pa.Schema
) -> Iterator[pa.Table]:
    """The rows of a table in blocks of some megabytes, so that memory holds one of them."""
    gathered: list[pa.RecordBatch] = []
    for rows in batches(connection, table, columns, _READ):
        gathered.append(_batch(rows, wanted))
        if sum(len(each) for each in gathered) >= _ROWS or sum(each.nbytes for each in gathered) >= _BYTES:
            yield pa.Table.from_batches(gathered, wanted)
            gathered = []
    if gathered:
        yield pa.Table.from_batches(gathered, wanted)


def _batch(rows: Sequence[Sequence[object]], wanted: pa.Schema) -> pa.RecordBatch:
    values = zip(*rows, strict=True)
    return pa.record_batch([pa.array(value, each.type) for value, each in zip(values, wanted, strict=True)], wanted)
