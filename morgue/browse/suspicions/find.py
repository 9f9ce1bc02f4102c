"""All suspicions of an archive, those first that concern most mentions."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from morgue.browse.rows import all_rows
from morgue.browse.suspicions.nouns import Subject, Suspicion
from morgue.browse.suspicions.oddities import gainsaid, junk
from morgue.browse.suspicions.pairs import alike, two_kinds
from morgue.browse.suspicions.surnames import lone_surnames
from morgue.browse.suspicions.unplaced import unplaced

SUBJECTS = (
    "SELECT id, uid, name, kind, mention_count, article_count FROM entities ORDER BY mention_count DESC, name, id"
)
ANSWERED = "SELECT verb, entity_id, other_id FROM corrections WHERE entity_id IS NOT NULL"


def suspicions(connection: sqlite3.Connection, limit: int | None = None) -> tuple[list[Suspicion], int]:
    """What a person should look at first.

    Args:
        connection: The archive.
        limit: How many to give, None for all.

    Returns:
        The suspicions, most mentions at stake first, no entities twice; and how many there are in all. While it is a
        question whether something is the same as another, nobody asks what it is.
    """
    subjects = _subjects(connection)
    apart, settled = _answered(connection)
    found: list[Suspicion] = []
    asked: set[tuple[int, ...]] = set()
    paired: set[int] = set()
    for suspicion in _all(connection, subjects):
        if suspicion.printed:
            found.append(suspicion)
            continue
        ids = tuple(sorted(subject.id for subject in suspicion.subjects))
        known = settled | paired if len(ids) == 1 else apart
        if ids not in asked and known.isdisjoint(ids if len(ids) == 1 else combinations(ids, 2)):
            asked.add(ids)
            paired.update(ids if len(ids) > 1 else ())
            found.append(suspicion)
    found.sort(key=lambda suspicion: -suspicion.at_stake)
    return found[:limit], len(found)


def _subjects(connection: sqlite3.Connection) -> list[Subject]:
    """All entities, most mentioned first, those marked that share their name: a verdict may give them one kind."""
    subjects = [Subject(*row) for row in all_rows(connection, SUBJECTS)]
    called = Counter(_called(subject) for subject in subjects)
    return [each if called[_called(each)] == 1 else replace(each, alone=False) for each in subjects]


def _called(subject: Subject) -> str:
    """What a verdict takes for the same name, possessive or not."""
    return subject.folded.removesuffix("'s")


def _all(connection: sqlite3.Connection, subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """Surer rules first: a pair or an entity is asked about once."""
    yield from two_kinds(subjects)
    yield from lone_surnames(subjects)
    yield from alike(connection, subjects)
    yield from junk(subjects)
    yield from gainsaid(connection, subjects)
    yield from unplaced(connection, subjects)


def _answered(connection: sqlite3.Connection) -> tuple[set[tuple[int, int]], set[int]]:
    """Pairs that people keep apart, and entities of which they have said what they are or are called."""
    rows = all_rows(connection, ANSWERED)
    pairs = ((row["entity_id"], row["other_id"]) for row in rows if row["verb"] == "not-the-same" and row["other_id"])
    settled = {row["entity_id"] for row in rows if row["verb"] in ("kind", "rename")}
    return {(min(pair), max(pair)) for pair in pairs}, settled
