"""When the hits of a search were published: the bars over the results, by day, month or year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from morgue.browse.dating import in_words
from morgue.browse.search.counting import DAY, MONTH, YEAR, per_period
from morgue.browse.search.matches import Match
from morgue.browse.search.request import Request

Unit = Literal["day", "month", "year"]

_LENGTHS: dict[Unit, int] = {"day": DAY, "month": MONTH, "year": YEAR}
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


def histogram(articles: Sequence[Match], asked: Request) -> Histogram | None:
    """The bars of these articles; None where they were all published on one day, or none has a date."""
    days = [match.day for match in articles if match.day]
    unit = _unit(min(days), max(days)) if days else None
    if not unit:
        return None
    counted = periods(articles, unit)
    bars = tuple(_bar(n, counted.get(n), unit, asked) for n in _periods(min(counted), max(counted), unit))
    return Histogram(unit, bars, len(articles) - sum(bar.article_count for bar in bars)) if len(bars) > 1 else None


def periods(articles: Sequence[Match], unit: Unit) -> dict[int, tuple[int, int]]:
    """How many articles and stories there are of each day, month or year; coarser dates are left out."""
    return per_period(articles, _LENGTHS[unit])


def _unit(first: int, last: int) -> Unit:
    """The finest unit that both ends are known to and that does not give too many bars."""
    if first % 100 and last % 100 and (_day(last) - _day(first)).days <= _MOST_DAYS:
        return "day"
    if first // 100 % 100 and last // 100 % 100 and _month(last // 100) - _month(first // 100) <= _MOST_MONTHS:
        return "month"
    return "year"


def _day(day: int) -> date:
    return date(day // 10000, day // 100 % 100, day % 100)


def _month(month: int) -> int:
    return month // 100 * 12 + month % 100 - 1


def _periods(first: int, last: int, unit: Unit) -> Iterator[int]:
    """Every period from the first to the last, as the number that it is counted by."""
    if unit == "day":
        start = _day(first)
        every = (start + timedelta(days=n) for n in range((_day(last) - start).days + 1))
        yield from (each.year * 10000 + each.month * 100 + each.day for each in every)
    elif unit == "month":
        yield from (n // 12 * 100 + n % 12 + 1 for n in range(_month(first), _month(last) + 1))
    else:
        yield from range(first, last + 1)


def _written(number: int, unit: Unit) -> str:
    """The period as dates are written: 2022-02-14, 2022-02, 2022."""
    if unit == "year":
        return f"{number:04}"
    return f"{number // 100:04}-{number % 100:02}" if unit == "month" else _day(number).isoformat()


def _bar(number: int, counted: tuple[int, int] | None, unit: Unit, asked: Request) -> Bar:
    period = _written(number, unit)
    narrowed = replace(asked, start=period, end=period, after="").address
    articles, stories = counted or (0, 0)
    return Bar(period, in_words(period, unit), articles, stories, narrowed)
