"""Periods in order: each has a number, and every number its period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.pictures.periods import DAY, MONTH, YEAR, Length, date_of, number_of

pytestmark = pytest.mark.unit
LENGTHS = st.sampled_from([YEAR, MONTH, DAY])


@given(st.dates(), LENGTHS)
def test_a_period_and_its_number_stand_for_each_other(day: date, length: Length) -> None:
    """There and back is where one was."""
    period = day.isoformat()[:length]
    assert date_of(number_of(period), length) == period


@pytest.mark.parametrize(
    ("before", "after"), [("1999", "2000"), ("2021-12", "2022-01"), ("2024-02-28", "2024-02-29"), ("0999", "1000")]
)
def test_what_follows_has_the_next_number(before: str, after: str) -> None:
    """Over the turn of the year, of the month, and in leap years."""
    assert number_of(after) == number_of(before) + 1
