"""Where versions of a story contradict each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.cards import begin
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import Arguments, all_rows

AROUND = 140  # characters of context on either side, if their paragraph has so many
MOST_SHOWN = 60  # beside one article or story
# Of each text only what is shown: before the value, and after it. The rows are chosen before any text is read.
CONTRADICTIONS = f"""
SELECT substr(ab.text, max(1, d.start_char + 1 - {AROUND}), min(d.start_char, {AROUND})) AS before,
       substr(ab.text, d.end_char + 1, {AROUND}) AS after,
       substr(ob.text, max(1, d.other_start + 1 - {AROUND}), min(d.other_start, {AROUND})) AS other_before,
       substr(ob.text, d.other_end + 1, {AROUND}) AS other_after,
       d.id, d.kind, d.here, d.there, d.confidence, d.start_char, d.end_char, d.other_start, d.other_end,
       a.uid AS article, coalesce(a.headline, a.lead) AS article_title,
       o.uid AS other, coalesce(o.headline, o.lead) AS other_title,
       s.uid AS story, s.headline AS story_headline
FROM (SELECT * FROM discrepancies WHERE {{}} ORDER BY confidence DESC, id LIMIT ? OFFSET ?) d
JOIN articles a ON a.id = d.article_id JOIN articles o ON o.id = d.other_id JOIN stories s ON s.id = d.story_id
JOIN bodies ab ON ab.article_id = a.id JOIN bodies ob ON ob.article_id = o.id ORDER BY d.confidence DESC, d.id
"""
OF_ARTICLE = CONTRADICTIONS.format("article_id = ? OR other_id = ?")
OF_STORY = CONTRADICTIONS.format("story_id = ?")
OF_PAIR = CONTRADICTIONS.format("article_id = ? AND other_id = ? OR article_id = ? AND other_id = ?")
LISTED = CONTRADICTIONS.format("? IN ('', kind)")
KINDS = "SELECT kind, count(*) AS n FROM discrepancies GROUP BY kind ORDER BY n DESC, kind"


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a value, within its paragraph."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What one version says (`here`) and what another says in its place (`there`), each with its span and context."""

    kind: str
    here: str
    there: str
    article: str
    article_title: str
    span: tuple[int, int]
    context: Context
    other: str
    other_title: str
    other_span: tuple[int, int]
    other_context: Context
    story: str
    story_headline: str
    confidence: float

    @property
    def address(self) -> str:
        """The value in its article."""
        return f"/articles/{self.article}#at-{self.span[0]}"

    @property
    def other_address(self) -> str:
        """The other value in its article."""
        return f"/articles/{self.other}#at-{self.other_span[0]}"

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
    return _contradictions(connection, OF_ARTICLE, (article_id, article_id, MOST_SHOWN, 0))


def of_story(connection: sqlite3.Connection, story_id: int) -> tuple[Contradiction, ...]:
    """The contradictions between versions of a story, the surest first; of very many, `MOST_SHOWN`."""
    return _contradictions(connection, OF_STORY, (story_id, MOST_SHOWN, 0))


def of_pair(connection: sqlite3.Connection, one: int, other: int) -> tuple[Contradiction, ...]:
    """Where two articles contradict each other, the surest first."""
    return _contradictions(connection, OF_PAIR, (one, other, other, one, MOST_SHOWN, 0))


def discrepancies(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Discrepancies:
    """All contradictions, the surest first; `kind` narrows them to one kind."""
    kinds = tuple((row["kind"], row["n"]) for row in all_rows(connection, KINDS))
    kind = only(parameters, "kind")
    kind = kind if kind in dict(kinds) else ""
    found, paging = paged(_contradictions(connection, LISTED, (kind, *window(parameters))), parameters)
    return Discrepancies(kind=kind, kinds=kinds, contradictions=tuple(found), paging=paging)


def _contradictions(connection: sqlite3.Connection, sql: str, arguments: Arguments) -> tuple[Contradiction, ...]:
    return tuple(
        Contradiction(
            kind=row["kind"],
            here=row["here"],
            there=row["there"],
            article=row["article"],
            article_title=begin(row["article_title"]),
            span=(row["start_char"], row["end_char"]),
            context=_context(row["before"], row["after"]),
            other=row["other"],
            other_title=begin(row["other_title"]),
            other_span=(row["other_start"], row["other_end"]),
            other_context=_context(row["other_before"], row["other_after"]),
            story=row["story"],
            story_headline=row["story_headline"],
            confidence=row["confidence"],
        )
        for row in all_rows(connection, sql, arguments)
    )


def _context(before: str, after: str) -> Context:
    """Cut to the paragraph, and to whole words where it goes on."""
    head, tail = before.rpartition("\n")[2], after.partition("\n")[0]
    if head == before and len(before) == AROUND:
        head = "… " + head.partition(" ")[2]
    if tail == after and len(after) == AROUND:
        tail = tail.rpartition(" ")[0] + " …"
    return Context(head, tail)
