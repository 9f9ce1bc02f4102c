"""One person, body or place: names, roles, coverage, quotes, company, articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from morgue.browse.addresses import Moved, Parameters
from morgue.browse.cards import Card, listed
from morgue.browse.corrections import Correction, Dropped, corrections, dropped, uid_now
from morgue.browse.coverage import QuotedBeside, quoted_with
from morgue.browse.dating import between
from morgue.browse.entities import EntityLine, entity_line
from morgue.browse.paging import Paging
from morgue.browse.pictures.bars import Bars, bars
from morgue.browse.rows import all_rows, one_row
from morgue.browse.utterances import ALONE, UTTERANCES, UtteranceLine, utterance_line

FEW, SOME = 8, 20

ENTITY = """
SELECT e.id, e.uid, e.name, e.kind, e.about, e.article_count, e.story_count, e.mention_count, e.country, e.latitude,
       e.longitude,
       (SELECT o.uid FROM entities o WHERE o.name = e.about COLLATE NOCASE ORDER BY o.article_count DESC, o.id
        LIMIT 1) AS about_uid
FROM entities e WHERE e.uid = ?
"""
ALIASES = "SELECT name, mention_count, decided_by FROM aliases WHERE entity_id = ? ORDER BY mention_count DESC, name"
ROLES = """
WITH found AS (
  SELECT r.role, count(DISTINCT r.article_id) AS n, min(a.published) AS first, max(a.published) AS last,
         min(r.of_id) AS of_id
  FROM roles r JOIN articles a ON a.id = r.article_id WHERE r.entity_id = ? GROUP BY r.role
)
SELECT found.role, found.n, found.first, found.last, o.name, o.uid FROM found LEFT JOIN entities o ON o.id = found.of_id
ORDER BY found.n DESC, found.role
"""
COUNTS = """
SELECT (SELECT count(*) FROM utterances WHERE speaker_id = ?) AS said,
       (SELECT count(*) FROM quotes WHERE speaker_id = ? AND utterance_id IS NULL) AS reported,
       (SELECT count(*) FROM quoted_about WHERE entity_id = ? AND reported = 0) AS said_about,
       (SELECT count(*) FROM quoted_about WHERE entity_id = ? AND reported = 1) AS reported_about
