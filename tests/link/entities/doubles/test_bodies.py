"""Bodies, places and works that an archive knows under two names."""

from __future__ import annotations

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

COMPANY = "[P:Ada Okafor] and [P:Imre Roe] of [O:Kettle Works] met in [L:Verityville]. "  # who stands beside the body
ELSEWHERE = ("[P:Jo Imrie] left.", "[P:Jo Imrie] of [L:Oslo] left.")


def are_one(one: str, other: str) -> bool:
    """Whether two names are one entity, the second the commoner one, in two articles of the same company."""
    lists = together(COMPANY + f"{other} came. " * 3, f"{COMPANY}{one} came.", *ELSEWHERE)
    printed = [mark[3:-1] for mark in (one, other)]
    return any(set(printed) <= set(names) for names in lists)


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Harbourside Post]", "[O:Harbour Side Post]"),
        ("[O:Center of Boats and Sails]", "[O:Center for Boats and Sails]"),
        ("[O:Kettle School of Boats]", "[O:Kettle Boats School]"),
        ("[O:Supreme Court of Alabama]", "[O:Alabama Supreme Court]"),
        ("[L:Verity Kettle Tower]", "[L:Kettle Tower Verity]"),
        ("[X:2nd Boats Act]", "[X:Second Boats Act]"),
        ("[O:University of Leith at Verity]", "[O:University of Leith-Verity]"),
        ("[W:Kettle Road]", "[W:Kettle Road: A Life]"),
        ("[O:UC Leith]", "[O:University of California Leith]"),
        ("[O:DC Kettle Board]", "[O:Kettle Board for the District of Columbia]"),
        ("[O:Leith University School of Law]", "[O:Leith University Law School]"),
    ],
)
def test_the_same_words_are_the_same_name(rare: str, common: str) -> None:
    """Run together, with another small word or in another order, a name is the same."""
    assert are_one(rare, common)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[O:Washington University]", "[O:University of Washington]"),
        ("[O:City University]", "[O:University City]"),
        ("[W:Art of War]", "[W:War of Art]"),
        ("[X:Article II]", "[X:Article I I]"),
    ],
)
def test_other_names_of_the_same_words_are_others(one: str, other: str) -> None:
    """Two universities, titles and numbers are told apart by the order of their words."""
    assert not are_one(one, other)


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Senate Boats]", "[O:Senate Boats Committee]"),
        ("[O:Courier-Kettle]", "[O:Leith Courier-Kettle]"),
        ("[O:Kettle Center]", "[O:Kettle Center for Sails]"),
        ("[O:Leith Police]", "[O:Leith Police Department]"),
        ("[X:Kettle Partnership Agreement]", "[X:Kettle Partnership]"),
        ("[X:USA Kettle Act]", "[X:Kettle Act]"),
        ("[O:Leith Kettle Sails Patrol]", "[O:Leith Kettle State Sails Patrol]"),
        ("[O:Russian Kettle Review Agency]", "[O:Kettle Review Agency]"),
    ],
)
def test_a_name_is_a_part_of_the_other_in_the_same_company(rare: str, common: str) -> None:
    """What a body is, where, of or for what may be left out where the same names stand around it."""
    assert are_one(rare, common)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[O:Republic of Kettle]", "[O:Democratic Republic of Kettle]"),
        ("[O:Kettle University]", "[O:Kettle University Press]"),
        ("[O:Leith Guild]", "[O:Friends of the Leith Guild]"),
        ("[L:Leith County]", "[O:Leith County Hospital]"),
        ("[L:Malaysia]", "[O:Malaysia Airlines]"),
    ],
)
def test_what_the_words_besides_make_another_is_another(one: str, other: str) -> None:
    """A body’s press and friends, and whatever is called after a place, are others in any company."""
    assert not are_one(one, other)


def test_of_several_longer_names_the_one_that_nearly_all_print_is_meant() -> None:
    """A longer name that is printed once leaves the well-known one the only one."""
    lists = together(
        COMPANY + "[O:Kettle Center for Sails] came. " * 6,
        "The [O:Kettle Center of Leith] left.",
        f"{COMPANY}[O:Kettle Center] came.",
        *ELSEWHERE,
    )
    assert ["Kettle Center for Sails"] * 6 + ["Kettle Center"] in lists


def test_what_two_owners_have_is_nobodys() -> None:
    """Two nations with an agency of that name: which of them is meant nothing tells."""
    lists = together(
        f"{COMPANY}The [O:Russian Kettle Review Agency] and the [O:French Kettle Review Agency] met.",
        f"{COMPANY}[O:Kettle Review Agency] came.",
        *ELSEWHERE,
    )
    assert ["Kettle Review Agency"] in lists


def test_a_part_of_a_name_among_other_names_is_another() -> None:
    """Without company, and without an article that prints both, nothing speaks for one body."""
    lists = together(f"{COMPANY}[O:Leith Courier-Kettle] came.", "[O:Courier-Kettle] came to [L:Oslo].", *ELSEWHERE)
    assert ["Courier-Kettle"] in lists


