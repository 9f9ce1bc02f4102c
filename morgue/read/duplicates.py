"""The same bytes twice are one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from morgue.model import Original, Problem
from morgue.read.problems import duplicate


def unique(records: Iterable[Original | Problem]) -> Iterator[Original | Problem]:
    """The records in their order, each document that repeats an earlier one's bytes replaced by a warning.

    Memory holds each document's place and digest, not the document.
    """
    first: dict[str, str] = {}
    for record in records:
        if isinstance(record, Problem):
            yield record
        elif record.sha256 in first:
            yield duplicate(record.place, first[record.sha256])
        else:
            first[record.sha256] = record.place
            yield record
