"""Dates in words."""

from __future__ import annotations

import pytest

from morgue.browse.dating import between, in_words

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("published", "precision", "words"),
    [
        ("2022-02-14T09:30:00Z", "second", "14 February 2022"),
        ("2022-02-14", "day", "14 February 2022"),
        ("2022-02", "month", "February 2022"),
        ("2022", "year", "2022"),
        (None, "unknown", "undated"),
        ("2022-02-31", "day", "2022-02-31"),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known(published: str | None, precision: str, words: str) -> None:
    """Neither more nor less than the archive knows; a day that never was is shown as it stands."""
    assert in_words(published, precision) == words


def test_a_span_of_one_day_is_that_day() -> None:
    """Two equal ends are told once."""
    assert between("2022-02-14", "2022-02-14T08:00:00Z") == "14 February 2022"
    assert between("2022-02-14", "2022-03") == "14 February 2022 to March 2022"
    assert between(None, None) == "undated"
