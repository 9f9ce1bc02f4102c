"""Two versions side by side, with what was taken out, what was put in and what has moved."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from morgue.browse.addresses import Parameters
from morgue.browse.alignment import aligned
from morgue.browse.beside import KINDS, Pair, Row, RowKind, Span, rows
from morgue.browse.cards import COLUMNS, TABLES, Card, card
from morgue.browse.differences import are_same
from morgue.browse.discrepancies import Contradiction, of_pair
from morgue.browse.evidence import Evidence, evidence
from morgue.browse.rows import all_rows

SHORT = 30  # words that are sooner read than unfolded

BOTH = f"{COLUMNS}, b.text, b.layout, t.uid AS story, t.headline AS story_headline {TABLES} \
JOIN bodies b ON b.article_id = a.id LEFT JOIN stories t ON t.id = a.story_id WHERE a.uid IN (?, ?) ORDER BY a.id"
PASSAGES = """
SELECT start_char, end_char, other_start, other_end, kind FROM passages WHERE article_id = ? AND other_id = ?
UNION ALL SELECT other_start, other_end, start_char, end_char, kind FROM passages WHERE other_id = ? AND article_id = ?
"""


@dataclass(frozen=True, slots=True)
class Compare:
    """The content of a comparison. What the other derives from stands on the left, or else the earlier one.

    `is_linked` tells that linking has laid the two side by side; without that, paragraphs are matched by their words.
    `numbers` are the two in the tables. `story` is theirs if they have one in common, `debt` the evidence for what one
    took from the other.
    """

    numbers: tuple[int, int]
    left: Card
    right: Card
    story: str | None
    story_headline: str | None
    is_linked: bool
    rows: tuple[Row, ...]
    contradictions: tuple[Contradiction, ...]
    debt: Evidence | None

    @property
    def folds(self) -> tuple[tuple[bool, tuple[Row, ...]], ...]:
        """The rows, those that follow each other and are the same held together (True)."""
        return tuple(_folded(self.rows))

    @property
    def words(self) -> dict[str, int]:
        """How many words there are of each kind, as the side counts them that has them; on both, the right one."""
        counted: dict[str, int] = dict.fromkeys((kind for kind in KINDS if kind != "moved on"), 0)
        for row in self.rows:
            if row.kind != "moved on":
                counted[row.kind] += row.length
        return counted


def compare(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Compare | None:
    """Two articles by the uids in the address; None unless both are there and differ."""
    found = all_rows(connection, BOTH, (matched["uid"], matched["other"]))
    if len(found) != 2:  # noqa: PLR2004 (two sides)
        return None
    left, right = found
    if left["derived_from"] == right["uid"]:
        left, right = right, left
    linked = _passages(connection, left["id"], right["id"])
    is_one_story = left["story"] is not None and left["story"] == right["story"]
    known = evidence(connection, right["id"])
    return Compare(
        numbers=(left["id"], right["id"]),
        left=card(left),
        right=card(right),
        story=left["story"] if is_one_story else None,
        story_headline=left["story_headline"] if is_one_story else None,
        is_linked=bool(linked),
        rows=rows(left["text"], right["text"], linked) if linked else tuple(_matched(left, right)),
        contradictions=of_pair(connection, left["id"], right["id"]),
        debt=next((each for each in known if each.other.uid == left["uid"]), None),
    )


def _passages(connection: sqlite3.Connection, left: int, right: int) -> list[Pair]:
    """What linking found to belong together."""
    return [
        Pair((row[0], row[1]), (row[2], row[3]), cast("RowKind", row[4]))
        for row in all_rows(connection, PASSAGES, (left, right, left, right))
    ]


def _matched(left: sqlite3.Row, right: sqlite3.Row) -> Iterator[Row]:
    """Paragraphs beside each other that share enough words to be told as one."""
    for row in rows(left["text"], right["text"], _pairs(left, right)):
        yield replace(row, kind="reworded") if row.is_whole else row


def _pairs(left: sqlite3.Row, right: sqlite3.Row) -> Iterator[Pair]:
    here, there = _paragraphs(left), _paragraphs(right)
    beside = aligned([left["text"][slice(*span)] for span in here], [right["text"][slice(*span)] for span in there])
    for mine, other in beside:
        if mine is not None and other is not None:
            same = are_same(left["text"][slice(*here[mine])], right["text"][slice(*there[other])])
            yield Pair(here[mine], there[other], "same" if same else "edited")


def _paragraphs(row: sqlite3.Row) -> list[Span]:
    return [(part["start"], part["end"]) for part in json.loads(row["layout"])]


def _folded(rows: Sequence[Row]) -> Iterator[tuple[bool, tuple[Row, ...]]]:
    run: list[Row] = []
    for row in rows:
        if row.kind == "same" and row.moved is None:
            run.append(row)
            continue
        yield from _closed(run)
        run = []
        yield False, (row,)
    yield from _closed(run)


def _closed(run: Sequence[Row]) -> Iterator[tuple[bool, tuple[Row, ...]]]:
    """A run of what is the same: folded, unless it is short."""
    if run:
        yield sum(row.length for row in run) > SHORT, tuple(run)
