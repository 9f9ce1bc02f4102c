"""The first page: what is in the archive, and ways in."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.coverage import QuotedTogether, by_month, quoted_together
from morgue.browse.pictures.bars import Bars, bars
from morgue.browse.rows import all_rows, one_row
from morgue.browse.stories import LINES, StoryLine, story_line
from morgue.browse.utterances import UTTERANCES, UtteranceLine, utterance_line

FEW = 6
COUNTED = ("articles", "stories", "quotes", "people", "contradictions")

COUNTS = """
SELECT (SELECT max(id) FROM articles) AS articles, (SELECT max(id) FROM stories) AS stories,
       (SELECT max(id) FROM quotes) AS quotes,
       (SELECT count(*) FROM facet_counts WHERE facet = 'person') AS people,
       (SELECT max(id) FROM discrepancies) AS contradictions,
       (SELECT min(published) FROM articles WHERE published > '') AS earliest,
       (SELECT max(published) FROM articles) AS latest
"""
# What is dated after the build is dated wrongly: it would be the newest for years.
NEWEST_STORIES = f"""
{LINES} WHERE s.last_published < coalesce((SELECT max(built_at) FROM builds), '~')
ORDER BY s.last_published DESC, s.id DESC LIMIT ?
"""
# Where nothing is dated, the order of the archive is as good as any.
ANY_STORIES = f"{LINES} ORDER BY s.id DESC LIMIT ?"
LARGEST_STORIES = f"{LINES} WHERE s.article_count > 1 ORDER BY s.article_count DESC, s.id LIMIT ?"
MOST_QUOTED = """
SELECT e.uid, e.name, e.kind, f.article_count AS n
FROM (SELECT value, article_count FROM facet_counts WHERE facet = 'speaker'
      ORDER BY article_count DESC, value LIMIT ?) f
JOIN entities e ON e.uid = f.value ORDER BY n DESC, e.mention_count DESC, e.id
"""
MOST_COVERED = "SELECT uid, name, kind, article_count AS n FROM entities ORDER BY article_count DESC, id LIMIT ?"
MOST_ALTERED = f"{UTTERANCES} WHERE u.wording_count > 1 ORDER BY u.wording_count DESC, u.drift DESC, u.id LIMIT ?"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity with one number beside it."""

    uid: str
    name: str
    kind: str
    n: int

    @property
    def address(self) -> str:
        """The entity's page."""
        return f"/entities/{self.uid}"


@dataclass(frozen=True, slots=True)
class Home:
    """The content of the first page. `coverage` counts the articles of each month."""

    counts: Mapping[str, int]
    earliest: str | None
    latest: str | None
    coverage: Mapping[str, int]
    newest_stories: tuple[StoryLine, ...]
    largest_stories: tuple[StoryLine, ...]
    most_quoted: tuple[Named, ...]
    most_covered: tuple[Named, ...]
    altered_quotes: tuple[UtteranceLine, ...]
    together: QuotedTogether

    @property
    def bars(self) -> Bars | None:
        """The articles over time as a picture, where there is enough of them."""
        return bars(self.coverage)

    @property
    def years(self) -> str:
        """The years that the archive covers, in words."""
        drawn = self.bars
        first, last = (drawn.first, drawn.last) if drawn else (self.earliest or "", self.latest or "")
        return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"


def home(connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Home:
    """The first page of the archive."""
    row = one_row(connection, COUNTS)
    counts = {name: row[name] or 0 for name in COUNTED} if row else {}
    newest = all_rows(connection, NEWEST_STORIES, (FEW,)) or all_rows(connection, ANY_STORIES, (FEW,))
    return Home(
        counts=counts,
        earliest=row["earliest"] if row else None,
        latest=row["latest"] if row else None,
        coverage=by_month(connection),
        newest_stories=tuple(map(story_line, newest)),
        largest_stories=tuple(map(story_line, all_rows(connection, LARGEST_STORIES, (FEW,)))),
        most_quoted=_named(connection, MOST_QUOTED),
        most_covered=_named(connection, MOST_COVERED),
        altered_quotes=tuple(map(utterance_line, all_rows(connection, MOST_ALTERED, (FEW // 2,)))),
        together=quoted_together(connection),
    )


def _named(connection: sqlite3.Connection, sql: str) -> tuple[Named, ...]:
    return tuple(Named(row["uid"], row["name"], row["kind"], row["n"]) for row in all_rows(connection, sql, (FEW,)))
