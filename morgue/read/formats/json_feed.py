"""JSON Feed (https://jsonfeed.org): what a .json file is whose version says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.fields import words
from morgue.read.form import Found
from morgue.read.formats.entries import Text, document, text

VERSION = ("https://jsonfeed.org/", "http://jsonfeed.org/")


def is_feed(value: Any) -> bool:
    """Whether a JSON value is a feed."""
    version = value.get("version") if isinstance(value, dict) else None
    return isinstance(version, str) and version.startswith(VERSION)


def documents(found: Found, feed: Mapping[str, Any], encoding: str) -> Iterator[Original | Problem]:
    """The entries of a feed in their order."""
    items = feed.get("items")
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not items:
        yield problems.no_entries(found.place)
    for number, item in enumerate(items, start=1):
        yield document(found, number, _text(item), _stated(item, feed), item, encoding)


def _text(item: Mapping[str, Any]) -> Text | None:
    return (
        text(item.get("content_html"), "text/html", "content")
        or text(item.get("content_text"), "text/plain", "content")
        or text(item.get("summary"), "text/plain", "summary")
    )


def _stated(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Stated:
    tags = item.get("tags")
    return Stated(
        external_id=words(item.get("id")),
        url=words(item.get("url")) or words(item.get("external_url")),
        headline=words(item.get("title")),
        byline=words(item.get("authors"), between="; ") or words(item.get("author")),
        source=words(feed.get("title")),
        published=words(item.get("date_published")) or words(item.get("date_modified")),
        updated=words(item.get("date_modified")),
        language=words(item.get("language")) or words(feed.get("language")),
        extra={"tags": tags} if tags else {},
    )
