"""Which pages of a published archive nearly every search reads, and where its tables begin."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

# Read whole: what folding and sorting look at for every hit.
_HOT = ("sqlite_schema", "sqlite_stat1", "codes", "sources", "catalogue")
# The same of searches for words: where which begins, and how long each article is.
_OF_WORDS = (
    "articles_fts_config", "articles_fts_idx", "articles_fts_docsize", "quotes_fts_config", "entities_fts_config",
)  # fmt: skip
# Of these the pages that lead to the rows.
_LED = (
    "article_cards", "article_facets", "articles_fts_data", "article_entities", "entities", "related",
    "quotes_fts_data", "quotes_fts_idx", "entities_fts_data", "entities_fts_idx", "facet_counts_by_articles",
    "sqlite_autoindex_entities_1", "former_uids", "quote_catalogue", "quotes_fts_docsize",
)  # fmt: skip
# Where a full-text index keeps its averages and its own outline: the first of its rows.
_OUTLINES = ("articles_fts_data", "quotes_fts_data", "entities_fts_data")

_ROOTS = "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0 ORDER BY name"


@dataclass(frozen=True, slots=True)
class Layout:
    """Page size in bytes, the first page of each table and index, and the pages (from 1) that every search reads.

    `words` are those that only searches for words read beside them.
    """

    page_size: int
    roots: dict[str, int]
    hot: tuple[int, ...]
    words: tuple[int, ...]


def layout(database: Path) -> Layout:
    """Where what stands in a published archive."""
    with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        roots: dict[str, int] = dict(connection.execute(_ROOTS))
        words = {number for number, _, _ in _pages(connection, _OF_WORDS)}
        return Layout(page_size, roots, tuple(sorted(_hot(connection))), tuple(sorted(words)))


def _hot(connection: sqlite3.Connection) -> set[int]:
    # Page by page, dbstat reads the whole file; asked for one name after the other, only what belongs to it.
    found = {1}
    outlines: dict[str, int] = {}
    for number, name, kind in _pages(connection, (*_HOT, *_LED)):
        if name in _HOT or kind == "internal":
            found.add(number)
        elif name in _OUTLINES and kind == "leaf":
            outlines.setdefault(name, number)
    return found | set(outlines.values())


def _pages(connection: sqlite3.Connection, names: tuple[str, ...]) -> list[tuple[int, str, str]]:
    found: list[tuple[int, str, str]] = []
    for name in names:
        rows = connection.execute("SELECT pageno, name, pagetype FROM dbstat WHERE name = ? ORDER BY pageno", (name,))
        found.extend(rows)
    return found
