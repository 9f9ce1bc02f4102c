"""What people decided about an entity, an article or a story, and where former addresses of entities lead."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from morgue.browse.cards import begin
from morgue.browse.prose import render
from morgue.browse.rows import all_rows, one_row

CORRECTIONS = """
SELECT c.verb, c.told, c.note, c.author, c.date, o.uid AS other_uid, o.name AS other_name
FROM corrections c LEFT JOIN entities o ON o.id = c.other_id
WHERE c.entity_id = ? ORDER BY c.date DESC, c.id
"""
OF_ARTICLES = """
SELECT min(c.id), c.verb, c.told, c.note, c.author, c.date,
       o.uid AS other_uid, coalesce(o.headline, o.lead) AS other_name,
       a.uid AS about_uid, coalesce(a.headline, a.lead) AS about_name
FROM articles a JOIN corrections c ON c.article_id = a.id LEFT JOIN articles o ON o.id = c.other_article_id
WHERE {} GROUP BY c.verb, c.line, c.date, c.note ORDER BY c.date DESC, c.id LIMIT 40
"""
OF_ARTICLE = OF_ARTICLES.format("a.id = ?")
OF_STORY = OF_ARTICLES.format("a.story_id = ?")
DROPPED = """
SELECT c.told, c.note, c.author, c.date FROM dropped_uids d JOIN corrections c ON c.id = d.correction_id WHERE d.uid = ?
"""
NOW = "SELECT e.uid FROM former_uids f JOIN entities e ON e.id = f.entity_id WHERE f.uid = ?"


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that holds for an entity or an article. `told` says what was decided, `note` is Markdown and says why.

    `about` and `other` are the two that it is about: their uids, and names or beginnings.
    """

    verb: str
    told: str
    note: str
    author: str
    date: str
    other_uid: str | None
    other_name: str | None
    about_uid: str | None = None
    about_name: str | None = None

    @property
    def note_html(self) -> str:
        """The note as safe HTML."""
        return render(self.note)


@dataclass(frozen=True, slots=True)
class Dropped:
    """That a person took out what once had this address: what it was, why, by whom and when."""

    uid: str
    told: str
    note: str
    author: str
    date: str

    @property
    def note_html(self) -> str:
        """The note as safe HTML."""
        return render(self.note)

    def as_json(self) -> Mapping[str, object]:
        """The same for programs, in the form of an error."""
        return {"ok": False, "status": 410, "title": "Taken out", "error": self.told, **asdict(self)}


def corrections(connection: sqlite3.Connection, entity_id: int) -> tuple[Correction, ...]:
    """The verdicts on an entity, the latest first."""
    return tuple(_correction(row, row["other_name"]) for row in all_rows(connection, CORRECTIONS, (entity_id,)))


def of_article(connection: sqlite3.Connection, article_id: int) -> tuple[Correction, ...]:
    """The verdicts on an article, the latest first."""
    return _on_articles(connection, OF_ARTICLE, article_id)


def of_story(connection: sqlite3.Connection, story_id: int) -> tuple[Correction, ...]:
    """The verdicts on the articles of a story, each once, the latest first."""
    return _on_articles(connection, OF_STORY, story_id)


def _on_articles(connection: sqlite3.Connection, sql: str, number: int) -> tuple[Correction, ...]:
    return tuple(
        replace(
            _correction(row, begin(row["other_name"] or "")),
            about_uid=row["about_uid"],
            about_name=begin(row["about_name"] or ""),
        )
        for row in all_rows(connection, sql, (number,))
    )


def _correction(row: sqlite3.Row, other_name: str | None) -> Correction:
    return Correction(
        verb=row["verb"],
        told=row["told"],
        note=row["note"],
        author=row["author"],
        date=row["date"],
        other_uid=row["other_uid"],
        other_name=other_name,
    )


def dropped(connection: sqlite3.Connection, uid: str) -> Dropped | None:
    """Why nothing has this uid any more, where a verdict took it out."""
    row = one_row(connection, DROPPED, (uid,))
    return Dropped(uid, *row) if row else None


def uid_now(connection: sqlite3.Connection, uid: str) -> str | None:
    """The uid of the entity that once had this one, or has it in another archive of these articles."""
    row = one_row(connection, NOW, (uid,))
    return row["uid"] if row else None
