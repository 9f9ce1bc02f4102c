"""What an article shares with another, and how we know: the evidence of a derivation, told in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from morgue.browse.cards import COLUMNS, Card, card
from morgue.browse.prose import render
from morgue.browse.rows import all_rows

BY_PERSON = "correction"

# A row stands from the side of the article that was made from the other, or of either where nobody can say.
MEASURES = "kind, direction, containment, score, evidence, decided_by"
ROWS = f"SELECT {{}} AS number, {{}} AS turned, {MEASURES} FROM reuse WHERE {{}} = ?"
EVIDENCE = f"""
{COLUMNS}, r.turned, r.kind, r.direction, r.containment, r.score, r.evidence, r.decided_by
FROM ({ROWS.format("other_id", 0, "article_id")} UNION ALL {ROWS.format("article_id", 1, "other_id")}) r
CROSS JOIN articles a ON a.id = r.number
LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN articles o ON o.id = a.derived_from
ORDER BY r.turned, r.score DESC, a.id LIMIT 200
"""
# What has words of its own, and is neither measured nor listed.
SHARES = {"rewrite": "sentences_aligned"}  # what is told already as the share
REASONS = ("source", "against", "both_from")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article shares with another, and why we say so.

    `direction` "of" says that it took it from the other, "to" that the other took it. `containment` and
    `score` are of the one of the two that took it.
    """

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
    def by_person(self) -> bool:
        """Whether somebody decided it, and not a rule."""
        return self.decided_by == BY_PERSON

    @property
    def decided(self) -> str:
        """Who or what decided it, in words."""
        return _told(self.decided_by, "rules")

    @property
    def note_html(self) -> str:
        """Why somebody decided it, as safe HTML; "" where nobody did or said."""
        note = self.evidence.get("note")
        return render(note) if isinstance(note, str) else ""

    @property
    def measures(self) -> tuple[tuple[str, str], ...]:
        """Each number of the evidence, and what it counts."""
        return tuple(
            (number, _told(name, "measures"))
            for name in _in_order(self.evidence, "measures")
            if name != SHARES.get(self.kind)
            if (number := _number(self.evidence[name]))
        )

    @property
    def shared(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What both have, and how we call it."""
        return tuple(
            (_told(name, "lists"), tuple(map(str, listed)))
            for name in _in_order(self.evidence, "lists")
            if name not in REASONS and isinstance(listed := self.evidence[name], list) and listed
        )

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the source came first, each as said of the source."""
        return tuple(self._reasons("source"))

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against that, each as said of the article that was made from the source."""
        return tuple(self._reasons("against"))

    @property
    def have_common_source(self) -> bool:
        """Whether both were made from a third article."""
        return bool(self.evidence.get("both_from"))

    def _reasons(self, name: str) -> Iterator[str]:
        told = self.evidence.get(name)
        if isinstance(told, list):
            yield from (_told(str(reason), "reasons") for reason in told)


def evidence(connection: sqlite3.Connection, article_id: int) -> tuple[Evidence, ...]:
    """What is known of an article's debts to others, the strongest first, then of theirs to it."""
    return tuple(
        Evidence(
            other=card(row),
            kind=row["kind"],
            direction=_turned(row["direction"]) if row["turned"] else row["direction"],
            containment=row["containment"],
            score=row["score"],
            evidence=_object(row["evidence"]),
            decided_by=row["decided_by"],
        )
        for row in all_rows(connection, EVIDENCE, (article_id, article_id))
    )


def _turned(direction: str) -> str:
    return {"of": "to", "to": "of"}.get(direction, direction)


def _object(text: str) -> dict[str, Any]:
    found = json.loads(text)
    return found if isinstance(found, dict) else {"evidence": found}


@cache
def _all_words() -> Mapping[str, Mapping[str, str]]:
    text = files("morgue.browse").joinpath("evidence.yml").read_text(encoding="utf-8")
    words: Mapping[str, Mapping[str, str]] = yaml.safe_load(text)
    return words


def _words(part: str) -> Mapping[str, str]:
    return _all_words()[part]


def _told(name: str, part: str) -> str:
    return _words(part).get(name, name.replace("_", " "))


def _in_order(names: Iterable[str], part: str) -> list[str]:
    """The names in the order of their words, then those without."""
    order = list(_words(part))
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def _number(value: Any) -> str:
    """A number to read; "" for what is none, or nothing."""
    if not value or isinstance(value, bool) or not isinstance(value, (int, float)):
        return ""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{100 * value:.0f} %" if value <= 1 else f"{value:.2f}"
