"""The rows of a table in text: CSV in any of its dialects."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

DELIMITERS = ",;\t|"
SAMPLE = 2_048  # characters: the sniffer's patterns take their time over long ones
WIDEST = min(sys.maxsize, 2**31 - 1)  # a field is an article, and the module's own limit of 131,072 is less than some


class Row(NamedTuple):
    """The cells of a row, or the reason why there are none, and the first and last of its lines, from 1."""

    cells: list[str]
    reason: str
    first: int
    last: int


def rows(text: str, usual: str = ",") -> Iterator[Row]:
    """The rows of a table that hold anything; `usual` is the delimiter where the first line does not tell it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, usual), strict=True)
    while True:
        first = reader.line_num + 1
        try:
            with _wide_fields():
                cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row([], str(error), first, reader.line_num)
        else:
            if any(map(str.strip, cells)):
                yield Row(cells, "", first, reader.line_num)


def line(cells: list[str]) -> bytes:
    """A row as a line of CSV on its own."""
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerow(cells)
    return written.getvalue().encode()


def _delimiter(text: str, usual: str) -> str:
    """From the line of names: the sniffer is misled by the commas of articles."""
    names = text[:SAMPLE].lstrip("\n").partition("\n")[0]
    try:
        return csv.Sniffer().sniff(names, DELIMITERS).delimiter
    except csv.Error:
        return usual


@contextmanager
def _wide_fields() -> Iterator[None]:
    """The limit is the whole process's: it is put back at once."""
    limit = csv.field_size_limit(WIDEST)
    try:
        yield
    finally:
        csv.field_size_limit(limit)
