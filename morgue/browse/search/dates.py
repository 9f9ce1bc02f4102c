"""When the hits of a search were published: the bars over the results, by day, month or year."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from morgue.browse.dating import in_words
from morgue.browse.search.request import Request
from morgue.browse.search.statement import Statement

Unit = Literal["day", "month", "year"]

_LENGTH: dict[Unit, int] = {"day": len("2022-02-14"), "month": len("2022-02"), "year": len("2022")}
_MOST_DAYS, _MOST_MONTHS = 62, 120  # a longer span is told by month, then by year


@dataclass(frozen=True, slots=True)
class Bar:
    """One day, month or year: articles and stories published in it, and the search narrowed to it."""

    period: str
    label: str
    article_count: int
    story_count: int
    address: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars without gaps from the first to the last date; `undated_count` articles have no date fine enough."""

    unit: Unit
    bars: tuple[Bar, ...]
    undated_count: int

    @property
    def top(self) -> int:
        """Articles in the highest bar."""
        return max(bar.article_count for bar in self.bars)


def histogram(connection: sqlite3.Connection, ids: Sequence[int], asked: Request) -> Histogram | None:
    """The bars of these articles; None where they were all published on one day, or none has a date."""
    first, last = _span(connection, ids)
    unit = _unit(first, last)
    if not unit:
        return None
    rows = {row["period"]: row for row in periods(ids, unit).rows(connection)}
    bars = tuple(_bar(period, rows.get(period), unit, asked) for period in _periods(min(rows), max(rows), unit))
    return Histogram(unit, bars, len(ids) - sum(bar.article_count for bar in bars)) if len(bars) > 1 else None


def _span(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[str, str]:
    sql = (
        "SELECT coalesce(min(a.published), '') AS first, coalesce(max(a.published), '') AS last"
        " FROM json_each(?) AS hit CROSS JOIN articles AS a ON a.id = hit.value"
    )
    row = Statement(sql, (json.dumps(list(ids)),)).rows(connection)[0]
    return row["first"], row["last"]


def periods(ids: Sequence[int], unit: Unit) -> Statement:
    """Articles and stories by the day, month or year of publication; dates less precise than that are left out."""
    sql = (
        "SELECT substr(a.published, 1, ?) AS period, count(*) AS articles,"
        " count(DISTINCT coalesce(a.story_id, -a.id)) AS stories"
        " FROM json_each(?) AS hit CROSS JOIN articles AS a ON a.id = hit.value"
        " WHERE length(a.published) >= ? GROUP BY period ORDER BY period"
    )
    return Statement(sql, (_LENGTH[unit], json.dumps(list(ids)), _LENGTH[unit]))


def _unit(first: str, last: str) -> Unit | None:
    """The finest unit that both ends are known to and that does not give too many bars."""
    if not first:
        return None
    if min(len(first), len(last)) >= _LENGTH["day"] and (_day(last) - _day(first)).days <= _MOST_DAYS:
        return "day"
    if min(len(first), len(last)) >= _LENGTH["month"] and _month(last) - _month(first) <= _MOST_MONTHS:
        return "month"
    return "year"


def _day(published: str) -> date:
    return date.fromisoformat(published[: _LENGTH["day"]])


def _month(published: str) -> int:
    return int(published[:4]) * 12 + int(published[5:7]) - 1


def _periods(first: str, last: str, unit: Unit) -> Iterator[str]:
    """Every period from the first to the last."""
    if unit == "day":
        days = (_day(last) - _day(first)).days
        yield from ((_day(first) + timedelta(days=n)).isoformat() for n in range(days + 1))
    elif unit == "month":
        yield from (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_month(first), _month(last) + 1))
    else:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))


def _bar(period: str, row: sqlite3.Row | None, unit: Unit, asked: Request) -> Bar:
    narrowed = replace(asked, start=period, end=period, after="").address
    articles, stories = (row["articles"], row["stories"]) if row else (0, 0)
    return Bar(period, in_words(period, unit), articles, stories, narrowed)
