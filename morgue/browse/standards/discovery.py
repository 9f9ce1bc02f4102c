"""Which feed tells a reader of this page what is new on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatch

from morgue.browse.entity import Entity
from morgue.browse.search.page import SearchPage
from morgue.browse.sources import Source


@dataclass(frozen=True, slots=True)
class FeedLink:
    """An Atom feed: its address and what feed readers call it."""

    address: str
    title: str


@singledispatch
def feeds(content: object) -> tuple[FeedLink, ...]:
    """The feeds of the page of this content; none where only that of the whole archive is there."""
    del content
    return ()


@feeds.register
def _(content: SearchPage) -> tuple[FeedLink, ...]:
    asked = replace(content.asked, after="", path="/search.atom")
    if asked.shelf != "articles" or not (asked.q or asked.is_narrowed):
        return ()
    return (FeedLink(asked.address, f"Articles on {asked.q}" if asked.q else "Articles of this search"),)


@feeds.register
def _(content: Entity) -> tuple[FeedLink, ...]:
    address, name = content.line.address, content.line.name
    articles = FeedLink(f"{address}.atom", f"{name}: newest articles")
    if not (content.speech.said or content.speech.reported):
        return (articles,)
    return articles, FeedLink(f"{address}/quotes.atom", f"{name}: newest quotes")


@feeds.register
def _(content: Source) -> tuple[FeedLink, ...]:
    return (FeedLink(f"{content.line.address}.atom", f"{content.line.name}: newest articles"),)
