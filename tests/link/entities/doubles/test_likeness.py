"""What speaks for two names being one person's, and against it."""

import pytest

from morgue.link.entities.doubles.differ import Called, apart, called, signs
from morgue.link.entities.persons.names import parse
from morgue.link.vocabulary import table
from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

NOBODY = Called({}, {})
FILLER = ("It rained in ward seven.",) * 100
KNOWN = "The ferry pilot [P:Oona Brandvold] of [L:Tarnhaven] told the [O:Guild of Reeds] and [P:Ada Okafor] so."


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ("Megan Okpara", "Meghan Okpara", "given_spelt"),
        ("Abe Okpara", "Abelard Okpara", "given_form"),
        ("J. Okpara", "Julia Okpara", "given_initial"),
        ("J. David Okpara", "Justin Okpara", "given_second"),
        ("Eric Okpara", "Erica Okpara", "given_two"),
        ("George P. Okpara", "George W. Okpara", "middle"),
        ("Ada Okpara Jr.", "Ada Okpara", "suffix"),
        ("Ada Brandvald", "Ada Brandvold", "surname_vowel"),
        ("Ada Brandvolt", "Ada Brandvold", "surname_letter"),
        ("Ada Garrett", "Ada Barrett", "surname_head"),
        ("Ada Brandvold Okpara", "Ada Brandvold", "contained_another"),
        ("Evangelist Ada Okpara", "Ada Okpara", "contained_tail"),
        ("John Ada Okpara", "Ada Okpara", "contained_given"),
    ],
)
def test_how_names_differ(one: str, other: str, sign: str) -> None:
    """Each way in which two names differ has a sign of its own, with points."""
    assert sign in signs(parse(one), parse(other), NOBODY)
    assert sign in table("likeness")["points"]


def test_words_that_are_no_names_are_told_from_names() -> None:
    """A caption that ran into the rarer name is none of its words; in the commoner one it makes a thing of it."""
    words = Called({}, {}, frozenset({"list"}))
    assert "contained_word" in signs(parse("Ada Okpara List"), parse("Ada Okpara"), words)
    assert "contained_thing" in signs(parse("Ada Okpara"), parse("Ada Okpara List"), words)


def test_forms_of_one_given_name_make_one_bearer() -> None:
    """Rick and Richard before one surname count as one who is called so."""
    found = called([parse("Rick Okpara"), parse("Richard Okpara"), parse("Ada Okpara")])
    assert found.surnames["okpara"] == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Okpara Sr.", "Ada Okpara Jr."),
        ("Ada Okpara Sr.", "Ada Okpara"),
        ("Kim Jong", "Kim Yo Jong"),
        ("Ada Okpara Center", "Ada Okpara"),
        ("George W", "George W. Okpara"),
    ],
)
def test_some_are_apart_whatever_speaks_for_them(one: str, other: str) -> None:
    """Father and son, syllables, things that are called after somebody, names cut before their end."""
    assert apart(parse(one), parse(other))


def test_a_misprint_among_the_same_names_is_the_same_person() -> None:
    """One letter, in the same company and the same role, makes nobody else."""
    assert len(together(KNOWN, KNOWN, KNOWN.replace("Brandvold", "Branvold"), *FILLER)) == 4


def test_a_near_name_among_strangers_is_left_open() -> None:
    """One letter makes a slip or another person, where nothing else speaks for either: no person of its own."""
    other = "A baker, [P:Oona Branvold], sang at noon."
    assert together(KNOWN, KNOWN, other, *FILLER)[0] == ["Oona Brandvold"] * 2
    assert all("Oona Branvold" not in names for names in together(KNOWN, KNOWN, other, *FILLER))


def test_a_name_that_several_articles_print_is_somebody_else() -> None:
    """One letter makes another person whom several articles name."""
    other = "A baker, [P:Oona Branvold], sang at noon."
    assert ["Oona Branvold"] * 4 in together(KNOWN, KNOWN, KNOWN, KNOWN, KNOWN, *[other] * 4, *FILLER)


WILES = ("[P:Olga Wiles] rowed.", "[P:Peter Wiles] swam.", "[P:Anna Wiles] ran.")


