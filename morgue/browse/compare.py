"""Two versions side by side, with what was taken out and what was put in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from morgue.browse.addresses import Parameters
from morgue.browse.alignment import Beside, aligned
from morgue.browse.cards import COLUMNS, TABLES, Card, card
from morgue.browse.differences import Change, are_same, both_sides
from morgue.browse.rows import all_rows

RowKind = Literal["same", "changed", "reworded", "left only", "right only"]
KINDS: tuple[RowKind, ...] = get_args(RowKind)
KEPT = 0.3  # share of words that must stay for a word-by-word comparison to be readable

BOTH = f"{COLUMNS}, b.text, b.layout, t.uid AS story {TABLES} JOIN bodies b ON b.article_id = a.id \
LEFT JOIN stories t ON t.id = a.story_id WHERE a.uid IN (?, ?) ORDER BY a.id"


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs beside each other: `left` holds what stayed and went, `right` what stayed and came.

    Of paragraphs that have too few words in common ("reworded") the whole went and the whole came.
    """

    kind: RowKind
    left: tuple[Change, ...]
    right: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """The content of a comparison. What the other derives from stands on the left, or else the earlier one."""

    left: Card
    right: Card
    story: str | None
    rows: tuple[Row, ...]

    @property
    def folds(self) -> tuple[tuple[bool, tuple[Row, ...]], ...]:
        """The rows, those that follow each other and are the same held together (True)."""
        return tuple(_folded(self.rows))

    @property
    def counts(self) -> dict[str, int]:
        """How many paragraphs there are of each kind."""
        kinds = [row.kind for row in self.rows]
        return {kind: kinds.count(kind) for kind in KINDS}


def compare(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Compare | None:
    """Two articles by the uids in the address; None unless both are there and differ."""
    found = all_rows(connection, BOTH, (matched["uid"], matched["other"]))
    if len(found) != 2:  # noqa: PLR2004 (two sides)
        return None
    left, right = found
    if left["derived_from"] == right["uid"]:
        left, right = right, left
    rows = _rows(_paragraphs(left), _paragraphs(right))
    story = left["story"] if left["story"] == right["story"] else None
    return Compare(left=card(left), right=card(right), story=story, rows=rows)


def _paragraphs(row: sqlite3.Row) -> list[str]:
    return [row["text"][part["start"] : part["end"]] for part in json.loads(row["layout"])]


def _rows(left: Sequence[str], right: Sequence[str]) -> tuple[Row, ...]:
    return tuple(_row(left, right, beside) for beside in aligned(left, right))


def _row(left: Sequence[str], right: Sequence[str], beside: Beside) -> Row:
    here, there = beside
    if here is None or there is None:
        gone = () if here is None else (Change("gone", left[here]),)
        added = () if there is None else (Change("added", right[there]),)
        return Row("right only" if here is None else "left only", gone, added)
    if are_same(left[here], right[there]):
        return Row("same", (Change("same", left[here]),), (Change("same", right[there]),))
    before, after = both_sides(left[here], right[there])
    if min(_kept(before), _kept(after)) < KEPT:
        return Row("reworded", (Change("gone", left[here]),), (Change("added", right[there]),))
    return Row("changed", before, after)


def _kept(changes: Sequence[Change]) -> float:
    """The share of letters that stayed."""
    return sum(len(c.text) for c in changes if c.kind == "same") / sum(len(c.text) for c in changes)


def _folded(rows: Sequence[Row]) -> Iterator[tuple[bool, tuple[Row, ...]]]:
    run: list[Row] = []
    for row in rows:
        if row.kind == "same":
            run.append(row)
            continue
        if run:
            yield True, tuple(run)
            run = []
        yield False, (row,)
    if run:
        yield True, tuple(run)
