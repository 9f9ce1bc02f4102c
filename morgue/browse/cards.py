"""An article in one line, as lists show it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.dating import in_words
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import Arguments, all_rows

TITLE_LENGTH = 90

COLUMNS = """
SELECT a.id, a.uid, a.headline, a.lead, s.name AS source, a.wire, a.published, a.published_precision, a.word_count,
       a.derivation, o.uid AS derived_from
"""
TABLES = """
FROM articles a LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN articles o ON o.id = a.derived_from
"""


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says of an article. `derived_from` is another article's uid."""

    uid: str
    address: str
    headline: str | None
    lead: str
    source: str | None
    wire: str | None
    published: str | None
    precision: str
    word_count: int
    derivation: str
    derived_from: str | None

    @property
    def title(self) -> str:
        """The headline, or the beginning of the text where there is none."""
        return self.headline or begin(self.lead) or "An article without words"

    @property
    def when(self) -> str:
        """The date in words."""
        return in_words(self.published, self.precision)

    @property
    def publisher(self) -> str:
        """Who printed it, as far as is known."""
        return self.source or self.wire or "unknown source"


def begin(text: str, length: int = TITLE_LENGTH) -> str:
    """The first words of a text, with an ellipsis where more follows; at most `length` characters."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    whole_words = flat[: length - 1].rsplit(" ", 1)[0]
    return f"{whole_words[: length - 2]} …"


def card(row: sqlite3.Row) -> Card:
    """The card in a row of `COLUMNS`."""
    return Card(
        uid=row["uid"],
        address=f"/articles/{row['uid']}",
        headline=row["headline"],
        lead=begin(row["lead"], 240),
        source=row["source"],
        wire=row["wire"],
        published=row["published"],
        precision=row["published_precision"],
        word_count=row["word_count"],
        derivation=row["derivation"],
        derived_from=row["derived_from"],
    )


def listed(
    connection: sqlite3.Connection, rest: str, arguments: Sequence[int], parameters: Parameters
) -> tuple[tuple[Card, ...], Paging]:
    """One page of a list of cards: `rest` ends in LIMIT and OFFSET, which are found from the parameters."""
    shown, paging = paged(cards(connection, rest, (*arguments, *window(parameters))), parameters)
    return tuple(shown), paging


def cards(connection: sqlite3.Connection, rest: str, arguments: Arguments = ()) -> tuple[Card, ...]:
    """The cards of articles `a`; `rest` is the query after its tables (more joins, WHERE, ORDER BY, LIMIT)."""
    return tuple(card(row) for row in all_rows(connection, COLUMNS + TABLES + rest, arguments))
