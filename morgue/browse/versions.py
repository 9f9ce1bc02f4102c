"""The articles of a story, and what each took from another."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.cards import COLUMNS, TABLES, Card, card
from morgue.browse.rows import all_rows

MANY = 100  # a report that went round the world; its page stays readable, the table holds the rest

# A wording without what typesetting changes: capitals, the shape of marks, the stop at its end.
PLAIN = """replace(replace(replace(rtrim(lower({0}), ' .,;…'), '’', ''''), '“', '"'), '”', '"')"""
VERSIONS = f"""
{COLUMNS}, CASE a.derivation WHEN 'rewrite' THEN r.score ELSE r.containment END AS share,
  (SELECT count(*) FROM quotes q WHERE q.article_id = a.id) AS quotes,
  (SELECT count(*) FROM quotes q JOIN utterances u ON u.id = q.utterance_id
   WHERE q.article_id = a.id AND {PLAIN.format("q.text")} <> {PLAIN.format("u.text")}) AS altered,
  (SELECT count(*) FROM discrepancies d WHERE d.article_id = a.id) AS contradictions
{TABLES} LEFT JOIN reuse r ON r.article_id = a.id AND r.other_id = a.derived_from
WHERE a.story_id = ? ORDER BY a.derivation <> 'original', a.published, a.id LIMIT {MANY}
"""


@dataclass(frozen=True, slots=True)
class Version:
    """One article within its story.

    `share`, 0 to 1, tells how much of it is from what it derives from: of a copy the runs of words, of a rewrite the
    sentences that have a counterpart there.
    """

    card: Card
    share: float | None
    quotes: int
    altered: int
    contradictions: int

    @property
    def compare_address(self) -> str | None:
        """Beside what it derives from."""
        source = self.card.derived_from
        return f"{self.card.address}/compare/{source}" if source else None


def versions(connection: sqlite3.Connection, story_id: int | None) -> tuple[Version, ...]:
    """The versions of a story, the original first, then in order of publication."""
    return tuple(
        Version(card(row), row["share"], row["quotes"], row["altered"], row["contradictions"])
        for row in all_rows(connection, VERSIONS, (story_id,))
    )
