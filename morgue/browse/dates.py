"""Articles by date: years and months, and the articles of a month or a day. A way in without a search."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from morgue.browse.addresses import Parameters
from morgue.browse.cards import Card, cards
from morgue.browse.dating import in_words
from morgue.browse.paging import Paging, paged, window
from morgue.browse.rows import all_rows

UNDATED = "undated"
_YEAR, _MONTH, _DAY = len("2022"), len("2022-02"), len("2022-02-14")

# Every ISO time of a period begins with it, and what follows sorts before "~".
COUNTS = """
SELECT substr(published, 1, ?) AS period, count(*) AS n FROM articles
WHERE published >= ? AND published < ? || '~' AND length(published) >= ? GROUP BY period ORDER BY period
"""
NUMBER_UNDATED = "SELECT count(*) AS n FROM articles WHERE published IS NULL"
NEWEST_FIRST = "ORDER BY a.published DESC, a.id DESC LIMIT ? OFFSET ?"
OF_PERIOD = f"WHERE a.published >= ? AND a.published < ? || '~' {NEWEST_FIRST}"
OF_YEAR_ALONE = f"WHERE a.published = ? {NEWEST_FIRST}"
WITHOUT_DATE = "WHERE a.published IS NULL ORDER BY a.id LIMIT ? OFFSET ?"


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day ("2022", "2022-02", "2022-02-14"), and how many articles are dated in it."""

    name: str
    article_count: int

    @property
    def address(self) -> str:
        """The page of the period."""
        return f"/dates/{self.name}"

    @property
    def label(self) -> str:
        """The period in words."""
        return _in_words(self.name)


@dataclass(frozen=True, slots=True)
class Dates:
    """The years, each with its months; `undated` counts the articles without a date."""

    years: tuple[tuple[Period, tuple[Period, ...]], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A page of the articles of one period, with the periods within it.

    Of a year, those are listed of which no month is known: the others stand under their months.
    """

    period: str
    parts: tuple[Period, ...]
    articles: tuple[Card, ...]
    paging: Paging

    @property
    def label(self) -> str:
        """The period in words."""
        return "Without a date" if self.period == UNDATED else _in_words(self.period)

    @property
    def around(self) -> str | None:
        """The longer period that this one is part of."""
        return self.period.rpartition("-")[0] or None


def dates(connection: sqlite3.Connection, _matched: Mapping[str, str], _parameters: Parameters) -> Dates:
    """The years and months of the archive, the latest year first."""
    months = _parts(connection, "", _MONTH)
    years = {year.name: year for year in _parts(connection, "", _YEAR)}
    found = {name: tuple(group) for name, group in groupby(months, key=lambda month: month.name[:_YEAR])}
    undated = all_rows(connection, NUMBER_UNDATED)[0]["n"]
    return Dates(tuple((years[name], found.get(name, ())) for name in sorted(years, reverse=True)), undated)


def dated(connection: sqlite3.Connection, matched: Mapping[str, str], parameters: Parameters) -> Dated:
    """The articles of the period in the address, the newest first."""
    period = matched["period"]
    if period == UNDATED:
        found = cards(connection, WITHOUT_DATE, window(parameters))
    elif len(period) == _YEAR:
        found = cards(connection, OF_YEAR_ALONE, (period, *window(parameters)))
    else:
        found = cards(connection, OF_PERIOD, (period, period, *window(parameters)))
    shown, paging = paged(found, parameters)
    finer = {_YEAR: _MONTH, _MONTH: _DAY}.get(len(period)) if period != UNDATED else None
    return Dated(period, _parts(connection, period, finer) if finer else (), tuple(shown), paging)


def _parts(connection: sqlite3.Connection, period: str, length: int) -> tuple[Period, ...]:
    """The periods of this length ("2022-02" has 7) within another; "" is all of time."""
    rows = all_rows(connection, COUNTS, (length, period, period, length))
    return tuple(Period(row["period"], row["n"]) for row in rows)


def _in_words(period: str) -> str:
    return in_words(period, {_YEAR: "year", _MONTH: "month"}.get(len(period), "day"))
