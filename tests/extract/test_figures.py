"""Numbers and amounts in the text."""

from __future__ import annotations

import pytest

from morgue.extract.dates import find_dates
from morgue.extract.figures import find_figures

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("over 14,000 people died", "14,000 people", 14000.0, "people"),
        ("about 100,000 Russian troops", "100,000 Russian troops", 100000.0, "troops"),
        ("according to two people", "two people", 2.0, "people"),
        ("Twenty-five senior officials", "Twenty-five senior officials", 25.0, "officials"),
        ("Eight years ago", "Eight years", 8.0, "years"),
        ("It cost $1.5 billion.", "$1.5 billion", 1.5e9, "USD"),
        ("It cost £5m.", "£5m", 5e6, "GBP"),
        ("It cost 3.5 million euros.", "3.5 million euros", 3.5e6, "EUR"),
        ("It fell 30 %.", "30 %", 30.0, "percent"),
        ("It fell 12.5 percent.", "12.5 percent", 12.5, "percent"),
        ("a 40-minute talk", "40-minute", 40.0, "minute"),
        ("more than 40 were hurt", "40", 40.0, None),
    ],
)
def test_a_figure_has_a_value_and_a_unit(text: str, figure: str, value: float, unit: str | None) -> None:
    """The span goes from the number to its unit or counted noun."""
    assert [(f.text, f.value, f.unit) for f in find_figures(text, ())] == [(figure, value, unit)]


@pytest.mark.parametrize(
    "text",
    ["the 2nd time", "won 3-1", "at 10 p.m.", "a Boeing 737", "No. 3", "the two said", "10:30", "the 1990s", "one day"],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    """Ordinals, scores, times, names and small words are left out."""
    assert find_figures(text, ()) == ()


def test_no_figure_stands_in_a_date() -> None:
    """The days and years of dates are not counted."""
    text = "On Feb. 1, 2022 and in 1999, 30 boats sank."
    assert [f.text for f in find_figures(text, find_dates(text, None))] == ["30 boats"]
