"""Years, months and days in order: each by a number, so that one is as many after another as their numbers differ.

A period is an ISO date, whole or cut short, and its length tells which kind it is.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

Length = Literal[4, 7, 10]
YEAR: Final = 4  # as in "2022"
MONTH: Final = 7  # as in "2022-02"
DAY: Final = 10  # as in "2022-02-14"


def number_of(period: str) -> int:
    """The number of a period among those of its length.

    Raises:
        ValueError: There is no such day.
    """
    if len(period) == DAY:
        return date.fromisoformat(period).toordinal()
    year = int(period[:YEAR])
    return year if len(period) == YEAR else year * 12 + int(period[YEAR + 1 :]) - 1


def date_of(number: int, length: Length) -> str:
    """The period of a number."""
    if length == DAY:
        return date.fromordinal(number).isoformat()
    if length == YEAR:
        return f"{number:04d}"
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
