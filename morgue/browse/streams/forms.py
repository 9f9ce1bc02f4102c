"""Rows as text: CSV for spreadsheets, JSON lines for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.search.statement import Value
from morgue.browse.streams.stream import Row

# A spreadsheet takes a cell that begins so for a formula and runs it; an apostrophe before it keeps it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BYTE_ORDER_MARK = "\ufeff"  # without it, Excel takes UTF-8 for the local encoding


@dataclass(frozen=True, slots=True)
class Form:
    """A form of streams: what is added to the address, how a browser is told of it, who writes head and rows."""

    extension: str
    media_type: str
    head: Callable[[Sequence[str]], str]
    body: Callable[[Sequence[Row]], str]


def csv_head(columns: Sequence[str]) -> str:
    """The line with the names of the columns."""
    return _BYTE_ORDER_MARK + _table([columns])


def csv_body(rows: Sequence[Row]) -> str:
    """The rows as CSV by RFC 4180."""
    return _table([safe(value) for value in row.values()] for row in rows)


def _table(rows: Iterable[Sequence[Value]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def safe(value: Value) -> Value:
    """A cell that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def json_lines(rows: Sequence[Row]) -> str:
    """The rows as JSON, each in a line of its own."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


FORMS: Mapping[str, Form] = {
    form.extension: form
    for form in (
        Form("csv", "text/csv; charset=utf-8", csv_head, csv_body),
        Form("jsonl", "application/jsonl; charset=utf-8", lambda _: "", json_lines),
    )
}
