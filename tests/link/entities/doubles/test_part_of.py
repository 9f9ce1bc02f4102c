"""Rare names that are a known one, cut or lengthened."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

KNOWN = [
    "Work at [O:Verity Power and Light] goes on.",
    "Ask [O:Verity Power & Light].",
    "[O:Verity Power & Light] rose.",
]
PERSON = ["So said [P:Ada Okafor]."] * 3


def joined(*texts: str) -> list[list[str]]:
    """The names that are together, one-name entities left out."""
    return [names for names in together(*texts) if len(set(names)) > 1]


def test_a_name_is_the_longer_one_that_its_sentence_prints() -> None:
    """“Verity Power” before "and Light" is the company that other articles know by the whole name."""
    (names,) = joined(*KNOWN, "On Monday [O:Verity Power] and Light expects more.")
    assert "Verity Power" in names


def test_a_comma_ends_a_sentence_s_name() -> None:
    """What stands behind a comma is no part of the name."""
    (names,) = joined(*KNOWN, "On Monday [O:Verity Power], and Light expects more.")
    assert "Verity Power" not in names


def test_the_plural_of_a_person_is_the_person() -> None:
    """“We need more Ada Okafors” names Ada Okafor."""
    assert ["Ada Okafor"] * 3 + ["Ada Okafors"] in together(*PERSON, "We need more [P:Ada Okafors] here.")


def test_a_year_before_a_known_name_is_no_part_of_it() -> None:
    """The 2004 Harbour Revolt is the Harbour Revolt."""
    texts = ["They lost the [X:Harbour Revolt]."] * 3
    assert len(together(*texts, "They lost the [X:2004 Harbour Revolt].")) == 1


def test_a_known_body_behind_a_name_is_that_body() -> None:
    """The Okafor Justice Department is the Justice Department, where Okafor is well known."""
    texts = ["[P:Ada Okafor] spoke."] * 60
    found = together(*texts, "They asked the [O:Justice Department].", "The [O:Okafor Justice Department] sued.")
    assert ["Justice Department", "Okafor Justice Department"] in found


def test_a_party_before_a_known_body_is_no_part_of_it() -> None:
    """The Democratic House of Representatives is the House that the archive mostly means."""
    house = ["Congress: the [O:House of Representatives]."] * 5
    assert len(together(*house, "The Congress’s [O:Democratic House of Representatives] met.")) == 1


def test_two_known_names_around_it_are_not_guessed_at() -> None:
    """A name that a far commoner one merely begins is left alone."""
    assert ["Verity Power Tools"] in together(*KNOWN, "He bought [O:Verity Power Tools] there.")


def test_a_word_of_the_page_behind_a_known_person_is_no_name() -> None:
    """Capitals that a caption prints behind a photographer's name are no surname."""
    assert ["Ada Okafor"] * 3 + ["Ada Okafor TPX"] in together(*PERSON, "REUTERS/[P:Ada Okafor TPX] images")


def test_a_person_called_like_a_country_is_none() -> None:
    """Ada Canada is not Canada."""
    assert ["Ada Canada"] in together(*["[P:Ada Okafor] went to [L:Canada]."] * 3, "[P:Ada Canada] stayed.")


@pytest.mark.parametrize(
    ("known", "other"),
    [
        ("O:Justice Department", "O:Obscure Division of the Justice Department"),
        ("O:World Bank", "O:Verity and World Bank"),
        ("L:Los Angeles", "O:Good Friends Los Angeles"),
        ("O:Democratic Party", "O:State Democratic Party"),
    ],
)
def test_what_stands_before_a_known_name_may_make_another_of_it(known: str, other: str) -> None:
    """A department’s division is not the department, friends in a town not the town, a state’s party not the party."""
    words = "the good obscure state friends and division. " * 12
    texts = [f"{words}Ask [{known}]."] * 5
    assert [known[2:], other[2:]] not in [sorted(set(names)) for names in together(*texts, f"Then [{other}] came.")]
