"""Names in other words than the known ones."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Rolling Tide Magazine]", "[O:Rolling Tide]"),
        ("[O:Verity Pulse News]", "[O:Verity Pulse]"),
        ("[L:Great State of Alabama]", "[L:Alabama]"),
        ("[L:City of Oslo]", "[L:Oslo]"),
        ("[O:Verity Law]", "[O:Verity Law School]"),
        ("[O:Veritas]", "[O:Veritas University]"),
        ("[O:Cornell]", "[O:Cornell University]"),
        ("[O:theHarbour Bank]", "[O:Harbour Bank]"),
        ("[O:Boats Department]", "[O:Department of Boats]"),
        ("[O:Ministry of Boats]", "[O:Boats Ministry]"),
        ("[O:Harbour Bank. Boats]", "[O:Harbour Bank]"),
        ("[O:House Boats]", "[O:House Boats Committee]"),
        ("[O:Senate Boats]", "[O:Senate Boats and Harbours Committee]"),
        ("[O:Senate Boats Committee]", "[O:Senate Boats and Harbours Committee]"),
        ("[O:Verity Farm Bureau]", "[O:Verity Farm Bureau Federation]"),
        ("[L:Oslo Police]", "[O:Oslo Police Department]"),
        ("[L:Verity Elementary]", "[O:Verity Elementary School]"),
        ("[L:Verity Air Force]", "[L:Verity Air Force Base]"),
        ("[O:Obama State Department]", "[O:State Department]"),
    ],
)
def test_the_same_in_other_words_is_the_same(rare: str, common: str) -> None:
    """With or without what it is, a known paper, place, school or body is one."""
    assert len(together(f"{common} came. " * 3, f"He saw {rare} there.")) == 1


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Boston Magazine]", "[L:Boston]"),
        ("[O:Islamic State of Iraq]", "[L:Iraq]"),
        ("[O:Okafor]", "[O:Harbour University]"),
        ("[L:Verity Harbour]", "[O:Verity Harbour Association]"),
        ("[O:National Tides]", "[O:National Tides Agency]"),
        ("[O:Okafor State Department]", "[O:State Department]"),
        ("[O:Verity Boats Inc.]", "[O:Verity Boats Association]"),
    ],
)
def test_other_things_are_others(rare: str, common: str) -> None:
    """A town's paper is not the town, nor is whatever calls itself the state of somewhere."""
    assert len(together(f"{common} came. " * 3, f"He saw {rare} there.")) == 2


def test_what_is_far_better_known_than_its_school_is_not_the_school() -> None:
    """Marlov is no short form of a Marlov University that hardly anybody prints."""
    assert len(together("[O:Marlov] came. " * 30, "[O:Marlov University] came. " * 3)) == 2


def test_a_beginning_that_two_committees_share_is_neither() -> None:
    """The House Boats Committee might be either of two that begin so."""
    two = ["[O:House Boats and Sails Committee] met. " * 3, "[O:House Boats and Oars Committee] met. " * 3]
    assert len(together(*two, "He saw [O:House Boats] there.")) == 3


def test_a_firm_is_no_university() -> None:
    """Verity, Inc. is not Verity University."""
    assert len(together(*["At [O:Verity University]."] * 5, "Shares of [O:Verity, Inc.] rose.")) == 2
