"""One name that some articles print as one kind of thing and others as another."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit


def test_a_people_that_the_model_takes_for_a_body_is_the_people() -> None:
    """Arizonans are one, whatever the model makes of their name."""
    found = together("[G:Arizonans] voted, and an [G:Arizonan] won.", "[O:Arizonans] slept.")
    assert found == [["Arizonans", "Arizonan", "Arizonans"]]


def test_a_people_of_the_tables_is_always_that_people() -> None:
    """Whom a table knows as a people is that people, whatever the model makes of the name."""
    assert together("[G:Oregonians] voted.", "[O:Oregonians] slept.") == [["Oregonians", "Oregonians"]]


def test_a_surname_that_the_model_takes_for_a_place_is_the_person_s() -> None:
    """A place that no gazetteer knows, in an article with a person of that surname, is the person."""
    assert together("[P:Ada Oyelaran] spoke. [P:Oyelaran] left. [L:Oyelaran] woke.") == [
        ["Ada Oyelaran", *["Oyelaran"] * 2]
    ]


def test_a_town_stays_a_town_beside_its_namesake() -> None:
    """A place that the gazetteer knows is no person’s surname."""
    found = together("[P:Ada Portland] spoke. [P:Portland] left. In [L:Portland] it rained.")
    assert ["Portland"] in found
