"""Stories, newest or largest first."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.dating import between
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import all_rows

COLUMNS = "SELECT uid, headline, article_count, source_count, first_published, last_published FROM stories "
ORDERS = {
    "newest": "ORDER BY last_published DESC, id DESC LIMIT ? OFFSET ?",
    "largest": "ORDER BY article_count DESC, id LIMIT ? OFFSET ?",
}
NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as lists show it."""

    uid: str
    address: str
    headline: str
    article_count: int
    source_count: int
    first_published: str | None
    last_published: str | None

    @property
    def when(self) -> str:
        """The days over which it was printed, in words."""
        return between(self.first_published, self.last_published)


@dataclass(frozen=True, slots=True)
class Stories:
    """A page of the list of stories."""

    order: str
    stories: tuple[StoryLine, ...]
    paging: Paging


def story_line(row: sqlite3.Row) -> StoryLine:
    """The line in a row of the table."""
    return StoryLine(
        uid=row["uid"],
        address=f"/stories/{row['uid']}",
        headline=row["headline"],
        article_count=row["article_count"],
        source_count=row["source_count"],
        first_published=row["first_published"],
        last_published=row["last_published"],
    )


def stories(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Stories:
    """The stories in the order asked for (`sort`: newest, largest)."""
    order = only(parameters, "sort")
    order = order if order in ORDERS else NEWEST
    found = all_rows(connection, COLUMNS + ORDERS[order], window(parameters))
    shown, paging = paged(found, parameters)
    return Stories(order=order, stories=tuple(map(story_line, shown)), paging=paging)
