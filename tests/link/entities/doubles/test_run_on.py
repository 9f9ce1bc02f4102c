"""Known names that something ran into."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

OFTEN = "[P:Osric Vandermeer] spoke. " * 12


def are_one(named: str, printed: str) -> bool:
    """Whether a form is one with the name that an archive prints often."""
    return len(together(named, printed)) == 1


@pytest.mark.parametrize(
    "printed",
    [
        "[O:Osric Vandermeer Vandermeer] came.",
        "[P:Osric Vandermeer Osric Retirees] came.",
        "[P:Osric Vandermeer!Vandermeer] came.",
        "[P:Osric Vandermeer-era] law.",
        "[P:Osric Vandermeer,[222] ] came.".replace("] ]", "]"),
    ],
)
def test_what_ran_into_a_name_is_no_part_of_it(printed: str) -> None:
    """The name again, a hyphened addition or a note’s number make nobody else of it."""
    assert are_one(OFTEN, printed)


@pytest.mark.parametrize("printed", ["[P:Osric Vandermeer Jr.] came.", "[O:Osric Vandermeer Foundation] came."])
def test_what_makes_another_of_a_name_is_left_alone(printed: str) -> None:
    """A son and a foundation are others."""
    assert not are_one(OFTEN, printed)


def test_bodies_of_several_words_are_left_alone() -> None:
    """Words that a body’s name has twice make another body of it."""
    assert not are_one("[O:House of Kettles] met. " * 12, "[O:House of Kettles of Leith House] met.")


def test_an_article_that_the_page_ran_into_a_name_goes() -> None:
    """Words that end in “the” without a space before the name."""
    assert are_one("[O:Saltmarsh Courier Post] wrote. " * 12, "[O:toldTheSaltmarsh Courier Post] then.")
