"""Coverage over time: a bar for each year, month or day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, takewhile

WIDTH, HEIGHT = 720.0, 86.0
GROUND = 66.0  # where the bars stand
TALLEST, WIDEST = 58.0, 48.0
MOST = 60  # bars that still show as bars
YEAR, MONTH, DAY = len("2022"), len("2022-02"), len("2022-02-14")


@dataclass(frozen=True, slots=True)
class Bar:
    """One period: its place, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    period: str
    n: int

    @property
    def middle(self) -> float:
        """Where a label of its own would be centred."""
        return round(self.x + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Bars:
    """A whole picture in user units, with the unit of time ("year", "month", "day")."""

    width: float
    height: float
    ground: float
    unit: str
    bars: tuple[Bar, ...]

    @property
    def first(self) -> str:
        """The first period."""
        return self.bars[0].period

    @property
    def last(self) -> str:
        """The last period."""
        return self.bars[-1].period

    @property
    def labelled(self) -> tuple[Bar, ...]:
        """The bars at both ends, which are named below the picture."""
        return (self.bars[0], self.bars[-1])

    @property
    def filled(self) -> tuple[Bar, ...]:
        """The periods with anything in them."""
        return tuple(bar for bar in self.bars if bar.n)


def bars(published: Mapping[str, int]) -> Bars | None:
    """Draw counts by ISO date (whole or cut short) in the finest unit that holds them all; None where none does."""
    for unit, length in (("day", DAY), ("month", MONTH), ("year", YEAR)):
        counted = _by_period(published, length)
        periods = _between(min(counted), max(counted)) if counted else ()
        if 1 < len(periods) <= MOST and sum(counted.values()) == sum(published.values()):
            return _draw(unit, [(period, counted.get(period, 0)) for period in periods])
    return None


def _by_period(published: Mapping[str, int], length: int) -> dict[str, int]:
    counted: dict[str, int] = {}
    for day, n in published.items():
        if len(day) >= length:
            counted[day[:length]] = counted.get(day[:length], 0) + n
    return counted


def _draw(unit: str, counted: Sequence[tuple[str, int]]) -> Bars:
    top = max(n for _, n in counted)
    step = WIDTH / len(counted)
    wide = min(step * 0.8, WIDEST)
    drawn = tuple(
        Bar(
            x=round(place * step + (step - wide) / 2, 2),
            y=round(GROUND - TALLEST * n / top, 2),
            width=round(wide, 2),
            height=round(TALLEST * n / top, 2),
            period=period,
            n=n,
        )
        for place, (period, n) in enumerate(counted)
    )
    return Bars(WIDTH, HEIGHT, GROUND, unit, drawn)


def _between(first: str, last: str) -> tuple[str, ...]:
    """Every period from the first to the last, as many as are worth counting."""
    periods = (_later(first, steps) for steps in count())
    return tuple(takewhile(lambda period: period <= last, (next(periods) for _ in range(MOST + 2))))


def _later(period: str, steps: int) -> str:
    if len(period) == YEAR:
        return f"{int(period) + steps:04d}"
    if len(period) == MONTH:
        months = int(period[:YEAR]) * 12 + int(period[YEAR + 1 :]) - 1 + steps
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return (date.fromisoformat(period) + timedelta(days=steps)).isoformat()
