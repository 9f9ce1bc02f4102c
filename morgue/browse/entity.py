"""One person, body or place: names, roles, coverage, quotes, company, articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Moved, Parameters
from morgue.browse.cards import Card, cards
from morgue.browse.corrections import Correction, Dropped, corrections, dropped, uid_now
from morgue.browse.dating import between
from morgue.browse.entities import EntityLine, entity_line
from morgue.browse.paging import Paging, paged, window
from morgue.browse.pictures.bars import Bars, bars
from morgue.browse.rows import all_rows, one_row
from morgue.browse.utterances import ALONE, UTTERANCES, UtteranceLine, utterance_line

FEW, SOME = 8, 20
RECENT = 2000  # articles looked at for company: of someone in every article, the newest are enough

ENTITY = """
SELECT e.id, e.uid, e.name, e.kind, e.about, e.article_count, e.story_count, e.mention_count,
       (SELECT o.uid FROM entities o WHERE o.name = e.about COLLATE NOCASE ORDER BY o.article_count DESC, o.id
        LIMIT 1) AS about_uid
FROM entities e WHERE e.uid = ?
"""
ALIASES = "SELECT name, mention_count, decided_by FROM aliases WHERE entity_id = ? ORDER BY mention_count DESC, name"
ROLES = """
SELECT r.role, count(DISTINCT r.article_id) AS n, min(a.published) AS first, max(a.published) AS last
FROM roles r JOIN articles a ON a.id = r.article_id WHERE r.entity_id = ?
GROUP BY r.role ORDER BY n DESC, r.role LIMIT ?
"""
COVERAGE = """
SELECT substr(published, 1, 10) AS day, count(*) AS n FROM article_entities
WHERE entity_id = ? AND published > '' GROUP BY day ORDER BY day
"""
SAID = f"{UTTERANCES} WHERE u.speaker_id = ? ORDER BY u.quote_count DESC, u.id LIMIT ?"
# Reported speech is of no utterance. The plus sign keeps SQLite from beginning with all that is.
REPORTED = f"{ALONE} WHERE q.speaker_id = ? AND +q.utterance_id IS NULL ORDER BY q.article_id DESC, q.id LIMIT ?"
NAMED = """
WITH here AS (
  SELECT article_id FROM article_entities WHERE entity_id = ? ORDER BY published DESC, article_id DESC LIMIT ?
), named AS (
  SELECT DISTINCT q.id, q.utterance_id FROM here JOIN mentions m ON m.article_id = here.article_id AND m.entity_id = ?
  JOIN quotes q ON q.article_id = m.article_id AND q.start_char <= m.start_char AND q.end_char >= m.end_char
)
"""
ABOUT = f"""{NAMED} {UTTERANCES} WHERE u.id IN (SELECT utterance_id FROM named) AND u.speaker_id IS NOT ?
ORDER BY u.quote_count DESC, u.id LIMIT ?"""
REPORTED_ABOUT = f"""{NAMED} {ALONE} WHERE q.id IN (SELECT id FROM named WHERE utterance_id IS NULL)
AND q.speaker_id IS NOT ? ORDER BY q.article_id DESC, q.id LIMIT ?"""
TOGETHER = """
WITH here AS (
  SELECT article_id FROM article_entities WHERE entity_id = ? ORDER BY published DESC, article_id DESC LIMIT ?
), company AS (
  SELECT x.entity_id, count(*) AS n FROM here JOIN article_entities x ON x.article_id = here.article_id
  WHERE x.entity_id <> ? GROUP BY x.entity_id ORDER BY n DESC, x.entity_id LIMIT ?
)
SELECT e.uid, e.name, e.kind, company.n FROM company JOIN entities e ON e.id = company.entity_id
ORDER BY company.n DESC, e.article_count, e.id
"""
ARTICLES = """
JOIN (SELECT article_id, published AS day FROM article_entities WHERE entity_id = ?
      ORDER BY published DESC, article_id DESC LIMIT ? OFFSET ?) x ON x.article_id = a.id
ORDER BY x.day DESC, a.id DESC
"""


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of the name as printed, how often, and the rule that joined it to the others."""

    name: str
    mention_count: int
    decided_by: str


@dataclass(frozen=True, slots=True)
class Role:
    """A role as printed beside the name, in how many articles, and the dates of the first and the last of them."""

    role: str
    n: int
    first: str | None
    last: str | None

    @property
    def when(self) -> str:
        """The dates in words; "" where none is known."""
        return between(self.first, self.last) if self.first else ""


@dataclass(frozen=True, slots=True)
class Companion:
    """Someone or something named in the same articles."""

    uid: str
    name: str
    kind: str
    n: int


@dataclass(frozen=True, slots=True)
class Entity:
    """The content of an entity's page. `coverage` counts articles by day; undated ones are not in it."""

    id: int
    line: EntityLine
    about_uid: str | None
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    coverage: Mapping[str, int]
    said: tuple[UtteranceLine, ...]
    reported: tuple[UtteranceLine, ...]
    said_about: tuple[UtteranceLine, ...]
    reported_about: tuple[UtteranceLine, ...]
    together: tuple[Companion, ...]
    corrections: tuple[Correction, ...]
    articles: tuple[Card, ...]
    paging: Paging

    @property
    def bars(self) -> Bars | None:
        """The coverage as a picture, where there is enough of it."""
        return bars(self.coverage)


def entity(
    connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters
) -> Entity | Dropped | Moved | None:
    """The entity of the uid in the address, with a page of its articles; or what became of one that had that uid."""
    row = one_row(connection, ENTITY, (matched["uid"],))
    if row is None:
        now = uid_now(connection, matched["uid"])
        return dropped(connection, matched["uid"]) or (Moved(f"/entities/{now}") if now else None)
    number = row["id"]
    articles, paging = paged(cards(connection, ARTICLES, (number, *window(parameters))), parameters)
    return Entity(
        id=number,
        line=entity_line(row),
        about_uid=row["about_uid"],
        aliases=tuple(Alias(*alias) for alias in all_rows(connection, ALIASES, (number,))),
        roles=tuple(Role(*role) for role in all_rows(connection, ROLES, (number, SOME))),
        coverage={day["day"]: day["n"] for day in all_rows(connection, COVERAGE, (number,))},
        said=tuple(map(utterance_line, all_rows(connection, SAID, (number, FEW)))),
        reported=tuple(map(utterance_line, all_rows(connection, REPORTED, (number, FEW)))),
        said_about=_about(connection, ABOUT, number),
        reported_about=_about(connection, REPORTED_ABOUT, number),
        together=tuple(Companion(*other) for other in all_rows(connection, TOGETHER, (number, RECENT, number, SOME))),
        corrections=corrections(connection, number),
        articles=tuple(articles),
        paging=paging,
    )


def _about(connection: sqlite3.Connection, statement: str, entity_id: int) -> tuple[UtteranceLine, ...]:
    """What others say with this name in their words, in the newest articles that have it."""
    rows = all_rows(connection, statement, (entity_id, RECENT, entity_id, entity_id, FEW))
    return tuple(map(utterance_line, rows))
