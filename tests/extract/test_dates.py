"""Dates in the text, and the days they can mean."""

from __future__ import annotations

import pytest

from morgue.extract.dates import find_dates

pytestmark = pytest.mark.unit

WEDNESDAY = "2022-02-02T09:30:00Z"


@pytest.mark.parametrize(
    ("text", "date", "earliest", "latest"),
    [
        ("on Feb. 1, 2022, it", "Feb. 1, 2022", "2022-02-01", "2022-02-01"),
        ("on 3 March 2021", "3 March 2021", "2021-03-03", "2021-03-03"),
        ("on 2022-02-01", "2022-02-01", "2022-02-01", "2022-02-01"),
        ("in February 2022", "February 2022", "2022-02-01", "2022-02-28"),
        ("in late February 2024", "late February 2024", "2024-02-21", "2024-02-29"),
        ("in 2014", "2014", "2014-01-01", "2014-12-31"),
        ("in 1812", "1812", "1812-01-01", "1812-12-31"),
        ("in the 1990s", "1990s", "1990-01-01", "1999-12-31"),
    ],
)
def test_a_date_with_a_year_needs_nothing_else(text: str, date: str, earliest: str, latest: str) -> None:
    """The words alone say which days are meant."""
    assert [(d.text, d.earliest, d.latest, d.basis) for d in find_dates(text, None)] == [
        (date, earliest, latest, "text")
    ]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Tuesday", "2022-02-01", "2022-02-01"),
        ("Wednesday", "2022-02-02", "2022-02-02"),
        ("Thursday", "2022-01-27", "2022-01-27"),
        ("last Wednesday", "2022-01-26", "2022-01-26"),
        ("next Wednesday", "2022-02-09", "2022-02-09"),
        ("this Friday", "2022-02-04", "2022-02-04"),
        ("yesterday", "2022-02-01", "2022-02-01"),
        ("last week", "2022-01-24", "2022-01-30"),
        ("last month", "2022-01-01", "2022-01-31"),
        ("next year", "2023-01-01", "2023-12-31"),
        ("December", "2021-12-01", "2021-12-31"),
        ("Feb. 20", "2022-02-20", "2022-02-20"),
        ("late January", "2022-01-21", "2022-01-31"),
    ],
)
def test_a_date_without_a_year_is_told_by_the_day_of_publication(text: str, earliest: str, latest: str) -> None:
    """Relative to the day the article appeared; without one, or with only its month, the date stays open."""
    assert [(d.text, d.earliest, d.latest, d.basis) for d in find_dates(text, WEDNESDAY)] == [
        (text, earliest, latest, "published")
    ]
    for unknown in (None, "2022-02", "2022"):
        assert [(d.earliest, d.latest, d.basis) for d in find_dates(text, unknown)] == [(None, None, "none")]


def test_a_day_that_does_not_exist_is_not_invented() -> None:
    """30 February is a date in the text and no day."""
    assert [(d.earliest, d.basis) for d in find_dates("Feb. 30, 2022", WEDNESDAY)] == [(None, "none")]


@pytest.mark.parametrize(
    "text", ["she may go", "May left.", "2014 troops", "$2,014", "1,999", "1600 Mill Street", "march on"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Verbs, names, amounts and street numbers."""
    assert find_dates(text, WEDNESDAY) == ()


def test_a_full_stop_behind_a_month_ends_the_sentence() -> None:
    """It belongs to the date only where the month is shortened."""
    assert [d.text for d in find_dates("In February. In Feb. it froze.", None)] == ["February", "Feb."]
