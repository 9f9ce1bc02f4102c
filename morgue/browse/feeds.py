"""Atom feeds (RFC 4287), in pages (RFC 5005): the newest articles, any search, a person, a speaker, a source."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from morgue.browse.addresses import Moved, Parameters
from morgue.browse.cards import listed
from morgue.browse.corrections import uid_now
from morgue.browse.entries import Entry, in_xml, lasting, of_article, of_entity, of_quote, timestamp
from morgue.browse.paging import Paging
from morgue.browse.rows import one_row
from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.page import SearchPage, hits_alone
from morgue.browse.search.quotes import QuoteHit

ENTRIES = 40
NEWEST = "ORDER BY a.published DESC, a.id DESC LIMIT ? OFFSET ?"
NAMING = """
JOIN (SELECT article_id, published AS day FROM article_entities WHERE entity_id = ?
      ORDER BY published DESC, article_id DESC LIMIT ? OFFSET ?) x ON x.article_id = a.id
ORDER BY x.day DESC, a.id DESC
"""
OF_SOURCE = "WHERE a.source_id = ? ORDER BY a.published DESC, a.id DESC LIMIT ? OFFSET ?"
ENTITY = "SELECT id, name FROM entities WHERE uid = ?"
SOURCE = "SELECT id, name FROM sources WHERE id = ?"
BUILT = "SELECT built_at FROM builds ORDER BY id DESC LIMIT 1"
NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: what it is of, the page that shows the same, when the archive was built, and its entries.

    `first`, `previous` and `next` are the addresses of other pages of it, None where there is none.
    """

    id: str
    title: str
    address: str
    updated: str
    entries: tuple[Entry, ...]
    first: str | None = None
    previous: str | None = None
    next: str | None = None


def feed(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Feed:
    """The newest articles, as an Atom feed."""
    return _of_articles(connection, "newest articles", "/", "/feed.atom", NEWEST, (), parameters)


def entity_feed(
    connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters
) -> Feed | Moved | None:
    """The newest articles that name a person, body or place, as an Atom feed."""
    row = one_row(connection, ENTITY, (matched["uid"],))
    if row is None:
        now = uid_now(connection, matched["uid"])
        return Moved(f"/entities/{now}.atom") if now else None
    page = f"/entities/{matched['uid']}"
    return _of_articles(connection, row["name"], page, f"{page}.atom", NAMING, (row["id"],), parameters)


def speaker_feed(
    connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters
) -> Feed | Moved | None:
    """The newest quotes of a person, body or place, as an Atom feed."""
    row = one_row(connection, ENTITY, (matched["uid"],))
    if row is None:
        now = uid_now(connection, matched["uid"])
        return Moved(f"/entities/{now}/quotes.atom") if now else None
    place = {"next": parameters["next"]} if "next" in parameters else {}
    found = search_feed(connection, {}, {"in": ["quotes"], "speaker": [matched["uid"]], **place})
    return replace(found, title=in_xml(f"{row['name']}: quotes"), address=f"/entities/{matched['uid']}")


def source_feed(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Feed | None:
    """The newest articles of a source, as an Atom feed."""
    row = one_row(connection, SOURCE, (int(matched["id"]),))
    if row is None:
        return None
    page = f"/sources/{row['id']}"
    return _of_articles(connection, row["name"], page, f"{page}.atom", OF_SOURCE, (row["id"],), parameters)


def search_feed(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Feed:
    """Any search as an Atom feed: articles, quotes or names, the newest first unless another order is asked for."""
    page = hits_alone(connection, {"sort": ["newest"], "size": [str(ENTRIES)], **parameters})
    built_at = _built_at(connection)
    begun = replace(page.asked, after="")
    following = replace(page.asked, after=page.next) if page.next else None
    return Feed(
        id=lasting(_feed_of(begun.address)),
        title=in_xml(_title(page)),
        address=begun.address,
        updated=built_at,
        entries=tuple(_entry(hit, built_at) for hit in page.hits),
        first=_feed_of(begun.address) if page.asked.after else None,
        next=_feed_of(following.address) if following else None,
    )


def _feed_of(address: str) -> str:
    """The feed that is the same search as a page."""
    return address.replace("/search", "/search.atom", 1)


def _title(page: SearchPage) -> str:
    """What a search is for, in words: "quotes on ships (Speaker: Vladimir Putin)"."""
    shelf = "names" if page.asked.shelf == "entities" else page.asked.shelf
    words = f"{shelf} on {page.asked.q}" if page.asked.q else shelf
    narrowed = "; ".join(chip.label for chip in page.chips)
    return f"{words} ({narrowed})" if narrowed else words


def _entry(hit: object, built_at: str) -> Entry:
    if isinstance(hit, ArticleHit):
        return of_article(hit.card, built_at)
    return of_quote(hit, built_at) if isinstance(hit, QuoteHit) else of_entity(hit, built_at)  # type: ignore[arg-type]


def _of_articles(
    connection: sqlite3.Connection,
    title: str,
    page: str,
    address: str,
    query: str,
    arguments: Sequence[int],
    parameters: Parameters,
) -> Feed:
    """A page of articles as a feed."""
    asked = {"page": parameters["page"]} if "page" in parameters else {}
    shown, paging = listed(connection, query, arguments, asked)
    built_at = _built_at(connection)
    return Feed(
        id=lasting(address),
        title=in_xml(title),
        address=page,
        updated=built_at,
        entries=tuple(of_article(card, built_at) for card in shown),
        **_neighbours(address, paging),
    )


def _neighbours(address: str, paging: Paging) -> dict[str, str | None]:
    told = {"previous": paging.previous, "next": paging.next}
    ways = {name: f"{address}{query}" if query else None for name, query in told.items()}
    return {**ways, "first": address if paging.number > 1 else None}


def _built_at(connection: sqlite3.Connection) -> str:
    row = one_row(connection, BUILT)
    return timestamp(row["built_at"] if row else None) or NEVER
