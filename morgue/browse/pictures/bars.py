"""Coverage over time: a bar for each year, month or day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, takewhile

# Across in hundredths of the width, so that a picture is as wide as its column and its words keep their size; down in
# pixels.
WIDTH, HEIGHT = 100.0, 96.0
CEILING, GROUND = 16.0, 76.0  # above the bars there is room for the number of the tallest
WIDEST = 6.7
MOST = 120  # bars that still show as bars on a phone: ten years by month
APART = 9.0  # between two labels below the bars, so that they do not run into each other
EACH = 4  # bars, each with its own label
LONG = 24  # bars, whose ends are told by the year alone
YEAR, MONTH, DAY = len("2022"), len("2022-02"), len("2022-02-14")
UNITS = (("day", DAY), ("month", MONTH), ("year", YEAR))
# A unit is taken although so many dates are less exact, and dates so few and far from all others are not drawn.
INEXACT, STRAY = 0.1, 0.01
FAR = 3  # years without any
MOST_YEARS = {DAY: 1, MONTH: MOST // 12, YEAR: MOST}  # that so many bars can tell, at most


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
class Label:
    """A period named below the picture: `anchor` says which side of it stands at `x` ("start", "middle", "end")."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A whole picture, with the unit of time ("year", "month", "day").

    `inexact` counts what is dated less exactly than by the unit, `strays` what is dated far from everything else.
    """

    width: float
    height: float
    ground: float
    unit: str
    bars: tuple[Bar, ...]
    inexact: int = 0
    strays: int = 0

    @property
    def first(self) -> str:
        """The first period."""
        return self.bars[0].period

    @property
    def last(self) -> str:
        """The last period."""
        return self.bars[-1].period

    @property
    def tallest(self) -> Bar:
        """The first of the fullest periods."""
        return max(self.bars, key=lambda bar: bar.n)

    @property
    def filled(self) -> tuple[Bar, ...]:
        """The periods with anything in them."""
        return tuple(bar for bar in self.bars if bar.n)

    @property
    def labels(self) -> tuple[Label, ...]:
        """Each of few bars; of many both ends, and between them each year that begins where there is room."""
        if len(self.bars) <= EACH:
            return tuple(Label(bar.middle, bar.period, "middle") for bar in self.bars)
        length = YEAR if len(self.bars) > LONG else DAY
        ends = (Label(0.0, self.first[:length], "start"), Label(self.width, self.last[:length], "end"))
        return (ends[0], *self._years(), ends[1])

    def _years(self) -> Iterator[Label]:
        done = APART if len(self.bars) > LONG else 2 * APART
        for before, bar in pairwise(self.bars):
            year = bar.period[:YEAR]
            if year != before.period[:YEAR] and done <= bar.x <= self.width - 2 * APART:
                yield Label(bar.x, year, "start")
                done = bar.x + APART


def bars(published: Mapping[str, int]) -> Bars | None:
    """Draw counts by ISO date (whole or cut short) in the finest unit that holds them; None where none does."""
    near = _near(published)
    total = sum(near.values())
    for unit, length in UNITS:
        counted = _by_period(near, length)
        periods = _between(min(counted), max(counted)) if counted else ()
        inexact = total - sum(counted.values())
        if 1 < len(periods) <= MOST and inexact <= total * INEXACT:
            drawn = _draw([(period, counted.get(period, 0)) for period in periods])
            return Bars(WIDTH, HEIGHT, GROUND, unit, drawn, inexact, sum(published.values()) - total)
    return None


def _near(published: Mapping[str, int]) -> dict[str, int]:
    """Without what is dated so far from everything else, and so rarely, that the date is wrong or a curiosity."""
    years = _by_period(published, YEAR)
    most = sum(years.values()) * STRAY
    groups = list(_groups(sorted(years)))
    main = max(groups, key=lambda group: sum(years[year] for year in group), default=[])
    lost = [year for group in groups if group is not main for year in group]
    far = set(lost) if sum(years[year] for year in lost) <= most else set()
    return {day: n for day, n in published.items() if day[:YEAR] not in far}


def _groups(years: Sequence[str]) -> Iterator[list[str]]:
    """Years in order, parted where there are none for long."""
    group: list[str] = []
    for year in years:
        if group and _years_apart(group[-1], year) > FAR:
            yield group
            group = []
        group.append(year)
    if group:
        yield group


def _by_period(published: Mapping[str, int], length: int) -> dict[str, int]:
    counted: dict[str, int] = {}
    for day, n in published.items():
        if len(day) >= length:
            counted[day[:length]] = counted.get(day[:length], 0) + n
    return counted


def _draw(counted: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    top = max(n for _, n in counted)
    step = WIDTH / len(counted)
    wide = min(step * 0.8, WIDEST)
    highest = GROUND - CEILING
    return tuple(
        Bar(
            x=round(place * step + (step - wide) / 2, 2),
            y=round(GROUND - highest * n / top, 2),
            width=round(wide, 2),
            height=round(highest * n / top, 2),
            period=period,
            n=n,
        )
        for place, (period, n) in enumerate(counted)
    )


def _between(first: str, last: str) -> tuple[str, ...]:
    """Every period from the first to the last; none where they are too many to be drawn."""
    if _years_apart(first, last) > MOST_YEARS[len(first)]:
        return ()
    periods = (_later(first, steps) for steps in range(MOST + 2))
    return tuple(takewhile(lambda period: period <= last, periods))


def _years_apart(first: str, last: str) -> int:
    return int(last[:YEAR]) - int(first[:YEAR])


def _later(period: str, steps: int) -> str:
    if len(period) == YEAR:
        return f"{int(period) + steps:04d}"
    if len(period) == MONTH:
        months = int(period[:YEAR]) * 12 + int(period[YEAR + 1 :]) - 1 + steps
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return (date.fromisoformat(period) + timedelta(days=steps)).isoformat()
