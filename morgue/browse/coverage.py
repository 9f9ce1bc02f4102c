"""How the archive as a whole is spread: over time, over speakers. Counted at the build; nothing is counted here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.pictures.matrix import Matrix, matrix
from morgue.browse.rows import all_rows

BY_MONTH = "SELECT value, article_count FROM facet_counts WHERE facet = 'month' ORDER BY value"
SPEAKERS = """
SELECT '/entities/' || e.uid AS address, e.name
FROM facet_counts f JOIN entities e ON e.uid = f.value
WHERE f.facet = 'speaker' AND e.kind = 'person' ORDER BY f.article_count DESC, f.value LIMIT ?
"""
TOGETHER = "SELECT value, article_count FROM facet_counts WHERE facet = 'quoted_together'"
MOST = 12


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
