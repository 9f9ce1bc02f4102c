"""Names side by side in a sentence, and pieces of one."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

GUILDS = ["Ask the [O:Harbour Guild] there. Ask the [O:Institute of Boats] there."] * 3


@pytest.mark.parametrize(
    "marked",
    [
        "the [O:Vietnam War NATO] photographer said",
        "most [G:European NATO] allies came",
        "said the [O:Institute for Cuban] there",
        "until [X:March 5, 2014] then",
        "from [O:Okafor on Television] then",
        "under the [O:Provisions of the Harbour Act] then",
        "in the [O:Republican Party of 2020] then",
        "most [G:Angry Democrats] left then",
    ],
)
def test_pieces_of_a_sentence_are_nobody(marked: str) -> None:
    """A body behind another name, a people's adjective at the end, a day, a surname and where its bearer is."""
    assert together(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "ask the [O:Friends of NATO] there",
        "a flight of [O:Royal Jordanian] then",
        "the [G:Korean American] voters came",
        "the [O:Verity College Republicans] came",
        "the [L:North Pole] melts",
        "after [X:September 11, 2001] then",
        "the [O:Commission on Television] met",
        "[O:Al-Qaeda in the Maghreb] said",
        "most [P:Jane NATO] boats",
    ],
)
def test_names_that_look_like_pieces_are_names(marked: str) -> None:
    """What is of a body, a people's airline, a group, a day that is an event, and a body on something."""
    assert len(together(marked)) == 1


def test_two_bodies_that_the_archive_knows_are_two() -> None:
    """Both are printed by themselves, thrice; one unknown body may have such a name."""
    assert len(together(*GUILDS, "the [O:Harbour Guild and Institute of Boats] met")) == 2
    assert len(together(*GUILDS, "the [O:Harbour Guild and Institute of Nets] met")) == 3


FAMOUS = ["So said [P:Ada Okafor] there. [P:Okafor] said no more."] * 60


@pytest.mark.parametrize(
    "marked",
    [
        "in the [O:Okafor AG] then",
        "in the [L:Okafor Ukraine] affair",
        "before the [E:Okafor-Okafor] meeting",
        "asked: [O:Will Okafor] go there",
    ],
)
def test_a_well_known_surname_beside_another_name_is_nobody(marked: str) -> None:
    """Letters that are an office, a place, another surname, a question."""
    assert len(together(*FAMOUS, marked)) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "at the [O:Okafor Library] then",
        "gave to [O:Okafor PAC] then",
        "so [O:Will Sails] then",
    ],
)
def test_what_is_called_after_somebody_is_a_name(marked: str) -> None:
    """A library and a committee are."""
    assert len(together(*FAMOUS, marked)) == 2
