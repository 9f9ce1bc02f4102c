"""Who published what is archived."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from morgue.browse.addresses import Parameters
from morgue.browse.cards import Card, listed
from morgue.browse.paging import Paging, paged, window
from morgue.browse.pictures.bars import Bars, bars
from morgue.browse.pictures.shares import Shares, scope
from morgue.browse.rows import all_rows, one_row

SOURCES = """
SELECT s.id, s.name, s.domain, s.kind, coalesce(f.article_count, 0) AS article_count,
       coalesce(f.story_count, 0) AS story_count
FROM sources s LEFT JOIN facet_counts f ON f.facet = 'source' AND f.value = CAST(s.id AS TEXT)
"""
LISTED = "ORDER BY article_count DESC, s.name LIMIT ? OFFSET ?"
# Counted at the build. `value` is "SOURCE:DERIVATION".
MADE = """
SELECT CAST(substr(value, 1, instr(value, ':') - 1) AS INTEGER) AS source, label AS derivation, article_count AS n
FROM facet_counts WHERE facet = 'source_derivation'
"""
NAMELESS = "SELECT count(*) AS n FROM articles WHERE source_id IS NULL"
COVERAGE = """
SELECT substr(published, 1, 10) AS day, count(*) AS n FROM articles
WHERE source_id = ? AND published > '' GROUP BY day ORDER BY day
"""
ENOUGH, DRAWN = 3, 16  # articles of a source whose share of copies says anything, and sources in the picture
DERIVATIONS = "SELECT derivation, count(*) AS n FROM articles WHERE source_id = ? GROUP BY derivation ORDER BY n DESC"
ORIGINS = """
SELECT s.id, coalesce(s.name, o.wire, 'unknown source') AS name, count(*) AS n
FROM articles a JOIN articles o ON o.id = a.derived_from LEFT JOIN sources s ON s.id = o.source_id
WHERE a.source_id = ? GROUP BY s.id, name ORDER BY n DESC, name LIMIT 12
"""
ARTICLES = "WHERE a.source_id = ? ORDER BY a.published DESC, a.id DESC LIMIT ? OFFSET ?"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A publisher, with how much of it is archived."""

    id: int
    address: str
    name: str
    domain: str | None
    kind: str
    article_count: int
    story_count: int


@dataclass(frozen=True, slots=True)
class Sources:
    """A page of the list of sources. `nameless` counts the articles whose source is not known.

    `copied_most` has the sources with the largest shares of what was made from others, each with its articles by
    derivation.
    """

    sources: tuple[SourceLine, ...]
    nameless: int
    paging: Paging
    copied_most: tuple[tuple[SourceLine, Mapping[str, int]], ...]

    @property
    def shares(self) -> tuple[tuple[SourceLine, Shares], ...]:
        """The same as bars, all to one scale."""
        drawn = self.scope
        return tuple((line, Shares(counts, drawn)) for line, counts in self.copied_most)

    @property
    def scope(self) -> float:
        """The part of each source's articles that the bars have room for."""
        return scope(counts for _, counts in self.copied_most)


@dataclass(frozen=True, slots=True)
class Source:
    """The content of a source's page: what its articles are, whom they are taken from, and a page of them.

    `derivations` and `origins` end in numbers of articles; `origins` begins with the source's id, if it has one.
    `coverage` counts its articles by day; undated ones are not in it.
    """

    line: SourceLine
    derivations: tuple[tuple[str, int], ...]
    origins: tuple[tuple[int | None, str, int], ...]
    articles: tuple[Card, ...]
    paging: Paging
    coverage: Mapping[str, int]

    @property
    def bars(self) -> Bars | None:
        """Its articles over time as a picture, where there is enough of them."""
        return bars(self.coverage)

    @property
    def shares(self) -> Shares:
        """What its articles are, as a bar."""
        return Shares(dict(self.derivations))


def sources(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Sources:
    """The sources, those with most articles first."""
    shown, paging = paged(all_rows(connection, SOURCES + LISTED, window(parameters)), parameters)
    nameless = one_row(connection, NAMELESS)
    copied_most = _copied_most(connection) if paging.number == 1 else ()
    return Sources(tuple(map(_line, shown)), nameless["n"] if nameless else 0, paging, copied_most)


def source(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Source | None:
    """The source of the number in the address."""
    number = int(matched["id"])
    row = one_row(connection, f"{SOURCES} WHERE s.id = ?", (number,))
    if row is None:
        return None
    articles, paging = listed(connection, ARTICLES, (number,), parameters)
    return Source(
        line=_line(row),
        derivations=tuple((kind["derivation"], kind["n"]) for kind in all_rows(connection, DERIVATIONS, (number,))),
        origins=tuple((o["id"], o["name"], o["n"]) for o in all_rows(connection, ORIGINS, (number,))),
        articles=articles,
        paging=paging,
        coverage={day["day"]: day["n"] for day in all_rows(connection, COVERAGE, (number,))},
    )


def more_articles(connection: sqlite3.Connection, before: Source, parameters: Parameters) -> Source:
    """The same source with another page of its articles."""
    articles, paging = listed(connection, ARTICLES, (before.line.id,), parameters)
    return replace(before, articles=articles, paging=paging)


def _copied_most(connection: sqlite3.Connection) -> tuple[tuple[SourceLine, Mapping[str, int]], ...]:
    """The sources that took most from others, by share."""
    made: dict[int, dict[str, int]] = {}
    for row in all_rows(connection, MADE):
        made.setdefault(row["source"], {})[row["derivation"]] = row["n"]
    known = [(number, Shares(counts)) for number, counts in made.items() if sum(counts.values()) >= ENOUGH]
    taking = sorted((each for each in known if each[1].taken), key=lambda each: (-each[1].share_taken, each[0]))[:DRAWN]
    rows = [(one_row(connection, f"{SOURCES} WHERE s.id = ?", (number,)), bar) for number, bar in taking]
    return tuple((_line(row), bar.counts) for row, bar in rows if row)


def _line(row: sqlite3.Row) -> SourceLine:
    return SourceLine(
        id=row["id"],
        address=f"/sources/{row['id']}",
        name=row["name"],
        domain=row["domain"],
        kind=row["kind"],
        article_count=row["article_count"],
        story_count=row["story_count"],
    )
