"""CSV and TSV: a row is an article, the first row names the columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.fields import CONTENT, own_names
from morgue.read.form import Format, Found, Options
from morgue.read.formats.rows import Row, line, rows
from morgue.read.limits import all_bytes
from morgue.read.mapped import Record, document

MOST_NAMED, LONGEST = 40, 60  # columns in a message, characters of each


def _articles(delimiter: str, found: Found, options: Options) -> Iterator[Original | Problem]:
    decoded = decode(all_bytes(found, options))
    if decoded is None:
        yield problems.binary(found.place)
        return
    table = rows(decoded.text, delimiter)
    header = next(table, None)
    if header is None:
        yield problems.empty(found.place)
        return
    columns = _columns(header.cells)
    if not _has_text(columns, options):
        yield problems.no_text_column(found.place, [name[:LONGEST] for name in columns[:MOST_NAMED] if name])
        return
    if decoded.weak:
        yield problems.guessed(found.place, decoded.encoding)
    yield from _rows(found, columns, table, decoded.encoding, options)


def _columns(names: list[str]) -> list[str]:
    """The names of the columns, empty ones at the end left out."""
    columns = [" ".join(name.split()) for name in names]
    while columns and not columns[-1]:
        columns.pop()
    return columns


def _has_text(columns: list[str], options: Options) -> bool:
    given = {options.map[field] for field in CONTENT if field in options.map}
    return not given.isdisjoint(columns) or not CONTENT.keys().isdisjoint(own_names(dict.fromkeys(columns)))


def _rows(
    found: Found, columns: list[str], table: Iterator[Row], encoding: str, options: Options
) -> Iterator[Original | Problem]:
    """The rows as documents, numbered as a spreadsheet does: the first below the names is 2.

    A mark that opens and never closes breaks many lines in a row: they are one problem.
    """
    broken: Row | None = None
    for number, row in enumerate(table, start=2):
        reason = row.reason or _misfit(row.cells, columns)
        if reason:
            broken = (broken or row._replace(reason=reason))._replace(last=row.last)
            continue
        yield from _told(found, broken)
        broken = None
        fields = {name: cell for name, cell in zip(columns, row.cells, strict=False) if name}
        record = Record(f"row {number}", fields, line(row.cells), "text/csv", encoding)
        yield document(found, record, options)
    yield from _told(found, broken)


def _misfit(cells: list[str], columns: list[str]) -> str:
    """Why a row does not fit under the columns. Cells may be missing at its end: many programs leave empty ones out."""
    if any(map(str.strip, cells[len(columns) :])):
        return f"it has {len(cells)} cells under {len(columns)} names"
    if len(cells) == 1 < len(columns):
        return f"it has one cell under {len(columns)} names"
    return ""


def _told(found: Found, broken: Row | None) -> Iterator[Problem]:
    if broken:
        lines = f"line {broken.first}" if broken.first == broken.last else f"lines {broken.first}–{broken.last}"
        yield problems.bad_rows(f"{found.path}, {found.inside(lines)}", broken.reason)


CSV = Format("csv", (".csv",), (), partial(_articles, ","))
TSV = Format("tsv", (".tsv", ".tab"), (), partial(_articles, "\t"))
