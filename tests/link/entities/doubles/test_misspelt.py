"""Misspelt names of persons."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("[P:Avigdor Lieberman]", "[P:Avigdor Liberman]"), ("[P:Matt Heimblach]", "[P:Matthew Heimbach]")],
)
def test_a_far_better_known_name_under_the_same_given_name_is_meant(slip: str, meant: str) -> None:
    """One letter more, or a pet name, makes nobody else, where nobody else is called so."""
    assert len(together(f"{meant} again. " * 12, f"{slip} once.")) == 1


def test_where_both_are_known_they_are_two() -> None:
    """Two names that are both printed often are two people's."""
    assert len(together("[P:Matt Heimbach] again. " * 12, "[P:Matt Heimblach] here. " * 3)) == 2


def test_a_surname_of_others_is_no_misspelling() -> None:
    """Where others are called so, a near name is another's, unless its article names the better known one, too."""
    others = ["[P:Rosa Hansen] sang.", "[P:Matt Hanson] again. " * 12]
    assert len(together(*others, "[P:Matt Hansen] once.")) == 3
    assert len(together(*others, "[P:Matt Hanson] and then [P:Matt Hansen] once.")) == 2


def test_another_given_name_is_another_person() -> None:
    """Near surnames under two given names are two people's."""
    assert len(together("[P:Matthew Heimbach] again. " * 12, "[P:Rosa Heimblach] once.")) == 2


@pytest.mark.parametrize(
    ("famous", "slip"),
    [("[P:Rod Rosenstein]", "[P:Ron Rosenstein]"), ("[P:Osric Kadesta]", "[P:Osric Kedesto]")],
)
def test_beside_somebody_famous_more_letters_may_be_wrong(famous: str, slip: str) -> None:
    """Two letters of a surname that nobody else has, or of the given name, where its article names the famous one."""
    assert len(together(f"{famous} again. " * 60, f"{famous} spoke. {slip} left.")) == 1
    assert len(together(f"{famous} again. " * 60, f"{slip} left.")) == 2


def test_letters_that_a_scan_reads_as_one_are_no_other_name() -> None:
    """An m that became r and n."""
    assert len(together("[P:James Comey] again. " * 12, "[P:James Corney] once.")) == 1
