"""When two numbers can be one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.link.discrepancies.rounding import agree, slip

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(("one", "two"), [(1012, 1000), (1.97e6, 2e6), (12.4, 12), (7, 7)])
def test_a_rounded_number_agrees(one: float, two: float) -> None:
    """A thousand is 1,012, whichever stands first."""
    assert agree(one, two)
    assert agree(two, one)


@pytest.mark.parametrize(("one", "two"), [(10, 12), (130, 150), (8, 18), (618, 681), (20_000, 12_000), (1960, 1950)])
def test_another_number_does_not(one: float, two: float) -> None:
    """Too far apart, or as exact as each other."""
    assert not agree(one, two)


def test_a_rough_number_has_more_room() -> None:
    """“About 300” may be 287 or 325, not 400."""
    assert agree(325, 300, hedged=True)
    assert not agree(325, 300)
    assert not agree(400, 300, hedged=True)


@pytest.mark.parametrize(("one", "two"), [(618, 681), (386_000, 368_000), (1_214, 1_814)])
def test_a_slip_of_the_digits(one: float, two: float) -> None:
    """Two digits changed places, or one is another."""
    assert slip(one, two)


@pytest.mark.parametrize(("one", "two"), [(12, 21), (618, 6181), (600, 700), (61.8, 68.1), (618, 943)])
def test_what_is_no_slip(one: float, two: float) -> None:
    """Too short to tell, of another length, round, or simply another number."""
    assert not slip(one, two)


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12), st.booleans())
def test_agreement_has_no_sides(one: float, two: float, hedged: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    """It never matters which number stands where, and every number agrees with itself."""
    assert agree(one, two, hedged=hedged) == agree(two, one, hedged=hedged)
    assert slip(one, two) == slip(two, one)
    assert agree(one, one)
