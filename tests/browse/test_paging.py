"""Long lists in pages."""

from __future__ import annotations

import pytest

from morgue.browse.paging import LAST, SIZE, page_number, paged, window

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("asked", "number"),
    [("3", 3), ("", 1), ("0", 1), ("-2", 1), ("many", 1), ("9" * 40, 1), ("²", 1), ("999999", LAST)],
)
def test_any_page_number_is_answered(asked: str, number: int) -> None:
    """What makes no sense is the first page; beyond the last is the last that is offered."""
    assert page_number({"page": [asked]}) == number


def test_one_row_more_tells_of_a_next_page() -> None:
    """It is fetched, not shown."""
    limit, offset = window({"page": ["2"]})
    rows, paging = paged(list(range(limit)), {"page": ["2"]})
    assert offset == SIZE
    assert len(rows) == SIZE
    assert paging.next == "?page=3"


def test_the_neighbours_keep_what_was_asked_for() -> None:
    """Filters, also repeated ones, stay in the addresses."""
    _, paging = paged([1], {"kind": ["person"], "q": ["a b"], "page": ["2"]})
    assert paging.previous == "?kind=person&q=a+b&page=1"
    assert paging.next is None
    assert not paging.is_alone