"""
COVERAGE = """
SELECT substr(published, 1, 10) AS day, count(*) AS n FROM article_entities
WHERE entity_id = ? AND published > '' GROUP BY day ORDER BY day
"""
SAID = f"{UTTERANCES} WHERE u.speaker_id = ? ORDER BY u.quote_count DESC, u.id LIMIT ?"
# Reported speech is of no utterance. The plus sign keeps SQLite from beginning with all that is.
REPORTED = f"{ALONE} WHERE q.speaker_id = ? AND +q.utterance_id IS NULL ORDER BY q.article_id DESC, q.id LIMIT ?"
ABOUT = f"""{UTTERANCES} JOIN (
  SELECT place, utterance_id FROM quoted_about WHERE entity_id = ? AND reported = 0 ORDER BY place LIMIT ?
) x ON x.utterance_id = u.id ORDER BY x.place"""
REPORTED_ABOUT = f"""{ALONE} JOIN (
  SELECT place, quote_id FROM quoted_about WHERE entity_id = ? AND reported = 1 ORDER BY place LIMIT ?
) x ON x.quote_id = q.id ORDER BY x.place"""
# Of those whom many articles name it is known beforehand.
COMPANY = """
SELECT e.uid, e.name, e.kind, company.article_count FROM company JOIN entities e ON e.id = company.other_id
WHERE company.entity_id = ? ORDER BY company.place LIMIT ?
"""
TOGETHER = """
WITH company AS (
  SELECT x.entity_id, count(*) AS n
  FROM article_entities here JOIN article_entities x ON x.article_id = here.article_id
  WHERE here.entity_id = ? AND x.entity_id <> here.entity_id GROUP BY x.entity_id ORDER BY n DESC, x.entity_id LIMIT ?
)
SELECT e.uid, e.name, e.kind, company.n FROM company JOIN entities e ON e.id = company.entity_id
ORDER BY company.n DESC, e.id
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
    """A role as printed beside the name, in how many articles, and the dates of the first and the last of them.

    `of` is the country, people or body that the role is of, where it names one.
    """

    role: str
    n: int
    first: str | None
    last: str | None
    of: str | None
    of_uid: str | None

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
class SpeechCounts:
    """How much is said by somebody and about them: things said between marks, and reported speech."""

    said: int
    reported: int
    said_about: int
    reported_about: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place is: its country (ISO 3166 alpha-2) and, where its name means one town, degrees north and east."""

    country: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Entity:
    """The content of an entity's page. `coverage` counts articles by day; undated ones are not in it."""

    id: int
    line: EntityLine
    about_uid: str | None
    place: Place | None
    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    coverage: Mapping[str, int]
    speech: SpeechCounts
    said: tuple[UtteranceLine, ...]
    reported: tuple[UtteranceLine, ...]
    said_about: tuple[UtteranceLine, ...]
    reported_about: tuple[UtteranceLine, ...]
    together: tuple[Companion, ...]
    quoted_with: tuple[QuotedBeside, ...]
    corrections: tuple[Correction, ...]
    articles: tuple[Card, ...]
    paging: Paging

    @property
    def said_address(self) -> str:
        """Everything that it says."""
        return f"/quotes?speaker={self.line.uid}"

    @property
    def said_about_address(self) -> str:
        """Everything that others say about it."""
        return f"/quotes?about={self.line.uid}"

    @property
    def search_address(self) -> str:
        """The articles that name it, to be searched and narrowed."""
        return f"/search?{self.line.kind}={self.line.uid}"

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
    speech = SpeechCounts(*all_rows(connection, COUNTS, (number,) * 4)[0])
    articles, paging = listed(connection, ARTICLES, (number,), parameters)
    return Entity(
        id=number,
        line=entity_line(row),
        about_uid=row["about_uid"],
        place=Place(row["country"], row["latitude"], row["longitude"]) if row["country"] else None,
        aliases=tuple(Alias(*alias) for alias in all_rows(connection, ALIASES, (number,))),
        roles=tuple(Role(*role) for role in all_rows(connection, ROLES, (number,))),
        coverage={day["day"]: day["n"] for day in all_rows(connection, COVERAGE, (number,))},
        speech=speech,
        said=_lines(connection, SAID, number, speech.said),
        reported=_lines(connection, REPORTED, number, speech.reported),
        said_about=_lines(connection, ABOUT, number, speech.said_about),
        reported_about=_lines(connection, REPORTED_ABOUT, number, speech.reported_about),
        together=_company(connection, number),
        quoted_with=quoted_with(connection, number, row["uid"]),
        corrections=corrections(connection, number),
        articles=articles,
        paging=paging,
    )


def more_articles(connection: sqlite3.Connection, before: Entity, parameters: Parameters) -> Entity:
    """The same entity with another page of its articles."""
    articles, paging = listed(connection, ARTICLES, (before.id,), parameters)
    return replace(before, articles=articles, paging=paging)


def _lines(connection: sqlite3.Connection, sql: str, number: int, how_many: int) -> tuple[UtteranceLine, ...]:
    """The first of so many things said. Most entities say nothing: nothing is asked then."""
    return tuple(map(utterance_line, all_rows(connection, sql, (number, FEW)))) if how_many else ()


def _company(connection: sqlite3.Connection, number: int) -> tuple[Companion, ...]:
    """Who and what is named in the same articles, most often first."""
    asked = (number, SOME)
    found = all_rows(connection, COMPANY, asked) or all_rows(connection, TOGETHER, asked)
    return tuple(Companion(*other) for other in found)
