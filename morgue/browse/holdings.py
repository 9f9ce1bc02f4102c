"""What an archive holds, thing by thing, for whoever goes through all of it: the publisher of static pages.

Things are asked for by ranges of their numbers, so that several processes share the work without knowing of each other.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Literal

from morgue.browse.rows import all_rows, one_row

Kind = Literal["articles", "stories", "entities", "utterances", "quotes", "former_uids"]
Feeding = Literal["articles", "quotes"]

# An utterance that was printed once, and a story of one article, stand in that article only: they are not `shared`.
UIDS: dict[Kind, str] = {
    "articles": "SELECT uid FROM articles WHERE id BETWEEN ? AND ? ORDER BY id",
    "stories": "SELECT uid FROM stories WHERE id BETWEEN ? AND ? AND article_count >= ? ORDER BY id",
    "utterances": "SELECT uid FROM utterances WHERE id BETWEEN ? AND ? AND quote_count >= ? ORDER BY id",
    "quotes": "SELECT uid FROM quotes WHERE id BETWEEN ? AND ? AND utterance_id IS NULL ORDER BY id",
    "entities": "SELECT uid FROM entities WHERE id BETWEEN ? AND ? ORDER BY id",
    "former_uids": "SELECT uid FROM former_uids WHERE entity_id BETWEEN ? AND ? ORDER BY uid",
}
COUNTED: dict[Kind, str] = {
    "stories": "SELECT count(*) AS n FROM stories WHERE article_count >= ?",
    "utterances": "SELECT count(*) AS n FROM utterances WHERE quote_count >= ?",
    "quotes": "SELECT count(*) AS n FROM quotes WHERE utterance_id IS NULL",
    "former_uids": "SELECT count(*) AS n FROM former_uids",
}
SHARED = ("stories", "utterances")
SOURCES = """
SELECT s.id, (SELECT count(*) FROM articles a WHERE a.source_id = s.id) AS article_count FROM sources s ORDER BY s.id
"""
# Whom at least so many articles name, and who says at least so much: a feed of less tells nobody anything new. Who is
# credited in some versions only with what somebody else said has no words on the own page, and no feed of them.
FED: dict[Feeding, str] = {
    "articles": "SELECT e.uid FROM entities e WHERE e.article_count >= :least",
    "quotes": """SELECT e.uid FROM entities e
WHERE (SELECT count(*) FROM (SELECT 1 FROM quotes q WHERE q.speaker_id = e.id LIMIT :least)) >= :least
  AND (EXISTS (SELECT 1 FROM utterances u WHERE u.speaker_id = e.id)
       OR EXISTS (SELECT 1 FROM quotes q WHERE q.speaker_id = e.id AND q.utterance_id IS NULL))""",
}
DROPPED = "SELECT uid FROM dropped_uids ORDER BY uid"
# Two articles are tied where one derives from the other, shares more than quotes with it or contradicts it, and each to
# the first report of its story. Each pair is told once, by the later of the two.
_TIED = """
SELECT a.id AS here, a.derived_from AS there FROM articles a WHERE a.derived_from IS NOT NULL AND {0}
UNION SELECT r.article_id, r.other_id FROM reuse r WHERE r.kind <> 'quotes' AND {1}
UNION SELECT d.article_id, d.other_id FROM discrepancies d WHERE {2}
UNION SELECT a.id, s.origin_id FROM stories s JOIN articles a ON a.story_id = s.id WHERE a.id <> s.origin_id AND {3}
"""
_FORWARD = _TIED.format(
    "a.id BETWEEN :first AND :last", "r.article_id BETWEEN :first AND :last",
    "d.article_id BETWEEN :first AND :last", "a.id BETWEEN :first AND :last",
)  # fmt: skip
_BACKWARD = _TIED.format(
    "a.derived_from BETWEEN :first AND :last", "r.other_id BETWEEN :first AND :last",
    "d.other_id BETWEEN :first AND :last", "s.origin_id BETWEEN :first AND :last",
)  # fmt: skip
PAIRS = f"""
WITH tied AS ({_FORWARD}),
back AS ({_BACKWARD}),
pairs AS (SELECT here, there FROM tied WHERE there < here UNION SELECT there, here FROM back WHERE here < there)
SELECT l.uid AS later, e.uid AS earlier, e.derived_from = l.id AS is_turned
FROM pairs JOIN articles l ON l.id = pairs.here JOIN articles e ON e.id = pairs.there ORDER BY l.id, e.id
"""
TIES = f"SELECT count(*) AS n FROM ({_TIED.format(*['1'] * 4)})"
PAIR = """
SELECT one.id AS one, other.id AS other, one.derived_from AS one_from, other.derived_from AS other_from,
  one.derived_from = other.id OR other.derived_from = one.id
  OR EXISTS (SELECT 1 FROM reuse r WHERE r.article_id = one.id AND r.other_id = other.id AND r.kind <> 'quotes')
  OR EXISTS (SELECT 1 FROM reuse r WHERE r.article_id = other.id AND r.other_id = one.id AND r.kind <> 'quotes')
  OR EXISTS (SELECT 1 FROM discrepancies d WHERE d.article_id = one.id AND d.other_id = other.id)
  OR EXISTS (SELECT 1 FROM discrepancies d WHERE d.article_id = other.id AND d.other_id = one.id)
  OR EXISTS (SELECT 1 FROM stories s WHERE s.id = one.story_id AND s.id = other.story_id
             AND s.origin_id IN (one.id, other.id)) AS is_tied
