"""When and from where a document was captured, and what else stood at its address at other times."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.cards import COLUMNS, TABLES, Card, card
from morgue.browse.dating import in_words
from morgue.browse.rows import all_rows, one_row

MANY = 100  # a front page that was captured every hour; the tables hold the rest
DIGITS = 12  # of the SHA-256, which tell captures of one article apart

CAPTURES = f"""
SELECT path, member, sha256, url, read_at, bytes, raw IS NOT NULL AS differs FROM captures
WHERE document_id = ? ORDER BY read_at, id LIMIT {MANY}
"""
COUNT = "SELECT count(*) AS number FROM captures WHERE document_id = ?"
AT_ADDRESS = f"""
{COLUMNS}, d.read_at {TABLES} JOIN documents d ON d.id = a.document_id
WHERE a.address = (SELECT address FROM articles WHERE id = ?) AND a.id <> ? ORDER BY d.read_at, a.id LIMIT {MANY}
"""


@dataclass(frozen=True, slots=True)
class Capture:
    """One document that holds the article. `original` is the address of its bytes."""

    path: str
    member: str
    sha256: str
    url: str | None
    read_at: str
    bytes: int
    original: str

    @property
    def when(self) -> str:
        """Day and time of the capture in words."""
        return moment(self.read_at)

    @property
    def web_address(self) -> str | None:
        """The address it was captured at, if it is one that a reader may safely follow."""
        return self.url if self.url and self.url.startswith(("https://", "http://")) else None


@dataclass(frozen=True, slots=True)
class AtAddress:
    """Another article that was captured at the same address."""

    card: Card
    read_at: str

    @property
    def when(self) -> str:
        """Day and time of its capture in words."""
        return moment(self.read_at)


def captures(connection: sqlite3.Connection, document_id: int, article: str) -> tuple[Capture, ...]:
    """The captures of a document, the earliest first; at most `MANY`. `article` is the article's page."""
    return tuple(
        Capture(
            path=row["path"],
            member=row["member"],
            sha256=row["sha256"],
            url=row["url"],
            read_at=row["read_at"],
            bytes=row["bytes"],
            original=f"{article}/original" + (f"/{row['sha256'][:DIGITS]}" if row["differs"] else ""),
        )
        for row in all_rows(connection, CAPTURES, (document_id,))
    )


def capture_count(connection: sqlite3.Connection, document_id: int) -> int:
    """How many captures there are of a document, its own among them."""
    row = one_row(connection, COUNT, (document_id,))
    return row["number"] if row else 0


def at_address(connection: sqlite3.Connection, article_id: int) -> tuple[AtAddress, ...]:
    """The other articles that stood at an article's address, in order of capture; at most `MANY`."""
    return tuple(
        AtAddress(card(row), row["read_at"]) for row in all_rows(connection, AT_ADDRESS, (article_id, article_id))
    )


def moment(read_at: str) -> str:
    """An ISO time as a reader says it: "14 February 2022, 09:50"."""
    day, _, time = read_at.partition("T")
    return f"{in_words(day, 'day')}, {time[:5]}" if time else in_words(day, "day")
