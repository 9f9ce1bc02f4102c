"""How the archive as a whole is spread: over time, over speakers. Counted at the build; nothing is counted here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.pictures.matrix import Matrix, matrix
from morgue.browse.rows import all_rows, one_row

BY_MONTH = "SELECT value, article_count FROM facet_counts WHERE facet = 'month' ORDER BY value"
SPEAKERS = """
SELECT '/entities/' || e.uid AS address, e.name
FROM facet_counts f JOIN entities e ON e.uid = f.value
WHERE f.facet = 'speaker' AND e.kind = 'person' ORDER BY f.article_count DESC, f.value LIMIT ?
"""
TOGETHER = "SELECT value, article_count FROM facet_counts WHERE facet = 'quoted_together'"
# Of those who are quoted most it was counted at the build, over all articles.
COUNTED_WITH = """
SELECT e.uid, e.name, f.article_count AS n FROM facet_counts f
JOIN entities e ON e.uid IN (substr(f.value, 1, 12), substr(f.value, 14)) AND e.uid <> ?
WHERE f.facet = 'quoted_together' AND ? IN (substr(f.value, 1, 12), substr(f.value, 14))
ORDER BY n DESC, e.name LIMIT ?
"""
IS_QUOTED = "SELECT 1 FROM quotes WHERE speaker_id = ? LIMIT 1"
QUOTED_WITH = """
WITH here AS (SELECT DISTINCT article_id FROM quotes WHERE speaker_id = ? ORDER BY article_id DESC LIMIT ?),
beside AS (
  SELECT q.speaker_id, count(DISTINCT q.article_id) AS n FROM here JOIN quotes q ON q.article_id = here.article_id
  WHERE q.speaker_id <> ? GROUP BY q.speaker_id ORDER BY n DESC, q.speaker_id LIMIT ?)
SELECT e.uid, e.name, beside.n FROM beside JOIN entities e ON e.id = beside.speaker_id ORDER BY beside.n DESC, e.name
"""
MOST = 12
RECENT = 300  # articles that quote somebody, the newest: as many as can be counted while a reader waits


@dataclass(frozen=True, slots=True)
class QuotedTogether:
    """The people quoted most (address and name), and in how many articles two of them are quoted (by both uids)."""

    people: tuple[tuple[str, str], ...]
    articles: Mapping[str, int]

    @property
    def matrix(self) -> Matrix | None:
        """The same as a picture."""
        pairs = {frozenset(f"/entities/{uid}" for uid in both.split(":")): n for both, n in self.articles.items()}
        return matrix(self.people, pairs)


@dataclass(frozen=True, slots=True)
class QuotedBeside:
    """Somebody who is quoted in the same articles, and in how many."""

    uid: str
    name: str
    article_count: int


def quoted_with(connection: sqlite3.Connection, number: int, uid: str) -> tuple[QuotedBeside, ...]:
    """Who is quoted in the articles that quote an entity, most often first."""
    if not one_row(connection, IS_QUOTED, (number,)):
        return ()
    counted = all_rows(connection, COUNTED_WITH, (uid, uid, MOST))
    found = counted or all_rows(connection, QUOTED_WITH, (number, RECENT, number, MOST))
    return tuple(QuotedBeside(row["uid"], row["name"], row["n"]) for row in found)


def by_month(connection: sqlite3.Connection) -> dict[str, int]:
    """How many articles there are of each month; of each year where no month is known."""
    return {row["value"]: row["article_count"] for row in all_rows(connection, BY_MONTH)}


def quoted_together(connection: sqlite3.Connection) -> QuotedTogether:
    """Who is quoted with whom, of the people quoted most."""
    people = tuple((row["address"], row["name"]) for row in all_rows(connection, SPEAKERS, (MOST,)))
    drawn = {address.rpartition("/")[2] for address, _ in people}
    found = all_rows(connection, TOGETHER)
    return QuotedTogether(
        people, {row["value"]: row["article_count"] for row in found if drawn.issuperset(row["value"].split(":"))}
    )
