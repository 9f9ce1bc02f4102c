"""Articles that print one common name and have nothing else in common."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

GIVEN = ("Anna", "Peter", "John", "Mary", "Paul", "Ruth", "Mark", "Jane", "Luke", "Rose")
OKAFORS = [f"[P:{given} Okafor] spoke." for given in (*GIVEN, *(f"Xa{letter}ru" for letter in "bdfghklmnprstvz"))]
JAMESES = [
    f"[P:James {a}{b}ander] spoke." for a in "BDFGHKLMNP" for b in ("ela", "ino", "orsu", "ulte", "ymba", "avre")
]
REST = [*OKAFORS, *JAMESES, *["Nothing happened."] * 100]
RARE = "[P:Zebulon Quist] met [O:Xylo Quarterly] in [L:Aldermere]. "


def of_james(*texts: str, rest: list[str] = REST) -> list[list[str]]:
    """The names of each entity that has a James Okafor."""
    return [names for names in together(*texts, *rest) if "James Okafor" in names]


def test_a_common_name_with_nothing_in_common_is_left_open() -> None:
    """Whoever is named more keeps the name; nobody can tell whether the other article means him, too."""
    texts = [
        "[P:James Okafor] baked. [P:Okafor] left. [P:James Okafor] slept.",
        "We met [P:James Okafor]. [P:Okafor] rode.",
    ]
    assert of_james(*texts) == [["James Okafor", "Okafor", "James Okafor"]]


def test_company_tells_that_a_common_name_is_one_person_s() -> None:
    """Where both articles print the same rare names, they mean one."""
    assert of_james(f"{RARE}[P:James Okafor] baked.", f"{RARE}We met [P:James Okafor].") == [["James Okafor"] * 2]


def test_words_beside_a_common_name_tell_that_it_is_one_person_s() -> None:
    """Whoever is of the Whistlers' chapter in both articles is one."""
    texts = ["[P:James Okafor] of the whistling chapter baked.", "They met [P:James Okafor] of the whistling chapter."]
    assert of_james(*texts) == [["James Okafor"] * 2]


def test_a_rare_name_is_one_person_s() -> None:
    """Where few are called James, or Okafor, both articles mean him, whatever else they print."""
    texts = ["[P:James Okafor] baked. [P:James Okafor] slept.", "We met [P:James Okafor]."]
    assert of_james(*texts, rest=[*OKAFORS, *["Nothing happened."] * 100]) == [["James Okafor"] * 3]


def test_a_second_given_name_makes_a_name_rare() -> None:
    """James Q. Okafor is one, wherever he is named."""
    found = together("[P:James Q. Okafor] baked.", "We met [P:James Q. Okafor].", *REST)
    assert ["James Q. Okafor"] * 2 in found
