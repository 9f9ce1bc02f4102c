"""People, bodies and places as hits, by any name that they are printed under."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.search.folding import Leader
from morgue.browse.search.statement import Statement, listed

_ENTITIES = Statement("""
SELECT e.id, e.uid, e.name, e.kind, e.article_count, e.story_count, e.mention_count,
  (SELECT group_concat(name, '; ') FROM (
    SELECT n.name FROM aliases n WHERE n.entity_id = e.id AND n.name <> e.name
    ORDER BY n.mention_count DESC, n.name LIMIT 5)) AS aliases
FROM entities e WHERE e.id IN""")


@dataclass(frozen=True, slots=True)
class EntityHit:
    """A person, body or place whose name matches; `aliases` are its commonest other names."""

    uid: str
    name: str
    kind: str
    address: str
    article_count: int
    story_count: int
    mention_count: int
    aliases: tuple[str, ...]


def entity_hits(connection: sqlite3.Connection, leaders: Sequence[Leader]) -> tuple[EntityHit, ...]:
    """The hits of one page, in the order of their leaders."""
    rows = {row["id"]: row for row in (_ENTITIES + listed([leader.id for leader in leaders])).rows(connection)}
    return tuple(_hit(rows[leader.id]) for leader in leaders)


def _hit(row: sqlite3.Row) -> EntityHit:
    return EntityHit(
        uid=row["uid"],
        name=row["name"],
        kind=row["kind"],
        address=f"/entities/{row['uid']}",
        article_count=row["article_count"],
        story_count=row["story_count"],
        mention_count=row["mention_count"],
        aliases=tuple((row["aliases"] or "").split("; ")) if row["aliases"] else (),
    )
