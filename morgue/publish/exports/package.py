"""What lies beside the tables: datapackage.json (a Frictionless Data Package) for programs, README.md for people."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from morgue.browse.site import Site
from morgue.browse.tables import Column, Reference, Table
from morgue.publish.exports.forms import Form
from morgue.publish.exports.notes import Note, Notes

_TYPES = {"integer": "integer", "real": "number", "text": "string", "blob": "string"}
_READ = 1 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """A table that was written: its file, the columns that are in it, and how many rows."""

    table: Table
    columns: tuple[Column, ...]
    path: Path
    rows: int

    @property
    def left_out(self) -> tuple[str, ...]:
        """The columns that are not in the file."""
        return tuple(each.name for each in self.table.columns if each not in self.columns)


def package(written: Sequence[Written], form: Form, notes: Notes, made: Site) -> str:
    """The data package of these files; `made` tells of the archive's build."""
    names = {each.table.name for each in written}
    told = {
        "profile": "tabular-data-package" if form.name == "csv" else "data-package",
        "name": "morgue",
        "title": notes.title,
        "description": notes.description,
        "rights": notes.licence,  # "licenses" wants one that has a name
        "created": made.built_at,
        "version": made.version,
        "resources": [_resource(each, form, notes.of(each.table.name), names) for each in written],
    }
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False, indent=1) + "\n"


def _resource(written: Written, form: Form, note: Note, names: set[str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource" if form.name == "csv" else "data-resource",
        "name": written.table.name,
        "path": written.path.name,
        "title": note.title,
        "description": note.description,
        "format": form.name,
        "mediatype": form.media_type,
        "encoding": "utf-8",
        "bytes": written.path.stat().st_size,
        "hash": f"sha256:{_sha256(written.path)}",
        "rows": written.rows,
        "schema": _schema(written, note, names),
    }


def _schema(written: Written, note: Note, names: set[str]) -> dict[str, Any]:
    table, present = written.table, {each.name for each in written.columns}
    links = [_link(each) for each in table.references if each.table in names and each.column in present]
    return {
        "fields": [_field(each, note) for each in written.columns],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: Column, note: Note) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind]}
    if note.is_json(column.name):
        told["contentMediaType"] = "application/json"
    return {**told, "description": note.columns.get(column.name, "")}


def _link(reference: Reference) -> dict[str, Any]:
    return {"fields": reference.column, "reference": {"resource": reference.table, "fields": reference.other}}


def _sha256(path: Path) -> str:
    told = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_READ):
            told.update(piece)
    return told.hexdigest()


def readme(written: Sequence[Written], form: Form, notes: Notes, made: Site) -> str:
    """The files in words, in Markdown."""
    head = (
        f"# {notes.title}\n\n{notes.description}\n\nTaken from the archive that Morgue {made.version} built at "
        f"{made.built_at}. {notes.licence}.\n\n{READING[form.name]}\n"
        "`datapackage.json` tells the same to programs, with checksums (Frictionless Data Package).\n"
    )
    return head + "".join(_chapter(each, notes.of(each.table.name)) for each in written)


READING = {
    "parquet": (
        "Parquet, packed with Zstandard. Each column carries its description; JSON columns are marked as such.\n"
        "Read it with `duckdb.sql(\"SELECT * FROM 'articles.parquet'\")`, `pandas.read_parquet(…)`,\n"
        "`polars.read_parquet(…)` or R's `arrow::read_parquet(…)`.\n"
    ),
    "csv": (
        "CSV in UTF-8. Text stands in quotation marks; an empty place without them is null.\n"
        "These files are for programs: a spreadsheet may take a headline that begins with = for a formula.\n"
    ),
}


def _chapter(written: Written, note: Note) -> str:
    left_out = f" Left out: {', '.join(written.left_out)}." if written.left_out else ""
    rows = "".join(
        f"| {each.name} | {'JSON' if note.is_json(each.name) else each.kind}{' or null' if each.nullable else ''} "
        f"| {note.columns.get(each.name, '').replace('|', chr(92) + '|')} |\n"
        for each in written.columns
    )
    head = f"\n## {written.path.name}\n\n{note.title}: {note.description} {written.rows:,} rows.{left_out}\n\n"
    return f"{head}| column | type | what it is |\n|---|---|---|\n{rows}"
