"""Where versions of a story contradict each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.cards import begin
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import Arguments, all_rows

COLUMNS = """
SELECT d.id, d.kind, d.here, d.there, d.confidence, d.start_char, d.end_char, d.other_start, d.other_end,
       a.uid AS article, coalesce(a.headline, a.lead) AS article_title,
       o.uid AS other, coalesce(o.headline, o.lead) AS other_title,
       s.uid AS story, s.headline AS story_headline
FROM discrepancies d JOIN articles a ON a.id = d.article_id JOIN articles o ON o.id = d.other_id
JOIN stories s ON s.id = d.story_id
"""
OF_ARTICLE = "WHERE d.article_id = ? OR d.other_id = ? ORDER BY d.confidence DESC, d.id"
OF_STORY = "WHERE d.story_id = ? ORDER BY d.kind, d.id"
LISTED = "WHERE ? IN ('', d.kind) ORDER BY d.confidence DESC, d.id LIMIT ? OFFSET ?"
KINDS = "SELECT kind, count(*) AS n FROM discrepancies GROUP BY kind ORDER BY n DESC, kind"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What one version says (`here`) and what another says in its place (`there`), each with its span."""

    kind: str
    here: str
    there: str
    article: str
    article_title: str
    span: tuple[int, int]
    other: str
    other_title: str
    other_span: tuple[int, int]
    story: str
    story_headline: str
    confidence: float

    @property
    def compare_address(self) -> str:
        """The two versions side by side."""
        return f"/articles/{self.article}/compare/{self.other}"


@dataclass(frozen=True, slots=True)
class Discrepancies:
    """A page of the list of contradictions, with how many there are of each kind."""

    kind: str
    kinds: tuple[tuple[str, int], ...]
    contradictions: tuple[Contradiction, ...]
    paging: Paging


def of_article(connection: sqlite3.Connection, article_id: int) -> tuple[Contradiction, ...]:
    """What other versions of its story contradict in an article, or it in them."""
    return _contradictions(connection, OF_ARTICLE, (article_id, article_id))


def of_story(connection: sqlite3.Connection, story_id: int) -> tuple[Contradiction, ...]:
    """Every contradiction between versions of a story."""
    return _contradictions(connection, OF_STORY, (story_id,))


def discrepancies(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Discrepancies:
    """All contradictions, the surest first; `kind` narrows them to one kind."""
    kinds = tuple((row["kind"], row["n"]) for row in all_rows(connection, KINDS))
    kind = only(parameters, "kind")
    kind = kind if kind in dict(kinds) else ""
    found, paging = paged(_contradictions(connection, LISTED, (kind, *window(parameters))), parameters)
    return Discrepancies(kind=kind, kinds=kinds, contradictions=tuple(found), paging=paging)


def _contradictions(connection: sqlite3.Connection, rest: str, arguments: Arguments) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(
            kind=row["kind"],
            here=row["here"],
            there=row["there"],
            article=row["article"],
            article_title=begin(row["article_title"]),
            span=(row["start_char"], row["end_char"]),
            other=row["other"],
            other_title=begin(row["other_title"]),
            other_span=(row["other_start"], row["other_end"]),
            story=row["story"],
            story_headline=row["story_headline"],
            confidence=row["confidence"],
        )
        for row in all_rows(connection, COLUMNS + rest, arguments)
    )
