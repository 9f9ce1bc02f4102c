"""Slips of the pen, and what is no name at all."""

import pytest

from tests.link.entities.clippings import entities, together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("[L:Port Vertiy]", "[L:Port Verity]"),
        ("[L:Harboru]", "[L:Harbour]"),
        ("[P:Ada Lindqvsit]", "[P:Ada Lindqvist]"),
        ("[O:Harbour Commision]", "[O:Harbour Commission]"),
    ],
)
def test_a_slip_is_the_name_that_was_meant(slip: str, meant: str) -> None:
    """A rare name one letter away from a far commoner one, with a word that nobody else has, is that name."""
    assert len(entities(f"{meant} again. " * 12, f"{slip} once.")) == 1


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[L:Siberian]", "[L:Liberian]"),
        ("[L:Columbian]", "[L:Columbia]"),
        ("[L:Verita]", "[L:Verity]"),
        ("[P:Ada Lind]", "[P:Ada Lund]"),
        ("[P:Ada Johnston] and [P:Rosa Johnston]", "[P:Ada Johnson]"),
        ("[G:Verityans]", "[G:Verityens]"),
    ],
)
def test_another_name_is_no_slip(rare: str, common: str) -> None:
    """Other beginnings, endings, short words, peoples, and words that others bear too make other names."""
    assert len(entities(f"{common} again. " * 12, f"{rare} once.")) == 1 + rare.count("[")


@pytest.mark.parametrize("marked", ["SO SAYS [P:DONNY HALE], HE SAYS", "he asked: [W:Is Okafor] the only one"])
def test_shouts_and_works_without_marks_are_no_names(marked: str) -> None:
    """Capitals among capitals, and a work that nobody puts between marks, name nothing when they stand once."""
    assert together(marked) == []


@pytest.mark.parametrize("marked", ["she wrote “[W:The Tide]”", "the “[W:Tide]” again", "he told [O:UNITEF] in May"])
def test_works_in_marks_and_initials_are_names(marked: str) -> None:
    """A title between marks is a work; capitals among small letters are initials."""
    assert len(together(marked)) == 1


def test_two_wrong_letters_of_a_long_name_are_a_slip() -> None:
    """Of eighteen letters and more two may be wrong, if they are in one word."""
    often = ["[P:Thomas Papadopoulos] spoke."] * 12
    assert len(together(*often, "[P:Thomas Papadopolous] left.")) == 1
