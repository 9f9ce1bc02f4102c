"""Rows as text that spreadsheets and programs read back."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.streams.forms import FORMS, safe

pytestmark = pytest.mark.unit

cells = st.one_of(st.none(), st.integers(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))


@given(st.lists(cells, min_size=1, max_size=4))
def test_csv_is_read_back(values: list[str | int | None]) -> None:
    """Commas, quotes and line ends in a headline break no row; what would be a formula gets an apostrophe."""
    names = [f"column_{n}" for n in range(len(values))]
    row = dict(zip(names, values, strict=True))
    written = FORMS["csv"].head(names) + FORMS["csv"].body([row])
    head, read = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert head == names
    assert read == ["" if value is None else str(safe(value)) for value in values]


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-5 degrees", "@harbour", "\tx", "\r=x"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A headline is text, whatever it begins with."""
    assert safe(text) == f"'{text}"


def test_numbers_and_words_stay_as_they_are() -> None:
    """Also below zero."""
    assert (safe(-1.5), safe("a = b"), safe(None)) == (-1.5, "a = b", None)


@given(st.lists(cells, min_size=1, max_size=4))
def test_json_lines_are_exact(values: list[str | int | None]) -> None:
    """One line a row, with every value as it is."""
    row = {str(n): value for n, value in enumerate(values)}
    written = FORMS["jsonl"].head(list(row)) + FORMS["jsonl"].body([row, row])
    assert [json.loads(line) for line in written.removesuffix("\n").split("\n")] == [row, row]
