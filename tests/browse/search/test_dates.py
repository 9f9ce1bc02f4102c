"""The bars over the results: when the hits were published."""

from __future__ import annotations

import pytest

from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def test_days_follow_each_other_without_gaps(search_crowd: Search) -> None:
    """Within two months every day from the first to the last has a bar, empty ones too."""
    found = search_crowd("from=2021-03&to=2021-04").histogram
    assert found is not None
    assert found.unit == "day"
    assert len(found.bars) == 32
    assert [bar.period for bar in found.bars if bar.article_count] == ["2021-03-10", "2021-04-10"]


def test_a_longer_span_is_told_by_month(search_crowd: Search) -> None:
    """Within ten years every month has a bar."""
    found = search_crowd("from=2021").histogram
    assert found is not None
    assert found.unit == "month"
    assert [bar.period for bar in found.bars] == [f"2021-{month:02}" for month in range(1, 13)]


def test_dates_known_to_the_year_are_told_by_year(search_crowd: Search) -> None:
    """Where the first date is a mere year, bars are years; the undated are counted beside."""
    found = search_crowd("").histogram
    assert found is not None
    assert [(bar.period, bar.article_count) for bar in found.bars] == [("2020", 2), ("2021", 57)]
    assert found.undated_count == 1
    assert found.top == 57


@pytest.mark.parametrize("query_string", ["q=Hafen", "q=nothing+like+it", "from=2022-02-14&to=2022-02-14"])
def test_a_single_day_or_none_is_no_picture(search: Search, query_string: str) -> None:
    """Without dates, or with one only, there is nothing to draw."""
    assert search(query_string).histogram is None


def test_a_bar_narrows_to_its_period(search_crowd: Search) -> None:
    """The address of a bar finds just what the bar counts."""
    found = search_crowd("q=ferry&from=2021").histogram
    assert found is not None
    bar = max(found.bars, key=lambda bar: bar.article_count)
    narrowed = search_crowd(bar.address.partition("?")[2])
    assert narrowed.total == bar.article_count
    assert narrowed.group_count == bar.story_count
