"""Whom a lone name means within its article."""

import pytest

from tests.link.entities.clippings import entities, rules, together

pytestmark = pytest.mark.unit


def test_surname_means_the_full_name_of_its_own_article() -> None:
    """The same surname means two people in two articles."""
    assert together("[P:Ada Okafor] spoke. [P:Okafor] left.", "[P:Ben Okafor] spoke. [P:Okafor] left.") == [
        ["Ada Okafor", "Okafor"],
        ["Ben Okafor", "Okafor"],
    ]


def test_surname_may_come_before_the_full_name() -> None:
    """A lead that begins with the surname means the only bearer whom the article names later."""
    assert together("[P:Okafor’s] aide spoke. [P:Ada Okafor] left.") == [["Okafor’s", "Ada Okafor"]]


def test_surname_means_the_only_one_named_so_far() -> None:
    """A namesake who comes later does not make earlier mentions doubtful."""
    assert together("[P:Ada Okafor] spoke. [P:Okafor] left. Her brother [P:Ben Okafor] stayed.") == [
        ["Ada Okafor", "Okafor"],
        ["Ben Okafor"],
    ]


def test_surname_of_two_people_stays_alone() -> None:
    """After two bearers have been named, the bare surname is nobody's."""
    assert together("[P:Ada Okafor] and [P:Ben Okafor] spoke. [P:Okafor] left.") == [
        ["Ada Okafor"],
        ["Ben Okafor"],
        ["Okafor"],
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Mrs.", [["Susan Okafor", "Okafor"], ["Peter Okafor"]]), ("Mr.", [["Susan Okafor"], ["Peter Okafor", "Okafor"]])],
)
def test_title_tells_which_of_a_couple(title: str, expected: list[list[str]]) -> None:
    """Mr. and Mrs. tell a man from a woman whose given names are well known."""
    assert together(f"[P:Susan Okafor] and [P:Peter Okafor] spoke. {title} [P:Okafor] left.") == expected


def test_title_inside_the_mention_tells_too() -> None:
    """It does not matter whether the model counted the title into the name."""
    found = entities("[P:Susan Okafor] and [P:Peter Okafor] spoke. [P:Mrs. Okafor] left.")
    assert rules(found, "Susan Okafor")["Mrs. Okafor"] == "title tells"


def test_office_tells_the_principal_bearer() -> None:
    """Of two bearers the one who was introduced with an office goes by the surname."""
    found = entities("President [P:Ada Okafor] spoke of her son. [P:Ben Okafor] was there. [P:Okafor] smiled.")
    assert rules(found, "Ada Okafor")["Okafor"] == "in office"


def test_article_that_begins_with_an_office_means_no_relative() -> None:
    """The "President Okafor" of the lead is not the Ben Okafor, without office, whom the article names later."""
    assert together("President [P:Okafor] spoke. His cousin [P:Ben Okafor] left.") == [["Okafor"], ["Ben Okafor"]]


def test_an_office_that_other_articles_tell_makes_nobody_a_relative() -> None:
    """The "President Okafor" of the lead is the Ada Okafor named later, if she is president elsewhere."""
    here, elsewhere = "President [P:Okafor] spoke. [P:Ada Okafor] left.", "President [P:Ada Okafor] came."
    assert together(here, elsewhere) == [["Okafor", "Ada Okafor", "Ada Okafor"]]


def test_junior_is_told_from_his_father() -> None:
    """With and without "Jr." a surname means two people."""
    text = "[P:Carl Okafor Jr.] met [P:Carl Okafor]. [P:Okafor Jr.] left; [P:Okafor] stayed."
    assert together(text) == [["Carl Okafor Jr.", "Okafor Jr."], ["Carl Okafor", "Okafor"]]


def test_junior_may_be_named_before_his_father() -> None:
    """As long as only the son has been named, the surname means him; from then on the father."""
    assert together("[P:Rob Okafor Jr.] spoke. [P:Okafor] left. His father, [P:Rob Okafor], stayed.") == [
        ["Rob Okafor Jr.", "Okafor"],
        ["Rob Okafor"],
    ]


def test_junior_takes_no_mention_from_a_far_better_known_father() -> None:
    """Though the son is named first, the surname means the one of whom the archive speaks."""
    often = " ".join(["[P:Rob Okafor]"] * 12)
    found = together("[P:Rob Okafor Jr.] spoke. [P:Okafor] left. [P:Rob Okafor] stayed.", often)
    assert ["Rob Okafor Jr."] in found


def test_junior_outside_the_mention() -> None:
    """A suffix that stands after the mention counts as part of the name."""
    text = "[P:Carl Okafor Jr.] met [P:Carl Okafor]. [P:Okafor], Jr. left."
    assert together(text) == [["Carl Okafor Jr.", "Okafor"], ["Carl Okafor"]]


