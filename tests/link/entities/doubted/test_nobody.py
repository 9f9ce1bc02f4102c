"""What is no name of anybody, by its own words."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

PERSON = ["So said [P:Ada Okafor]."] * 60


@pytest.mark.parametrize(
    "marked",
    [
        "and [P:Caption] again",
        "see the [O:Video Video] here",
        "the [O:Harbour Harbour] opens",
        "so said [P:C. A] there",
        "ask [O:Verity, Imrie] there",
        "ask the [O:College of Arts, Communication Arts] there",
        "ask the [O:Boats, Sails, Commerce] there",
        "so said the [O:Editorial Board] there",
        "shares of Verity ([O:VRTY.N]) rose",
        "ask the [O:State Department and Defense Department] there",
        "so did the [O:US Administration] then",
        "so did [O:Belgian Authorities] then",
        "so did [O:Harbour Guild’s Edward Imrie] then",
        "at the [L:U.S.-Norway] border",
        "in the [O:Oslo Democratic] primary",
        "see if [O:She Has Boats] there",
        "because [O:Sailors Are Late] there",
        "in [O:Multiple Harbours] there",
        "at [O:Facebook, Google] and elsewhere",
        "say [O:EMS] workers",
        "say the [O:MPs] there",
        "in [O:State TV] reports",
        "of the [L:6th District] there",
        "of the [O:First Congressional District] there",
        "in [L:Ward 5] there",
        "told the [O:Legislature] then",
    ],
)
def test_what_is_no_name_is_nobody(marked: str) -> None:
    """Words of the page, a word twice, initials alone, lists, and a nation's officials make no entity."""
    assert together(marked) == []


@pytest.mark.parametrize(
    "marked",
    [
        "so said [P:Boutros Boutros] there",
        "he is from [L:Walla Walla] there",
        "so said [P:C. A. Roe] there",
        "ask [O:Verity, Imrie & Roe] there",
        "ask [O:Verity Holdings, Inc.] there",
        "at the [O:University of Verity, Berkeley] there",
        "after [X:September 11, 2001] there",
        "ask the [O:Verity Administration] there",
        "so said the [O:Verity Editorial Board] there",
        "in [L:Okafor Hills] there",
        "ask [O:Several Boats Association] there",
        "he read [W:Sailors Were Late] and [W:Sailors Were Late]",
        "so said [P:He Okafor] there",
        "in [L:Napa, Nevada] there",
    ],
)
def test_what_only_looks_so_is_a_name(marked: str) -> None:
    """People and towns of one word twice, firms with commas, seats of universities and dates are names."""
    assert len(together(marked)) == 1


@pytest.mark.parametrize("marked", ["the [P:Okafors] came", "two [P:Ada  Okafors] came"])
def test_several_people_are_nobody(marked: str) -> None:
    """The plural of a surname that many bear is nobody in particular."""
    assert [names[0] for names in together(*PERSON, marked)] == ["Ada Okafor"]


def test_a_surname_that_looks_like_a_plural_is_one() -> None:
    """Roberts is a surname by itself, though Robert is one, too."""
    texts = ["So said [P:Ada Marlov] and [P:Rosa Marlovs]."] * 60
    assert len(together(*texts)) == 2


def test_a_body_and_a_person_run_together_are_nobody() -> None:
    """A body's noun with a known person's name behind it is two names; with a small word between them it is one."""
    assert len(together(*PERSON, "the [O:Verity Harbour Guild Bank Ada Okafor] said")) == 1
    assert len(together(*PERSON, "the [O:Friends of Ada Okafor] said")) == 2
