"""RSS, RDF and Atom saved as files. Thin: feedparser reads them, and never fetches anything when given bytes."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import feedparser
import nh3

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.fields import words
from morgue.read.form import Format, Found, Options
from morgue.read.formats.entries import TAG, Text, document, text
from morgue.read.formats.feed_bounds import hostile, nested, readable
from morgue.read.formats.xml import outermost
from morgue.read.limits import all_bytes

PAGE = re.compile(rb"<(?:!doctype\s+)?html\b", re.IGNORECASE)
ATTRIBUTES = {"*": {"class", "id", "title", "lang", "dir"}, "a": {"href"}, "img": {"src", "alt"}}
AGENCIES = {"nitf": ".nitf", "newsitem": ".newsml", "newsmessage": ".newsml", "newsml": ".newsml"}
SITEMAPS = ("urlset", "sitemapindex")
HEAD = 2_048  # bytes: in these a page says that it is one


def _entries(found: Found, options: Options) -> Iterator[Original | Problem | Found]:
    raw = all_bytes(found, options)
    if not raw.strip():
        yield problems.empty(found.place)
        return
    if other := _other(found, outermost(raw)):
        yield other
        return
    if wrong := hostile(raw):
        yield problems.bad_feed(found.place, wrong)
        return
    read = readable(raw)
    feed = _parsed(read)
    if not feed["version"] and not feed["entries"]:
        yield _page(found) if PAGE.search(raw[:HEAD]) else problems.no_feed(found.place)
    elif not feed["entries"]:
        yield problems.no_entries(found.place)
    for number, entry in enumerate(feed["entries"], start=1):
        yield document(found, number, _text(entry), _stated(entry, feed), entry, feed.get("encoding") or "utf-8")
    if len(read) < len(raw):
        yield problems.bad_feed(found.place, f"only its first {len(read) / 1e6:g} MB were read, as it is no XML")


def _other(found: Found, kind: str) -> Found | Problem | None:
    """Agencies' XML, to be read as such, or the word on a sitemap: all are called .xml as feeds are."""
    if kind in SITEMAPS:
        return problems.sitemap(found.place)
    return replace(found, called=f"{found.name}{AGENCIES[kind]}") if kind in AGENCIES else None


def _page(found: Found) -> Found:
    """XHTML looks like a feed from the outside: it is handed on to be read as a page."""
    return replace(found, called=f"{found.name}.html")


def _parsed(raw: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module=r"feedparser\b")  # of its own plans, no matter of ours
        try:
            feed = feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - it has no errors of its own for what it trips over
            return {"version": "", "entries": [], "feed": {}}
    return {"version": feed.get("version", ""), **feed}


def _text(entry: Any) -> Text | None:
    """The whole article, if the feed carries it, else the summary."""
    contents = [text(each.get("value"), each.get("type"), "content") for each in entry.get("content", ())]
    whole = max(filter(None, contents), key=lambda each: len(each.value), default=None)
    told = whole or text(entry.get("summary"), entry.get("summary_detail", {}).get("type"), "summary")
    return _safe(told) if told and told.type == "html" else told


def _safe(told: Text) -> Text | None:
    """Without what could run in a reader's browser. feedparser can do this itself, at a tenth of the speed."""
    if nested(told.value):
        return text(TAG.sub(" ", told.value), "text/html", told.feed_text)
    return text(nh3.clean(told.value, attributes=ATTRIBUTES, link_rel=None), "text/html", told.feed_text)


def _stated(entry: Any, feed: Any) -> Stated:
    tags = [term for tag in entry.get("tags", ()) if (term := words(tag.get("term")))]
    updated = words(entry["updated"]) if "updated" in entry else None  # asked by .get() it would be `published`
    return Stated(
        external_id=words(entry.get("id")),
        url=words(entry.get("link")),
        headline=_plain(entry.get("title")),
        byline=_authors(entry),
        source=_plain(feed["feed"].get("title")),
        published=words(entry.get("published")) or updated,
        updated=updated,
        language=words(entry.get("language")) or words(feed["feed"].get("language")),
        extra={"tags": tags} if tags else {},
    )


def _authors(entry: Any) -> str | None:
    """Their names; addresses only where there are no names."""
    names = [words(author.get("name")) for author in entry.get("authors", ())]
    return "; ".join(dict.fromkeys(filter(None, names))) or words(entry.get("author"))


def _plain(title: object) -> str | None:
    """A title without the marks that some feeds put into it."""
    told = text(title, "text/html", "summary")
    return words(re.sub(r"<[^<>]*>", "", told.value)) if told else None


FEED = Format("feed", (".xml", ".rss", ".atom", ".rdf"), (b"<rss", b"<feed", b"<rdf:rdf", b"<?xml"), _entries)
