"""The days that a date can mean. Only what is said or follows from the day of publication: no year is ever guessed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

WEEK = 7
DECEMBER = 12


def publication_day(published: str | None) -> date | None:
    """The day of an ISO time, or None where only a month, a year or nothing is known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def year(number: int) -> Interval:
    """The whole year."""
    return date(number, 1, 1), date(number, DECEMBER, 31)


def decade(first: int) -> Interval:
    """The ten years that begin with the first."""
    return date(first, 1, 1), date(first + 9, DECEMBER, 31)


def month(year: int, number: int, part: tuple[int, int] = (1, 31)) -> Interval:
    """The month, or the part of it between two days; a shorter month ends earlier."""
    last = monthrange(year, number)[1]
    return date(year, number, part[0]), date(year, number, min(part[1], last))


def nearest_month(day: date, number: int, part: tuple[int, int] = (1, 31)) -> Interval:
    """The month of that number that lies nearest to a day."""
    years = (day.year - 1, day.year, day.year + 1)
    return min((month(y, number, part) for y in years), key=lambda i: abs((i[0] - day).days + (i[1] - day).days))


def nearest_day(day: date, number: int, day_of_month: int) -> Interval | None:
    """The day of a month that lies nearest to a day; None if there is no such day in the years around."""
    found = [d for y in (day.year - 1, day.year, day.year + 1) if (d := exact_day(y, number, day_of_month))]
    return min(found, key=lambda interval: abs(interval[0] - day), default=None)


def exact_day(year: int, month: int, day: int) -> Interval | None:
    """The day, or None if the calendar has none such (30 February)."""
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def days_from(day: date, shift: int) -> Interval:
    """The day so many days later, or earlier where negative."""
    return day + timedelta(days=shift), day + timedelta(days=shift)


def weekday(day: date, number: int, shift: int | None) -> Interval:
    """The weekday (Monday is 0) as news writes it.

    Plain (shift None), the last one up to the day; -1 the last one before it, 0 that of the same week, 1 the next.
    """
    if shift is None:
        return days_from(day, -((day.weekday() - number) % WEEK))
    if shift == 0:
        return days_from(day, number - day.weekday())
    if shift < 0:
        return days_from(day, -((day.weekday() - number - 1) % WEEK) - 1)
    return days_from(day, (number - day.weekday() - 1) % WEEK + 1)


def around(day: date, unit: str, shift: int) -> Interval:
    """The week (from Monday), month or year before (-1), of (0) or after (1) a day."""
    if unit == "year":
        return year(day.year + shift)
    if unit == "month":
        months = day.year * DECEMBER + day.month - 1 + shift
        return month(months // DECEMBER, months % DECEMBER + 1)
    monday = day - timedelta(days=day.weekday()) + timedelta(days=WEEK * shift)
    return monday, monday + timedelta(days=WEEK - 1)
