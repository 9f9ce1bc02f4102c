"""What stands in the masthead and the foot of every page."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.rows import one_row
from morgue.browse.titles import DEFAULT_TITLE

# Articles and stories are numbered from 1 without gaps, so the highest number is the count, without a scan.
COUNTS = """
SELECT (SELECT max(id) FROM articles) AS articles, (SELECT max(id) FROM stories) AS stories,
       (SELECT max(id) FROM quotes) AS quotes, (SELECT max(id) FROM documents) AS documents
"""
LAST_BUILD = "SELECT built_at, version FROM builds ORDER BY id DESC LIMIT 1"


@dataclass(frozen=True, slots=True)
class Site:
    """The archive in one line: its title, how much is in it and when it was built."""

    title: str = DEFAULT_TITLE
    articles: int = 0
    stories: int = 0
    quotes: int = 0
    documents: int = 0
    built_at: str | None = None
    version: str | None = None


def site(connection: sqlite3.Connection, title: str = DEFAULT_TITLE) -> Site:
    """The archive's own line."""
    counts = one_row(connection, COUNTS)
    build = one_row(connection, LAST_BUILD)
    return Site(
        title=title,
        **({name: counts[name] or 0 for name in counts.keys()} if counts else {}),  # noqa: SIM118 (a Row has no items)
        built_at=build["built_at"] if build else None,
        version=build["version"] if build else None,
    )