def test_forms_of_a_given_name_are_two_people_where_nothing_speaks_for_one() -> None:
    """Rick and Richard, of a surname that many bear, in articles that have nothing in common."""
    found = together("Pastor [P:Rick Wiles] preached.", "Chemist [P:Richard Wiles] measured.", *WILES, *FILLER)
    assert ["Rick Wiles"] in found
    assert ["Richard Wiles"] in found


def test_forms_of_a_given_name_are_one_person_in_one_role() -> None:
    """The same words beside both names speak for one person."""
    one = "The ferry pilot and union treasurer [P:Rick Wiles] of [L:Tarnhaven] rang."
    other = "The ferry pilot and union treasurer [P:Richard Wiles] of [L:Tarnhaven] sang."
    assert ["Rick Wiles", "Richard Wiles"] in together(one, other, *WILES, *FILLER)


def test_a_small_archive_takes_forms_of_a_given_name_for_one() -> None:
    """Where company tells nothing yet, Rick is Richard."""
    assert ["Rick Wiles", "Richard Wiles"] in together("[P:Rick Wiles] rang.", "[P:Richard Wiles] sang.", *WILES)


def test_a_surname_among_strangers_is_not_its_only_bearers() -> None:
    """A surname alone, in an article that has nothing in common with those that name its only bearer, is left open."""
    pilot = "The pilot [P:Terry Brandvold] of [L:Tarnhaven] told the [O:Guild of Reeds]."
    found = together(pilot, pilot, "The singer [P:Brandvold] sang in [L:Oslo].", "[L:Oslo] froze.", *FILLER)
    assert ["Terry Brandvold", "Terry Brandvold"] in found


def test_a_surname_in_the_same_company_is_its_only_bearers() -> None:
    """Where the same names stand around it, a surname alone is whose the archive knows it to be."""
    pilot = "The pilot [P:Terry Brandvold] of [L:Tarnhaven] told the [O:Guild of Reeds]."
    later = "In [L:Tarnhaven], [P:Brandvold] told the [O:Guild of Reeds] more."
    assert ["Terry Brandvold", "Terry Brandvold", "Brandvold"] in together(pilot, pilot, later, *FILLER)


def test_a_surname_that_only_sounds_like_that_of_somebody_seldom_named_is_not_his() -> None:
    """Bayless is not Fred Bayles whom two other articles name, whatever stands around it."""
    pilot = "The pilot [P:Fred Bayles] of [L:Tarnhaven] told the [O:Guild of Reeds]."
    later = "In [L:Tarnhaven], [P:Bayless] told the [O:Guild of Reeds] more."
    assert ["Fred Bayles", "Fred Bayles"] in together(pilot, pilot, later, *FILLER)


def test_near_given_names_that_several_articles_print_are_two_peoples() -> None:
    """Ivona and Ivonka of one family stand in one article, and often: neither is a slip for the other."""
    both = "[P:Ivonka Brandvold] and [P:Ivona Brandvold] of [L:Tarnhaven] met the [O:Guild of Reeds]."
    alone = "[P:Ivona Brandvold] of [L:Tarnhaven] met the [O:Guild of Reeds] and [P:Ada Okafor]."
    other = alone.replace("Ivona", "Ivonka")
    found = together(both, alone, alone, alone, other, other, other, other, other, other, *FILLER)
    assert sum("Ivona Brandvold" in names for names in found) == 1
    assert not any({"Ivona Brandvold", "Ivonka Brandvold"} <= set(names) for names in found)


def test_of_two_second_given_names_the_better_known_joins() -> None:
    """Oona D. and Oona A. Brandvold are two: the one whom more articles name is Oona Brandvold."""
    pilot = "The ferry pilot [P:Oona {}Brandvold] of [L:Tarnhaven] told the [O:Guild of Reeds] and [P:Ada Okafor] so."
    texts = [*[pilot.format("")] * 4, *[pilot.format("D. ")] * 2, pilot.format("A. ")]
    found = together(*texts, *FILLER)
    assert not any("Oona A. Brandvold" in names and "Oona D. Brandvold" in names for names in found)