FROM articles one JOIN articles other WHERE one.uid = ? AND other.uid = ?
"""
QUOTE = """
SELECT u.uid AS utterance, coalesce(u.quote_count, 1) AS quote_count, a.uid AS article
FROM quotes q JOIN articles a ON a.id = q.article_id LEFT JOIN utterances u ON u.id = q.utterance_id WHERE q.uid = ?
"""
# Where an utterance stands first: the only place of one that was printed once.
UTTERANCE = """
SELECT u.quote_count, q.uid AS quote, a.uid AS article FROM utterances u
LEFT JOIN quotes q ON q.utterance_id = u.id LEFT JOIN articles a ON a.id = q.article_id WHERE u.uid = ? LIMIT 1
"""
STORY = """
SELECT s.article_count, a.uid AS article FROM stories s JOIN articles a ON a.id = s.origin_id WHERE s.uid = ?
"""
ENTITY = "SELECT kind, article_count FROM entities WHERE uid = ?"
COVERAGE = "SELECT uid, article_count FROM entities ORDER BY id"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thing said, or a story, is told: on a page of its own if it has several `prints`, and in an article."""

    uid: str
    prints: int
    article: str | None
    quote: str | None = None


def highest(connection: sqlite3.Connection, kind: Kind) -> int:
    """The highest number of a kind: things are numbered from 1."""
    column, table = ("entity_id", "former_uids") if kind == "former_uids" else ("id", kind)
    row = one_row(connection, f"SELECT max({column}) AS n FROM {table}")
    return row["n"] or 0 if row else 0


def count(connection: sqlite3.Connection, kind: Kind, *, shared: bool) -> int:
    """How many there are of a kind; `shared` counts stories and utterances of several articles only."""
    if kind not in COUNTED:
        return highest(connection, kind)
    row = one_row(connection, COUNTED[kind], _least(kind, shared=shared))
    return row["n"] if row else 0


def uids(connection: sqlite3.Connection, kind: Kind, first: int, last: int, *, shared: bool = False) -> list[str]:
    """The uids of those with a number from `first` to `last`, in order."""
    return [uid for (uid,) in all_rows(connection, UIDS[kind], (first, last, *_least(kind, shared=shared)))]


def _least(kind: Kind, *, shared: bool) -> tuple[int, ...]:
    """In how many articles a thing must stand, of the kinds that stand in several."""
    return ((2 if shared else 0),) if kind in SHARED else ()


def sources(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Id and number of articles of every source."""
    return [(row["id"], row["article_count"]) for row in all_rows(connection, SOURCES)]


def coverage(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The uid of every entity, with how many articles name it."""
    return [(uid, articles) for uid, articles in connection.execute(COVERAGE)]


def fed(connection: sqlite3.Connection, of: Feeding, least: int, first: int, last: int) -> list[str]:
    """The uids of the entities, with a number from `first` to `last`, that have `least` articles or quotes."""
    given = {"least": least, "first": first, "last": last}
    return [uid for (uid,) in connection.execute(f"{FED[of]} AND e.id BETWEEN :first AND :last ORDER BY e.id", given)]


def is_fed(connection: sqlite3.Connection, of: Feeding, least: int, uid: str) -> bool:
    """Whether the entity of this uid is among these."""
    given = {"least": least, "uid": uid}
    return connection.execute(f"{FED[of]} AND e.uid = :uid", given).fetchone() is not None


def dropped(connection: sqlite3.Connection) -> list[str]:
    """The uids of the entities that people have taken out: their addresses say so."""
    return [uid for (uid,) in all_rows(connection, DROPPED)]


def pairs(connection: sqlite3.Connection, first: int, last: int) -> list[tuple[str, str]]:
    """The pairs of articles worth comparing whose later one has a number from `first` to `last`.

    What derives from the other comes first in a pair, else the later one, as in the address of their comparison.
    """
    cursor = connection.execute(PAIRS, {"first": first, "last": last})
    return [(earlier, later) if is_turned else (later, earlier) for later, earlier, is_turned in cursor]


def pair_count(connection: sqlite3.Connection) -> int:
    """How many pairs there are, or a few more: those tied in two ways may be counted twice."""
    row = one_row(connection, TIES)
    return row["n"] if row else 0


def pair(connection: sqlite3.Connection, one: str, other: str) -> tuple[str, str] | None:
    """Two articles in the order of `pairs`; None if they are not among these."""
    row = one_row(connection, PAIR, (one, other))
    if row is None or not row["is_tied"]:
        return None
    if row["one_from"] == row["other"] or (row["other_from"] != row["one"] and row["one"] > row["other"]):
        return one, other
    return other, one


def place_said(connection: sqlite3.Connection, uid: str) -> Place | None:
    """Where the utterance, or the quote, of this uid is told."""
    row = one_row(connection, UTTERANCE, (uid,))
    if row:
        return Place(uid, row["quote_count"], row["article"], row["quote"])
    row = one_row(connection, QUOTE, (uid,))
    return Place(row["utterance"] or uid, row["quote_count"], row["article"], uid) if row else None


def place_of_story(connection: sqlite3.Connection, uid: str) -> Place | None:
    """Where the story of this uid is told."""
    row = one_row(connection, STORY, (uid,))
    return Place(uid, row["article_count"], row["article"]) if row else None


def kind_of_entity(connection: sqlite3.Connection, uid: str) -> str | None:
    """What an entity is (person, place …); None where there is none of this uid."""
    row = one_row(connection, ENTITY, (uid,))
    return row["kind"] if row else None
