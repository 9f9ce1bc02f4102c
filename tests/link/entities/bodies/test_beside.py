"""Names that the words beside them tell apart."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

MAN = "[P:Michael Bloomberg] and [O:Bloomberg News] and then"


@pytest.mark.parametrize("beside", ["[P:Bloomberg] reported it", "data compiled by [O:Bloomberg] show"])
def test_an_agency_is_told_from_its_founder(beside: str) -> None:
    """Who reports, or gathers data, is the agency, though the article has the man's full name."""
    assert together(f"{MAN} {beside}") == [["Michael Bloomberg"], ["Bloomberg News", "Bloomberg"]]


@pytest.mark.parametrize(
    "printed", ["According to [P:Bloomberg] it rose", "“Well.” Ada Roe, [P:Bloomberg]", "[P:Bloomberg] BNA"]
)
def test_more_words_that_tell_the_agency(printed: str) -> None:
    """Whom one goes by, and for whom a columnist writes, is the agency."""
    assert together(f"{MAN} {printed}") == [["Michael Bloomberg"], ["Bloomberg News", "Bloomberg"]]


def test_an_article_that_never_names_the_man_means_the_agency() -> None:
    """Bloomberg that sums up is the agency where no mayor, Mr. or Mike of that name is about; else it is he."""
    other = "[P:Bloomberg] summed it up"
    assert together(MAN, other) == [["Michael Bloomberg"], ["Bloomberg News", "Bloomberg"]]
    assert together(MAN, f"{other}, Mr. Bloomberg did.") == [["Michael Bloomberg", "Bloomberg"], ["Bloomberg News"]]


def test_who_lives_in_a_town_is_not_its_newspaper() -> None:
    """New Yorkers are people, the New Yorker is a magazine."""
    found = together("the [O:New Yorker] wrote", "[G:New Yorkers] and a native [G:New Yorker] said")
    assert found == [["New Yorker"], ["New Yorkers", "New Yorker"]]


def test_where_nothing_tells_the_surname_is_the_man_s() -> None:
    """Bloomberg who smiles is whoever the article names in full."""
    assert together(f"{MAN} [P:Bloomberg] smiled") == [["Michael Bloomberg", "Bloomberg"], ["Bloomberg News"]]


@pytest.mark.parametrize(
    "marked",
    [
        "[L:New York] Governor Ada Roe",
        "upstate [L:New York]",
        "Rep. Roe (D-[L:N.Y.])",
        "in Albany ([L:N.Y.])",
        "the [L:State of New York]",
    ],
)
def test_a_state_is_told_from_its_city(marked: str) -> None:
    """A governor is the state's, and so is a member of Congress."""
    assert [len(names) for names in together("[L:New York State] and [L:New York City]", marked)] == [2, 1]


@pytest.mark.parametrize("marked", ["She was in [L:New York] then.", "[L:New York] Mayor Ada Roe"])
def test_what_nothing_tells_stays_the_city(marked: str) -> None:
    """New York is the city, where nothing speaks for the state."""
    assert [len(names) for names in together("[L:New York State] and [L:New York City]", marked)] == [1, 2]


@pytest.mark.parametrize(
    ("named", "cut", "other"),
    [
        ("[X:Medicare for All]", "[X:Medicare]-for-all", "[X:Medicare]"),
        ("[O:al-Qaeda in the Arabian Peninsula]", "[O:al Qaeda] in the Arabian Peninsula", "[O:Al-Qaida]"),
        ("[L:Washington State]", "[L:Washington] Gov. Ada Roe", "[L:Washington]"),
        ("[L:Washington State]", "Seattle, [L:Washington]", "[L:Washington]"),
    ],
)
def test_a_name_cut_before_its_end_is_read_on(named: str, cut: str, other: str) -> None:
    """Where the words behind it make another of it: a plan, a branch, a state; by itself it is as ever."""
    assert [len(names) for names in together(f"{named} and {other}", cut)] == [2, 1]
    assert [len(names) for names in together(f"{named} and {other}", f"{other} then")] == [1, 2]


@pytest.mark.parametrize(
    "marked",
    ["Oregon and [L:Washington] voted", "in [L:Washington], Oregon and Idaho", "Ada Roe, D-[L:Washington]"],
)
def test_a_list_of_states_names_states(marked: str) -> None:
    """Washington among states is the state, though nothing says so."""
    assert [len(names) for names in together("[L:Washington State] and [L:Washington]", marked)] == [2, 1]


def test_a_magazine_is_not_its_city() -> None:
    """New York magazine is the magazine, though its last word has no capital."""
    found = together("[L:New York] and [O:New York Magazine]", "[L:New York] magazine said so")
    assert found == [["New York"], ["New York Magazine", "New York"]]


def test_a_show_is_not_the_speech() -> None:
    """Who spoke on CNN’s State of the Union spoke in a show; an address is the president’s."""
    found = together("the [X:State of the Union] address", "told CNN’s “[X:State of the Union]”")
    assert found == [["State of the Union"], ["State of the Union"]]


@pytest.mark.parametrize(
    "marked", ["the state [O:Senate]", "Ohio’s [L:Capitol]", "protests at the [L:Capitol] in Albany"]
)
def test_a_state_s_own_is_not_the_nation_s(marked: str) -> None:
    """A state's senate or capitol is not that of the nation, and as several states have one, it stays by itself."""
    assert [len(names) for names in together("The [O:U.S. Senate] at the [L:U.S. Capitol]", marked)] == [1, 1, 1]


def test_an_article_about_a_statehouse_means_its_capitol() -> None:
    """Where an article tells of a statehouse and nothing of Washington, the Capitol is the state's."""
    nation, state = "The [L:U.S. Capitol] closed.", "The [L:Capitol] closed, as the statehouse was cold."
    assert len(together(nation, state)) == 2
    assert len(together(nation, f"{state} Congress sat.")) == 1


def test_the_hill_with_a_capital_is_the_newspaper() -> None:
    """The Hill has reporters; on the Hill there are lawmakers."""
    found = together("[L:Capitol Hill] woke.", "She told The [O:Hill].", "back on the [O:Hill]")
    assert found == [["Capitol Hill", "Hill"], ["Hill"]]
