"""Names that the words beside them tell apart."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

MAN = "[P:Michael Bloomberg] and [O:Bloomberg News] and then"


@pytest.mark.parametrize("beside", ["[P:Bloomberg] reported it", "data compiled by [O:Bloomberg] show"])
def test_an_agency_is_told_from_its_founder(beside: str) -> None:
    """Who reports, or gathers data, is the agency, though the article has the man's full name."""
    assert together(f"{MAN} {beside}") == [["Michael Bloomberg"], ["Bloomberg News", "Bloomberg"]]


def test_where_nothing_tells_the_surname_is_the_man_s() -> None:
    """Bloomberg who smiles is whoever the article names in full."""
    assert together(f"{MAN} [P:Bloomberg] smiled") == [["Michael Bloomberg", "Bloomberg"], ["Bloomberg News"]]


@pytest.mark.parametrize("marked", ["[L:New York] Governor Ada Roe", "upstate [L:New York]", "Rep. Roe (D-[L:N.Y.])"])
def test_a_state_is_told_from_its_city(marked: str) -> None:
    """A governor is the state's, and so is a member of Congress."""
    assert [len(names) for names in together("[L:New York State] and [L:New York City]", marked)] == [2, 1]


@pytest.mark.parametrize("marked", ["She was in [L:New York] then.", "[L:New York] Mayor Ada Roe"])
def test_what_nothing_tells_stays_the_city(marked: str) -> None:
    """New York is the city, where nothing speaks for the state."""
    assert [len(names) for names in together("[L:New York State] and [L:New York City]", marked)] == [1, 2]
