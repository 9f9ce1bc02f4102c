"""The engine runs a step over many items, here or in several processes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from morgue.engine import run

pytestmark = pytest.mark.unit


def squaring() -> Callable[[int], int]:
    """A step that any process can build."""
    return square


def square(number: int) -> int:
    """The step itself."""
    return number * number


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    """One process or several: the same results in the same order."""
    assert list(run(squaring, range(50), workers)) == [number * number for number in range(50)]


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_in_nothing_out(workers: int) -> None:
    """No items, no results."""
    assert list(run(squaring, [], workers)) == []
