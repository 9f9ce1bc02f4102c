"""The versions of a story, and what each took from another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from morgue.browse.cards import COLUMNS, TABLES, Card, card
from morgue.browse.rows import all_rows

MANY_NAMES = 8
MANY = 200  # a report that went round the world; its page stays readable, the table holds the rest

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
EVIDENCE = f"""
{COLUMNS}, r.kind, r.direction, r.containment, r.score, r.evidence, r.decided_by
{TABLES} JOIN reuse r ON r.other_id = a.id WHERE r.article_id = ? ORDER BY r.score DESC, a.id
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


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article shares with another, and why we say so. `direction` "of": it took it from the other."""

    other: Card
    kind: str
    direction: str
    containment: float
    score: float
    evidence: Mapping[str, Any]
    decided_by: str

    @property
    def share(self) -> float:
        """How much of the article is from the other, by the measure that fits the kind."""
        return self.score if self.kind == "rewrite" else self.containment

    @property
    def measure(self) -> str:
        """What the share counts."""
        return "of its sentences reword one of" if self.kind == "rewrite" else "of its runs of words stand in"

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The evidence in names and values to read."""
        words = _words()
        known = sorted(self.evidence, key=lambda name: list(words).index(name) if name in words else len(words))
        return tuple(
            (words.get(name, name.replace("_", " ")), _value(self.evidence[name]))
            for name in known
            if _says(self.evidence[name])
        )


def versions(connection: sqlite3.Connection, story_id: int | None) -> tuple[Version, ...]:
    """The versions of a story, the original first, then in order of publication."""
    return tuple(
        Version(card(row), row["share"], row["quotes"], row["altered"], row["contradictions"])
        for row in all_rows(connection, VERSIONS, (story_id,))
    )


def evidence(connection: sqlite3.Connection, article_id: int) -> tuple[Evidence, ...]:
    """What is known of an article's debts to others, the strongest first."""
    return tuple(
        Evidence(
            other=card(row),
            kind=row["kind"],
            direction=row["direction"],
            containment=row["containment"],
            score=row["score"],
            evidence=_object(row["evidence"]),
            decided_by=row["decided_by"],
        )
        for row in all_rows(connection, EVIDENCE, (article_id,))
    )


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    return found if isinstance(found, dict) else {"evidence": found}


@cache
def _words() -> Mapping[str, str]:
    text = files("morgue.browse").joinpath("evidence.yml").read_text(encoding="utf-8")
    words: Mapping[str, str] = yaml.safe_load(text)
    return words


def _says(value: Any) -> bool:
    """Whether a value tells anything; an empty list does not."""
    return value is not None and value not in ([], {}, "")


def _value(value: Any) -> str:
    if isinstance(value, float):
        return f"{100 * value:.0f} %" if 0 <= value <= 1 else f"{value:.2f}"
    if isinstance(value, list):
        more = f" and {len(value) - MANY_NAMES} more" if len(value) > MANY_NAMES else ""
        return ", ".join(map(_value, value[:MANY_NAMES])) + more
    return str(value)
