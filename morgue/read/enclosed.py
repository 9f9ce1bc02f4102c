"""Manifests that lie in an archive, about its other members. Archives give them before these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.form import Found, Options
from morgue.read.manifest import Row, applied, rows_of


class Enclosed:
    """What the manifests in one archive say. One outside has the last word: whoever made the heap wrote it."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self._rows: dict[str, Row] = {}
        self._used: set[str] = set()

    def learn(self, manifest: Found, options: Options) -> Iterator[Problem]:
        """Takes in one manifest; yields what stood in the way of reading it."""
        for row in rows_of(manifest, options):
            if isinstance(row, Row):
                self._rows[row.target] = row
            else:
                yield row

    def told(self, records: Iterable[Original | Problem]) -> Iterator[Original | Problem]:
        """The records, the documents with what is said of them."""
        for record in records:
            if not isinstance(record, Original) or not self._rows:
                yield record
                continue
            document, target = applied(record, self._rows)
            self._used |= {target} if target else set()
            yield document

    def unmatched(self) -> Iterator[Problem]:
        """A problem for each row about something that is not there."""
        yield from (
            problems.unmatched(row.place, row.path) for row in self._rows.values() if row.target not in self._used
        )
