"""One name for several towns."""

import pytest

from tests.link.entities.clippings import entities, together

pytestmark = pytest.mark.unit

OREGON = ["In [L:Portland], [L:Oregon], it rained."] * 5


def names(*marked: str) -> dict[str, int]:
    """The places that are shown, with how often each is named."""
    return {entity.name: len(entity.mentions) for entity in entities(*marked) if entity.name.startswith("Portland")}


def test_a_town_of_another_state_is_another_town() -> None:
    """Portland, Maine, is not the Portland that most articles mean."""
    assert names(*OREGON, "In [L:Portland], [L:Maine], it snowed.") == {"Portland": 5, "Portland, Maine": 1}


@pytest.mark.parametrize("printed", ["[L:Portland], Ore.,", "[L:Portland] (Ore.)", "[L:Portland], OR,"])
def test_a_state_is_known_by_all_its_names(printed: str) -> None:
    """Papers shorten a state’s name, and put it in brackets."""
    assert names(*OREGON, f"In {printed} it rained.", "[L:Portland], [L:Maine], it snowed.")["Portland"] == 6


def test_the_name_alone_is_the_town_named_before() -> None:
    """Behind Portland, Maine, Portland is that town; in articles that tell nothing it is the usual one."""
    found = names(*OREGON, "[L:Portland], [L:Maine]. And [L:Portland] again.", "[L:Portland] woke.")
    assert found == {"Portland": 6, "Portland, Maine": 2}


def test_other_places_tell_the_town() -> None:
    """An article that names Maine and nothing of Oregon means Maine’s town, where others tell that there is one."""
    found = names(*OREGON, *["[L:Portland], [L:Maine]"] * 2, "[L:Portland] voted, and so did [L:Maine].")
    assert found == {"Portland": 5, "Portland, Maine": 3}


def test_where_no_town_is_the_usual_one_the_name_alone_is_nobody_s() -> None:
    """Where as many articles tell the one as the other, a name without its state stays apart from both."""
    found = together("[L:Portland], Ore.", "[L:Portland], [L:Maine]", "[L:Portland] woke.")
    assert found == [["Portland"], ["Portland"], ["Maine"], ["Portland"]]


def test_a_list_names_no_town_of_a_state() -> None:
    """There is no Paris in New York: that is another item of the list."""
    assert together("Offices in [L:Paris], New York and [L:Rome].", "[L:Paris], [L:France]")[0] == ["Paris", "Paris"]


@pytest.mark.parametrize(("marked", "country", "north"), [("Portland", "US", 43), ("Springfield", "US", None)])
def test_such_a_town_lies_in_its_state(marked: str, country: str, north: int | None) -> None:
    """The state tells the country, and, where the gazetteer has that town, the coordinates."""
    usual = [f"[L:{marked}], [L:Oregon]"] * 5
    found = {entity.name: entity for entity in entities(*usual, f"In [L:{marked}], [L:Maine], it snowed.")}
    place = found[f"{marked}, Maine"]
    assert (place.country, place.latitude and int(place.latitude)) == (country, north)
