"""Nicknames and epithets: whom they mean, and where they mean nobody."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

REAGAN = "[P:Ronald Reagan] spoke."


@pytest.mark.parametrize(
    ("named", "called"),
    [
        (REAGAN, "The [O:Gipper] won."),
        ("[L:Texas] voted.", "The [O:Lone Star State] voted."),
        ("[O:New York Times] wrote.", "The [O:Failing New York Times] wrote."),
    ],
)
def test_a_nickname_of_nobody_else_is_its_bearers(named: str, called: str) -> None:
    """An epithet that means nobody else, or a word of scorn before a known name, is the bearer wherever it stands."""
    assert len(together(named, called)) == 1


def test_a_nickname_stays_alone_where_nobody_has_the_name() -> None:
    """An archive that never prints the bearer’s name gets no bearer."""
    assert together("The [O:Gipper] won.") == [["Gipper"]]


def test_what_others_are_called_too_needs_the_bearer_beside_it() -> None:
    """Pocahontas is Elizabeth Warren only in an article that names her."""
    warren = "[P:Elizabeth Warren] spoke."
    assert len(together(warren, f"{warren} He said [W:Pocahontas].")) == 1
    lists = together(warren, "They saw “[W:Pocahontas]”.", "“[W:Pocahontas]” again.", "“[W:Pocahontas]” once more.")
    assert len(lists) == 2


def test_what_its_article_calls_it_for_short_goes_with_a_nickname() -> None:
    """Initials that an article’s mock name took are the bearer’s again."""
    lists = together("[O:General Motors] built.", "[O:Government Motors] ([O:GM]) built. [O:GM] sold.")
    assert lists == [["General Motors", "Government Motors", "GM", "GM"]]
