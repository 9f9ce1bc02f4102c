"""A manifest: a table beside the files that says what they are. What it says goes before what is guessed.

`manifest.csv` or `manifest.jsonl`, a row for each file: `path` (counted from the manifest's folder; a file inside an
archive is "heap.zip/news/a.html", unless the manifest lies in there too), and under any of the names in fields.yml what
is known: url, source, published, headline, byline, …
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from posixpath import dirname, join, normpath

from morgue.model import Basis, Original, Problem, Stated
from morgue.read import problems
from morgue.read.broken import TooLargeError
from morgue.read.decoding import decode
from morgue.read.fields import own_names, stated
from morgue.read.form import JOINT, Found, Options
from morgue.read.formats.rows import rows
from morgue.read.limits import all_bytes

NAMES = ("manifest.csv", "manifest.jsonl")
PATH = "path"
FIELDS = tuple(each.name for each in fields(Stated) if each.name not in ("extra", "bases"))


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says about the file at `target`, which is named `path` there."""

    place: str
    path: str
    target: str
    stated: Stated


def is_manifest(name: str) -> bool:
    """Whether a file of this name is a manifest."""
    return name.lower() in NAMES


def manifests_apart(found: Iterable[Found]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The files to be read, and the manifests among them, which their names tell."""
    files = tuple(found)
    manifests = tuple(each for each in files if is_manifest(each.name))
    return tuple(each for each in files if each not in manifests), manifests


class Manifests:
    """What all manifests say. Of two rows about one file the later counts, of two manifests that which lies deeper."""

    def __init__(self, rows: Mapping[str, Row], doubts: Sequence[Problem]) -> None:
        """What the manifests say, by what they are about, and what stood in the way of reading them."""
        self._rows, self.doubts = rows, tuple(doubts)
        self._targets = sorted(rows)  # of ten thousand rows those about one file must be found at once

    def about(self, path: str) -> dict[str, Row]:
        """The rows about a file, and about what is inside it, by what they are about."""
        first, end = (bisect_left(self._targets, path + sign) for sign in "/0")  # "0" is what sorts behind "/"
        inside = self._targets[first:end]
        return {target: self._rows[target] for target in (path, *inside) if target in self._rows}

    def unmatched(self, used: Container[str | None]) -> Iterator[Problem]:
        """A problem for each row that no document was read for."""
        yield from (problems.unmatched(row.place, row.path) for target, row in self._rows.items() if target not in used)


def read_manifests(manifests: Iterable[Found], options: Options) -> Manifests:
    """What the manifests say, and what stood in the way of reading them."""
    told: dict[str, Row] = {}
    doubts: list[Problem] = []
    for manifest in sorted(manifests, key=lambda each: (each.path.count("/"), each.path)):
        for row in rows_of(manifest, options):
            if isinstance(row, Row):
                told[row.target] = row
            else:
                doubts.append(row)
    return Manifests(told, doubts)


def applied(original: Original, rows: Mapping[str, Row]) -> tuple[Original, str | None]:
    """A document with what the row about it says, and what that row is about; None where there is none.

    A row is about a document, or about all that a file holds, or what a file inside it holds: the nearest counts.
    """
    parts = original.member.split(JOINT) if original.member else []
    places = (_inside(original.path, JOINT.join(parts[:count])) for count in range(len(parts), -1, -1))
    row = next((rows[place] for place in places if place in rows), None)
    return (replace(original, stated=_over(row.stated, original.stated)), row.target) if row else (original, None)


def _inside(path: str, member: str) -> str:
    """The place of a member as manifests name it: "heap.zip/news/a.html"."""
    return join(path, member.replace(JOINT, "/")) if member else path


def _over(told: Stated, guessed: Stated) -> Stated:
    """What the manifest says, and where it is silent, what was there."""
    values = {name: getattr(told, name) or getattr(guessed, name) for name in FIELDS}
    bases: dict[str, Basis] = {name: "manifest" for name in FIELDS if getattr(told, name)}
    return Stated(**values, extra={**guessed.extra, **told.extra}, bases={**guessed.bases, **bases})


def rows_of(manifest: Found, options: Options) -> Iterator[Row | Problem]:
    """What one manifest says, and what stood in the way of reading it."""
    try:
        decoded = decode(all_bytes(manifest, options))
    except TooLargeError:
        yield problems.too_large(manifest.place, options.most_bytes)
        return
    except OSError as error:
        yield problems.unreadable(manifest.place, f"cannot be read ({(error.strerror or 'unknown reason').lower()})")
        return
    if decoded is None:
        yield problems.binary(manifest.place)
        return
    read = _table if manifest.name.lower().endswith(".csv") else _lines
    named = False
    for part, record in read(decoded.text):
        path = record.get(own_names(record).get(PATH, ""))
        if isinstance(path, str) and path.strip():
            named = True
            yield _row(manifest, part, path.strip(), record)
    if not named:
        yield problems.manifest_without_paths(manifest.place)


def _row(manifest: Found, part: str, path: str, record: Mapping[str, object]) -> Row:
    folder = dirname(_inside(manifest.path, manifest.member))
    target = normpath(join(folder, path.replace("\\", "/")))
    return Row(f"{manifest.place}, {part}", path, target, stated(record, own_names(record)[PATH]))


def _table(text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The rows of a CSV file, numbered as a spreadsheet does."""
    table = rows(text)
    header = next(table, None)
    for number, row in enumerate(table, start=2):
        yield f"row {number}", dict(zip(header.cells if header else (), row.cells, strict=False))


def _lines(text: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The objects of a JSON-lines file; what is none is passed over."""
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            record = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            continue
        if isinstance(record, dict):
            yield f"line {number}", {str(name): value for name, value in record.items()}