@pytest.mark.parametrize("rare", ["[O:Kettle Industry Regulation Board]", "[O:Kettel Industry Regulatory Board]"])
def test_a_rare_name_with_a_word_misprinted_is_the_known_one(rare: str) -> None:
    """One wrong letter, or another ending, in the same company."""
    assert are_one(rare, "[O:Kettle Industry Regulatory Board]")


def test_an_article_may_misprint_a_name_throughout() -> None:
    """However often it does: the articles count."""
    name, misprint = "[O:Kettle Industry Regulatory Board]", "[O:Kettel Industry Regulatory Board]"
    assert len(together(f"{name} came.", f"{name} left.", f"The {name} met. " + f"The {misprint} met. " * 4)) == 1


def test_numbers_are_no_misprints() -> None:
    """The 112th Congress is not the 113th."""
    assert not are_one("[O:112th Kettle Congress]", "[O:113th Kettle Congress]")


def test_directions_are_no_misprints() -> None:
    """Northern and southern differ in two letters, and in all else."""
    assert not are_one("[O:Northern Kettle School]", "[O:Southern Kettle School]")


def test_initials_are_the_body_that_keeps_their_company() -> None:
    """Where two bodies have the initials, the company tells which of them it is."""
    lists = together(
        COMPANY + "[O:Northern Kettle Union] came. " * 3,
        "[P:Jo Imrie] met [O:National Kite Union]. " * 3,
        f"{COMPANY}[O:NKU] came.",
        *ELSEWHERE,
    )
    assert ["Northern Kettle Union"] * 3 + ["NKU"] in lists


def test_initials_among_strangers_stay_alone() -> None:
    """Two bodies with the same initials, and none in their company: nothing tells."""
    lists = together(COMPANY + "[O:Northern Kettle Union] came. " * 3, "[O:NKU] came to [L:Oslo].", *ELSEWHERE)
    assert ["NKU"] in lists


def test_a_name_is_one_thing_whether_taken_for_a_person_or_not() -> None:
    """Some articles print it as a person’s name, others as a body’s."""
    assert are_one("[O:Zorblax Quix]", "[P:Zorblax Quix]")


def test_a_lone_surname_is_no_body_of_that_name() -> None:
    """Where somebody is called so, a hotel of the name is another."""
    assert ["Quix", "Quix"] not in together("[P:Ada Quix] left.", "Said [P:Quix].", "The [L:Quix] opens.")


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:White House Council of Kettle Makers]", "[O:Council of Kettle Makers]"),
        ("[O:9th Circuit Court of Appeals]", "[O:9th Circuit]"),
        ("[O:Leith County Sheriff’s Office]", "[O:Leith Sheriff’s Office]"),
        ("[O:WKTL-TV]", "[O:WKTL]"),
        ("[L:Kettle-Mart]", "[O:KettleMart]"),
    ],
)
def test_what_tells_nothing_may_be_left_off_anywhere(rare: str, common: str) -> None:
    """Whose it is, what its name says already, a hyphen: no company is asked for."""
    lists = together(f"{common} came. {common} left. {common} rang.", f"{rare} came.", f"{rare} left.", *ELSEWHERE)
    assert any({rare[3:-1], common[3:-1]} == set(names) for names in lists)


def test_a_space_more_needs_company() -> None:
    """J. Kettle may be another than JKettle, unless an article prints both."""
    often = "[O:JKettle Sails] came. " * 3
    assert len(together(often, "[O:J. Kettle Sails] came.", "[O:J. Kettle Sails] left.")) == 2
    assert len(together(f"{often} [O:J. Kettle Sails] came.", "[O:J. Kettle Sails] left.")) == 1


def test_a_group_and_its_members_are_one_where_an_article_has_both() -> None:
    """Yazidi and Yazidis; a name that ends in another vowel is another’s."""
    assert len(together("The [L:Kettlis] and a [L:Kettli] came.", "[L:Kettlis] left.")) == 1
    assert len(together("[O:Kettlas] and [L:Kettla] came.", "[O:Kettlas] left.")) == 2


@pytest.mark.parametrize(
    ("rare", "common"),
    [
        ("[O:Kettlisma Holdings]", "[L:Kettlisma]"),
        ("[O:Kettlisma Foods]", "[O:Kettlisma]"),
        ("[O:KTL Group]", "[O:KTL]"),
        ("[O:Kettl’s Bank]", "[O:Kettls]"),
    ],
)
def test_a_firm_by_one_word_is_the_firm(rare: str, common: str) -> None:
    """What a firm is may follow its name, in the same company."""
    assert are_one(rare, common)


def test_a_place_by_one_word_needs_an_article_that_prints_both() -> None:
    """Tahrir is Tahrir Square where both stand; else it may be anything."""
    both = together("They left [L:Kettlir Square]. [L:Kettlir] was full.", "All of [L:Kettlir] sang.", *ELSEWHERE)
    assert ["Kettlir Square", "Kettlir", "Kettlir"] in both
    assert not are_one("[L:Kettlir Square]", "[L:Kettlir]")


def test_what_two_firms_are_called_by_one_word_is_neither() -> None:
    """Two firms with the word at their head leave the word alone."""
    lists = together(
        f"{COMPANY}[O:Kettlisma Holdings] and [O:Kettlisma Airlines] met.", f"{COMPANY}[L:Kettlisma] came."
    )
    assert ["Kettlisma"] in lists
