"""One body under two spellings is one entity."""

import pytest

from tests.link.entities.clippings import entities

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Harbour Watch]", "[O:HarbourWatch]"),
        ("[O:Blue Bridge & Blue Ferry]", "[O:Blue Bridge Blue Ferry]"),
        ("[O:Harbour Guards Corps]", "[O:Harbour Guard Corps]"),
        ("[O:HBXs]", "[O:HBX]"),
    ],
)
def test_two_spellings_are_one_body(rare: str, common: str) -> None:
    """Blanks, “and” and the plurals of words make no other body; the commoner spelling is its name."""
    (found,) = entities(f"{common} again, {common} too.", f"{rare} once.")
    assert found.name == common[3:-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[P:Ada Robert]", "[P:Ada Roberts]"),
        ("[O:Harbour]", "[O:Harbours]"),
        ("[L:Harbour Wall]", "[O:HarbourWall]"),
        ("[O:Harbourwatch]", "[O:Harbour Watch]"),
        ("[O:Harbour Act I and II]", "[O:Harbour Act III]"),
    ],
)
def test_others_stay_apart(one: str, other: str) -> None:
    """Persons, single words, and names of two kinds are not told by their spelling."""
    assert len(entities(f"{one} came.", f"{other} came.")) == len({one, other})
