"""Which rows match a search, and how well: the set that is ranked, folded, counted and paged through.

At most `MOST_HITS` are kept (the newest, or the oldest where those are asked for first): ranking more takes seconds,
and nobody reads on so far. Every statement below gives the same rows in the same order on the server and in a browser.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from morgue.browse.query.fts import with_all, with_any, with_some
from morgue.browse.query.language import Query
from morgue.browse.search.likeness import raised
from morgue.browse.search.matches import RANK, Match
from morgue.browse.search.request import Request
from morgue.browse.search.shelves import Shelf
from morgue.browse.search.statement import Statement, every, listed

MOST_HITS = 20_000
FEW_WORDS = 2  # a query this short means all of its words
A_QUESTION = 5  # words: a query so long tells what is sought; that an article has each of its words means little
ENOUGH = 10  # where so many rows have all the words, those with some of them are not wanted
LEADING = ("speaker", "about", "altered")  # filters of quotes that an index leads from
COMPLETE = 1000  # the rank that having all the words adds, which puts such rows before all others


@dataclass(frozen=True, slots=True)
class Hits:
    """The rows that match, best first or newest first, each with its score (0 where there are no words).

    `expression` is the full-text expression that found them, None for a search without words. `complete_count` tells
    how many have everything that was typed, `complete_first` whether these stand before all others; `is_partial`,
    whether the others are there too; `is_relaxed`, whether no row had everything.
    """

    matches: tuple[Match, ...] = ()
    is_capped: bool = False
    expression: str | None = None
    complete_count: int = 0
    complete_first: bool = False
    is_partial: bool = False
    is_relaxed: bool = False

    @property
    def ids(self) -> tuple[int, ...]:
        """The rows alone."""
        return tuple(match.id for match in self.matches)


def find(
    connection: sqlite3.Connection,
    shelf: Shelf,
    asked: Request,
    query: Query,
    conditions: Sequence[Statement],
    most: int | None = None,
) -> Hits:
    """Find what matches the words and the conditions; without words at most so many, as a rule `MOST_HITS`."""
    search = _Search(connection, shelf, asked, tuple(conditions), most or MOST_HITS)
    if not query.wanted:
        return search.without_words()
    if asked.match == "any":
        return replace(search.best(with_any(query) or ""), is_partial=True)
    complete = search.matching(with_all(query) or "")
    if asked.match == "all" or _suffice(query, len(complete)):
        return replace(search.ranked(with_all(query) or "", complete), complete_count=len(complete))
    first = len(query.wanted) < A_QUESTION
    found = search.best(with_some(query) or "", frozenset(complete if first else ()))
    partial = len(found.matches) > len(complete)
    return replace(
        found,
        complete_count=len(complete),
        complete_first=first and partial and bool(complete),
        is_partial=partial,
        is_relaxed=partial and not complete,
    )


def _suffice(query: Query, complete: int) -> bool:
    return complete >= ENOUGH or bool(complete and len(query.wanted) <= FEW_WORDS)


@dataclass(frozen=True, slots=True)
class _Search:
    connection: sqlite3.Connection
    shelf: Shelf
    asked: Request
    conditions: tuple[Statement, ...]
    most: int

    def without_words(self) -> Hits:
        led = any(each.name in LEADING and not each.excluded for each in self.asked.filters)
        sort = self.asked.sort or self.asked.usual_sort(words=False)
        statement = newest_rows(self.shelf, self.conditions, self._direction, led=led, sort=sort, most=self.most)
        rows = statement.tuples(self.connection)
        return Hits(tuple(map(Match._make, rows[: self.most])), is_capped=len(rows) > self.most)

    def matching(self, expression: str) -> list[int]:
        """The rows that an expression finds, without their rank; one more than `MOST_HITS` where there are more."""
        statement = matching_rows(self.shelf, expression, self.conditions, self._direction)
        return [number for (number,) in statement.tuples(self.connection)]

    def best(self, expression: str, complete: frozenset[int] = frozenset()) -> Hits:
        """The rows that an expression finds, best first, those in `complete` before all others."""
        return self.ranked(expression, self.matching(expression), complete)

    def ranked(self, expression: str, ids: Sequence[int], complete: frozenset[int] = frozenset()) -> Hits:
        """These of the rows that an expression finds, best first, those in `complete` before all others."""
        if not ids:
            return Hits(expression=expression)
        rows = ranked_rows(self.shelf, expression, ids[:MOST_HITS], narrowed=bool(self.conditions))
        matches = [Match._make(row) for row in rows.tuples(self.connection)]
        matches.sort(key=RANK, reverse=True)
        if complete:
            matches.sort(key=lambda match: match.id not in complete)
        by_rank = (self.asked.sort or "relevance") == "relevance"
        added = raised(self.connection, matches) if by_rank and self.shelf.can_relate else {}
        return Hits(_rescored(matches, added, complete), len(ids) > MOST_HITS, expression)

    @property
    def _direction(self) -> str:
        return "ASC" if self.asked.sort == "oldest" else "DESC"


def _rescored(matches: Sequence[Match], added: Mapping[int, float], complete: frozenset[int]) -> tuple[Match, ...]:
    """The matches with what is added to their scores, the best first."""
    if not added and not complete:
        return tuple(matches)
    scored = (
        each._replace(score=each.score + added.get(each.id, 0.0) + COMPLETE * (each.id in complete))
        if each.id in added or each.id in complete
        else each
        for each in matches
    )
    return tuple(sorted(scored, key=RANK, reverse=True))


def newest_rows(
    shelf: Shelf,
    conditions: Sequence[Statement],
    direction: str,
    *,
    led: bool = False,
    sort: str = "newest",
    most: int | None = None,
) -> Statement:
    """The rows that meet all conditions, in order of publication or of a sort that an index has.

    Args:
        shelf: where to look.
        conditions: what holds of every row.
        direction: "DESC" for the newest first, "ASC" for the oldest.
        led: one of the conditions leads to the rows by an index.
        sort: the order asked for.
        most: how many to keep, as a rule `MOST_HITS`; one more tells that there are more.
    """
    where = every([*map(Statement, shelf.joins), *conditions])
    walked = bool(shelf.walk) and not led and sort not in shelf.led
    tables = " CROSS JOIN ".join(shelf.walk if walked else shelf.tables)
    head = Statement(f"SELECT {shelf.key}, 0.0, {shelf.columns} FROM {tables} WHERE")
    if sort in shelf.led:
        # The plus sign keeps the index of an order from being walked where another leads to few rows.
        order = f"{'+' * led}{shelf.led[sort]} DESC"
    else:
        order = f"{shelf.walked.format(direction=direction) if walked else shelf.published} {direction}"
    return head + where + f"ORDER BY {order} LIMIT {(most or MOST_HITS) + 1}"


def row_count(shelf: Shelf, conditions: Sequence[Statement]) -> Statement:
    """How many rows meet all conditions, at most one more than `MOST_HITS`."""
    where = every([*map(Statement, shelf.joins), *conditions])
    tables = " CROSS JOIN ".join(shelf.tables)
    return Statement(f"SELECT count(*) AS n FROM (SELECT 1 FROM {tables} WHERE") + where + f"LIMIT {MOST_HITS + 1})"


def matching_rows(shelf: Shelf, expression: str, conditions: Sequence[Statement], direction: str) -> Statement:
    """The rows that match an expression and meet all conditions, in order of publication."""
    matches = Statement(f"{shelf.fts} MATCH ?", (expression,))
    # CROSS JOIN keeps the planner from walking through the articles and asking full text about each.
    tables = " CROSS JOIN ".join((shelf.fts, *shelf.tables) if conditions else (shelf.fts,))
    joins = (f"{shelf.key} = {shelf.fts}.rowid", *shelf.joins) if conditions else ()
    where = every([matches, *map(Statement, joins), *conditions])
    head = Statement(f"SELECT {shelf.fts}.rowid FROM {tables} WHERE")
    return head + where + f"ORDER BY {shelf.fts}.rowid {direction} LIMIT {MOST_HITS + 1}"


def ranked_rows(shelf: Shelf, expression: str, ids: Sequence[int], *, narrowed: bool) -> Statement:
    """The score of each row, rounded so that every SQLite gives the same order, and all else that a `Match` holds."""
    tables = " CROSS JOIN ".join((shelf.fts, *shelf.tables))
    joins = every(map(Statement, (f"{shelf.key} = {shelf.fts}.rowid", *shelf.joins)))
    head = f"SELECT {shelf.key}, round({shelf.score}, 6), {shelf.columns} FROM {tables} WHERE {shelf.fts} MATCH ?"
    span = Statement(f"AND {shelf.fts}.rowid BETWEEN ? AND ?", (min(ids), max(ids)))
    # The plus sign keeps full text from being asked about one row after the other. Where only words narrow the search,
    # every row of the span that matches is meant.
    among = Statement(f"AND +{shelf.fts}.rowid IN") + listed(ids) if narrowed else ""
    return Statement(head, (expression,)) + span + among + "AND" + joins
