"""Stories, newest or largest first. A story is an event: what reported it, and what was made from these reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.dating import between
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import all_rows

# `report_count`: the articles of the story that were made from no other.
LINES = """
SELECT s.id, s.uid, s.headline, s.article_count, s.source_count, s.first_published, s.last_published,
  (SELECT count(*) FROM articles a WHERE a.story_id = s.id AND a.derivation IN ('original', 'independent'))
  AS report_count,
  (SELECT uid FROM articles o WHERE o.id = s.origin_id) AS origin
FROM stories s
"""
ORDERS = {
    "newest": "ORDER BY s.last_published DESC, s.id DESC LIMIT ? OFFSET ?",
    "largest": "ORDER BY s.article_count DESC, s.id LIMIT ? OFFSET ?",
}
NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as lists show it. `report_count` of its articles were written independently; the others are versions."""

    uid: str
    address: str
    headline: str
    article_count: int
    report_count: int
    source_count: int
    first_published: str | None
    last_published: str | None

    @property
    def version_count(self) -> int:
        """The articles that were made from another one."""
        return self.article_count - self.report_count

    @property
    def made_of(self) -> str:
        """What it is made of, in words."""
        reports, versions = _count(self.report_count, "report"), _count(self.version_count, "version")
        if not self.version_count:
            return f"{self.report_count:,} independent reports" if self.report_count > 1 else reports
        return f"{reports}, {versions} of {'it' if self.report_count == 1 else 'them'}"

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
        report_count=row["report_count"],
        source_count=row["source_count"],
        first_published=row["first_published"],
        last_published=row["last_published"],
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def stories(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Stories:
    """The stories in the order asked for (`sort`: newest, largest)."""
    order = only(parameters, "sort")
    order = order if order in ORDERS else NEWEST
    found = all_rows(connection, LINES + ORDERS[order], window(parameters))
    shown, paging = paged(found, parameters)
    return Stories(order=order, stories=tuple(map(story_line, shown)), paging=paging)
