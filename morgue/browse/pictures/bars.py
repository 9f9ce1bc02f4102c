"""Coverage over time: a bar for each year, month or day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.pictures.periods import DAY, MONTH, YEAR, Length, date_of, number_of

# Across in hundredths of the width, so that a picture is as wide as its column and its words keep their size; down in
# pixels.
WIDTH, HEIGHT = 100.0, 96.0
CEILING, GROUND = 16.0, 76.0  # above the bars there is room for the number of the tallest
WIDEST = 6.7
MOST = 120  # bars that still show as bars on a phone: ten years by month
APART = 9.0  # between two labels below the bars, so that they do not run into each other
EACH = 4  # bars, each with its own label
LONG = 24  # bars, whose ends are told by the year alone
UNITS: tuple[tuple[str, Length], ...] = (("day", DAY), ("month", MONTH), ("year", YEAR))
# A unit is taken although so many dates are less exact, and dates so few and far from all others are not drawn.
INEXACT, STRAY = 0.1, 0.01
FAR = 3  # years without any


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
class _Axis:
    """So many periods side by side, from the one with the number `first`."""

    first: int
    count: int
    length: Length

    @property
    def step(self) -> float:
        """How wide a period is."""
        return WIDTH / self.count

    @property
    def wide(self) -> float:
        """How wide a bar is."""
        return min(self.step * 0.8, WIDEST)

    def x(self, number: int) -> float:
        """Where the bar of a period begins."""
        return round((number - self.first) * self.step + (self.step - self.wide) / 2, 2)

    def label(self, number: int) -> Label:
        """A period named below its bar."""
        return Label(round(self.x(number) + self.wide / 2, 2), date_of(number, self.length), "middle")


@dataclass(frozen=True, slots=True)
class Bars:
    """A whole picture, with the unit of time ("year", "month", "day") and a bar for each period with anything in it.

    `inexact` counts what is dated less exactly than by the unit, `strays` what is dated far from everything else.
    """

    width: float
    height: float
    ground: float
    unit: str
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
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


def bars(published: Mapping[str, int]) -> Bars | None:
    """Draw counts by ISO date (whole or cut short) in the finest unit that holds them; None where none does."""
    near = _near(published)
    total = sum(near.values())
    for unit, length in UNITS:
        counted = _by_period(near, length)
        inexact = total - sum(counted.values())
        if len(counted) > 1 and inexact <= total * INEXACT and (axis := _axis(counted, length)).count <= MOST:
            drawn, strays = _draw(counted, axis), sum(published.values()) - total
            return Bars(WIDTH, HEIGHT, GROUND, unit, drawn, tuple(_labels(axis)), inexact, strays)
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


def _axis(counted: Mapping[str, int], length: Length) -> _Axis:
    first, last = number_of(min(counted)), number_of(max(counted))
    return _Axis(first, last - first + 1, length)


def _draw(counted: Mapping[str, int], axis: _Axis) -> tuple[Bar, ...]:
    top = max(counted.values())
    width = round(axis.wide, 2)
    heights = ((period, n, (GROUND - CEILING) * n / top) for period, n in sorted(counted.items()))
    return tuple(
        Bar(axis.x(number_of(period)), round(GROUND - height, 2), width, round(height, 2), period, n)
        for period, n, height in heights
    )


def _labels(axis: _Axis) -> Iterator[Label]:
    """Each of few periods; of many both ends, and between them each year that begins where there is room."""
    last = axis.first + axis.count - 1
    if axis.count <= EACH:
        yield from map(axis.label, range(axis.first, last + 1))
        return
    length = YEAR if axis.count > LONG else DAY
    yield Label(0.0, date_of(axis.first, axis.length)[:length], "start")
    yield from _years(axis, last)
    yield Label(WIDTH, date_of(last, axis.length)[:length], "end")


def _years(axis: _Axis, last: int) -> Iterator[Label]:
    done = APART if axis.count > LONG else 2 * APART
    first_year, last_year = (int(date_of(number, axis.length)[:YEAR]) for number in (axis.first, last))
    for year in range(first_year + 1, last_year + 1):
        x = axis.x(number_of(f"{year:04d}-01-01"[: axis.length]))
        if done <= x <= WIDTH - 2 * APART:
            yield Label(x, f"{year:04d}", "start")
            done = x + APART


def _years_apart(first: str, last: str) -> int:
    return int(last[:YEAR]) - int(first[:YEAR])
