"""Everyone and everything named in the archive, kind by kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.paging import Paging, paged, window
from morgue.browse.query.fts import with_all
from morgue.browse.query.language import parse
from morgue.browse.rows import Arguments, all_rows

KINDS = """
SELECT value AS kind, article_count AS n FROM facet_counts WHERE facet = 'kind' ORDER BY article_count DESC, value
"""
COLUMNS = "SELECT e.uid, e.name, e.kind, e.about, e.article_count, e.story_count, e.mention_count FROM entities e"
NAMED = "e.id IN (SELECT rowid FROM entities_fts WHERE entities_fts MATCH ?)"
OF_KIND = "e.kind = ?"
MOST_MENTIONED = f"{COLUMNS} ORDER BY e.mention_count DESC, e.name, e.id LIMIT ?"
ORDERED = " ORDER BY e.article_count DESC, e.id LIMIT ? OFFSET ?"


@dataclass(frozen=True, slots=True)
class EntityLine:
    """A person, body or place in a list, with how much there is on it."""

    uid: str
    address: str
    name: str
    kind: str
    about: str | None
    article_count: int
    story_count: int
    mention_count: int


@dataclass(frozen=True, slots=True)
class Entities:
    """A page of the list, and how many there are of each kind."""

    q: str
    kind: str
    kinds: tuple[tuple[str, int], ...]
    entities: tuple[EntityLine, ...]
    paging: Paging


def entity_line(row: sqlite3.Row) -> EntityLine:
    """The line in a row of the table."""
    return EntityLine(
        uid=row["uid"],
        address=f"/entities/{row['uid']}",
        name=row["name"],
        kind=row["kind"],
        about=row["about"],
        article_count=row["article_count"],
        story_count=row["story_count"],
        mention_count=row["mention_count"],
    )


def entities(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Entities:
    """The most covered first. Parameters: `kind`, `q` (part of a name, in any of its forms), `page`."""
    kinds = tuple((row["kind"], row["n"]) for row in all_rows(connection, KINDS))
    kind = only(parameters, "kind")
    kind = kind if kind in dict(kinds) else ""
    asked = only(parameters, "q")
    shown, paging = paged(_found(connection, kind, asked, window(parameters)), parameters)
    return Entities(q=asked, kind=kind, kinds=kinds, entities=tuple(map(entity_line, shown)), paging=paging)


def most_mentioned(connection: sqlite3.Connection, limit: int) -> list[EntityLine]:
    """The entities that are named most often, of whatever kind."""
    return [entity_line(row) for row in all_rows(connection, MOST_MENTIONED, (limit,))]


def _found(connection: sqlite3.Connection, kind: str, asked: str, limits: Arguments) -> list[sqlite3.Row]:
    conditions: dict[str, str] = {}
    if kind:
        conditions[OF_KIND] = kind
    # Whoever types the beginning of a name means the name.
    if words := with_all(parse(f"{asked}*" if asked[-1:].isalnum() else asked)):
        conditions[NAMED] = words
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return all_rows(connection, COLUMNS + where + ORDERED, (*conditions.values(), *limits))
