"""Atom feeds: the newest articles, and any search."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.cards import Card, cards
from morgue.browse.rows import one_row
from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.page import search_page

ENTRIES = 40
NEWEST = "ORDER BY a.published DESC, a.id DESC LIMIT ?"
BUILT = "SELECT built_at FROM builds ORDER BY id DESC LIMIT 1"
NEVER = "1970-01-01T00:00:00Z"
_YEAR, _MONTH, _DAY = len("2022"), len("2022-02"), len("2022-02-14")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed. `updated` is a whole RFC 3339 time, as Atom wants it."""

    card: Card
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is of, the page that shows the same, when it last changed, and its entries."""

    title: str
    address: str
    updated: str
    entries: tuple[Entry, ...]


def feed(connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Feed:
    """The newest articles."""
    return _feed(connection, "newest articles", "/", cards(connection, NEWEST, (ENTRIES,)))


def search_feed(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Feed:
    """Any search for articles, the newest first unless another order is asked for."""
    page = search_page(connection, matched, {"sort": ["newest"], **parameters, "in": ["articles"]})
    found = tuple(hit.card for hit in page.hits if isinstance(hit, ArticleHit))
    return _feed(connection, f"articles on {page.asked.q}" if page.asked.q else "articles", page.asked.address, found)


def _feed(connection: sqlite3.Connection, title: str, address: str, found: tuple[Card, ...]) -> Feed:
    """Articles as a feed. An undated one counts as of the day the archive was built."""
    row = one_row(connection, BUILT)
    built_at = timestamp(row["built_at"] if row else None) or NEVER
    entries = tuple(Entry(card, timestamp(card.published) or built_at) for card in found)
    return Feed(title, address, built_at, entries)


def timestamp(published: str | None) -> str | None:
    """An ISO date of any precision as a whole time: the beginning of the time it names, in UTC where none is said."""
    if not published:
        return None
    day = f"{published}-01-01" if len(published) == _YEAR else published
    day = f"{day}-01" if len(day) == _MONTH else day
    if len(day) == _DAY:
        return f"{day}T00:00:00Z"
    return day if day.endswith("Z") or "+" in day or day[-6:-5] == "-" else f"{day}Z"