def test_plural_is_a_family() -> None:
    """Those called "the Okafors" are not one of them."""
    assert together("[P:Ada Okafor] and [P:Ben Okafor] came. The [P:Okafors] left.")[2] == ["Okafors"]


def test_particles_belong_to_the_surname() -> None:
    """A surname with particles is known by all of it, capitalised or not."""
    assert together("[P:Ilse van der Meer] spoke. [P:Van der Meer] left. [P:van der Meer] rang.") == [
        ["Ilse van der Meer", "Van der Meer", "van der Meer"]
    ]


def test_long_end_of_a_name_is_a_short_form() -> None:
    """Two surnames without the given name are the same person, though they look like a full name."""
    assert together("[P:Inés Garrido Belmonte] won. [P:Garrido Belmonte] left. [P:Belmonte] rang.") == [
        ["Inés Garrido Belmonte", "Garrido Belmonte", "Belmonte"]
    ]


def test_family_name_may_stand_first() -> None:
    """Where the family name comes first, that is what a person is called."""
    assert together("[P:Moon Hae-rin] spoke. [P:Moon] left.") == [["Moon Hae-rin", "Moon"]]


def test_given_name_means_the_one_who_bears_it() -> None:
    """Where people go by given names, one who bears it alone is meant."""
    found = entities("[P:Birna Hallsdóttir] spoke. [P:Birna] left.")
    assert rules(found, "Birna Hallsdóttir")["Birna"] == "given name in article"


def test_given_name_that_is_a_surname_elsewhere_is_one() -> None:
    """What is no common given name, and a surname in another article, is not taken for a given name."""
    assert together("[P:Okafor Ally] spoke. [P:Okafor] left.", "[P:Ada Okafor] spoke.") == [
        ["Okafor Ally"],
        ["Okafor", "Ada Okafor"],
    ]


def test_initials_mean_the_one_who_has_them() -> None:
    """Capitals that are someone's initials, hyphened parts too, mean that person."""
    found = entities("[P:Rosa Quinn-Imrie] spoke. [P:RQI] left.")
    assert rules(found, "Rosa Quinn-Imrie")["RQI"] == "initials"


def test_a_surname_means_whom_its_article_names_however_little_known() -> None:
    """A senator whom many articles name does not take the surname from whoever is named once, with it behind him."""
    known = ["[P:Ada Okafor] spoke."] * 20
    others = ["[P:Jane Imrie] and [P:Paul Sandoval] spoke. " * 600]
    found = together("[P:Ben Okafor] spoke. [P:Okafor] left.", *known, *others)
    assert ["Ben Okafor", "Okafor"] in found


def test_whom_everybody_thinks_of_keeps_the_surname() -> None:
    """In passing, a president's daughter leaves the surname to the president."""
    known = ["[P:Ada Okafor] spoke."] * 20
    found = together("[P:Ben Okafor] spoke. [P:Okafor] left.", *known)
    assert ["Ben Okafor"] in found


def test_an_office_in_passing_leaves_the_other_mentions_as_they_are() -> None:
    """Where an article about a well-known woman names President Okafor once, Okafor alone is she."""
    known = ["[P:Ada Okafor] spoke."] * 5
    text = "[P:Ada Okafor] sang. President [P:Okafor] smiled. [P:Okafor] bowed."
    found = together(*known, "President [P:Ben Okafor] and President [P:Ben Okafor] spoke.", text)
    assert ["Ben Okafor", "Ben Okafor", "Okafor"] in found


def test_a_former_office_is_no_reason_to_pass_over_the_best_known() -> None:
    """“Former President Okafor”, whom an article names in full later, is not his wife, whom it does not."""
    known = ["[P:Ben Okafor] spoke."] * 12
    found = together("[P:Ada Okafor] sang.", *known, "Former President [P:Okafor] smiled. [P:Ben Okafor] left.")
    assert ["Ada Okafor"] in found


def test_a_family_is_none_of_its_members() -> None:
    """The plural of a surname is no misprint of it."""
    assert together("[P:Ben Brandvold] and his wife spoke. The [P:Brandvolds] left.")[0] == ["Ben Brandvold"]


def test_two_given_names_may_share_the_surname_behind_them() -> None:
    """A given name before “and” and a full name is whoever the archive calls so with that surname."""
    assert together("[P:Bill Okafor] spoke.", "[P:Bill] and [P:Mary Okafor] left. [P:Bill Whalen] stayed.") == [
        ["Bill Okafor", "Bill"],
        ["Mary Okafor"],
        ["Bill Whalen"],
    ]


def test_a_surname_before_another_name_is_no_given_name() -> None:
    """“Okafor and Mary Imrie” are no couple of one surname."""
    assert together("[P:Okafor Imrie] spoke.", "[P:Ada Okafor] came. [P:Okafor] and [P:Mary Imrie] left.") == [
        ["Okafor Imrie"],
        ["Ada Okafor", "Okafor"],
        ["Mary Imrie"],
    ]
