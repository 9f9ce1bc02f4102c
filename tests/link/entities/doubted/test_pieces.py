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
