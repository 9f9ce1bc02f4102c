"""The people in a byline, and nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean.authors import authors, people

pytestmark = pytest.mark.unit
NAMES = ["Ann Lee", "Bo Ek", "J. K. Rowe", "Edith M. de la Cruz", "Zoë O’Neil-Poe", "Ludwig van Dam", "Al Poe Jr."]


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By Ann Lee and Bo Ek in Kyiv", ("Ann Lee", "Bo Ek")),
        ("Ann Lee, Bo Ek and Cy Oh", ("Ann Lee", "Bo Ek", "Cy Oh")),
        ("Ann Lee, Bo Ek, and Cy Oh", ("Ann Lee", "Bo Ek", "Cy Oh")),
        ("Ann Lee; Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee & Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee / Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Von Ann Lee und Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Par Ann Lee et Bo Ek", ("Ann Lee", "Bo Ek")),
        ("Ann Lee in Kyiv and Bo Ek in Moscow", ("Ann Lee", "Bo Ek")),
        ("Ann Lee in Kyiv, Ukraine, and Bo Ek in New York", ("Ann Lee", "Bo Ek")),
        ("Lee, Ann", ("Ann Lee",)),
        ("Lee, Ann; Ek, Bo", ("Ann Lee", "Bo Ek")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Ana Ruiz y Luis Gil", ("Ana Ruiz", "Luis Gil")),
        ("Al Poe, Jr., and Bo Ek", ("Al Poe Jr.", "Bo Ek")),
        ("최윤호 기자", ("최윤호",)),
        ("Ann Lee, Ann Lee and ANN LEE", ("Ann Lee",)),
        ("Analysis by Ann Lee, North America Reporter", ("Ann Lee",)),
    ],
)
def test_each_person_is_told_from_the_next(byline: str, names: tuple[str, ...]) -> None:
    """Several people in one byline are several authors, in the order of print, each once."""
    assert authors(byline) == names


@pytest.mark.parametrize(
    "byline",
    [
        "Ann Lee | Reuters",
        "Ann Lee, Associated Press",
        "Ann Lee Associated Press",
        "Dr. Ann Lee, science editor",
        "Ann Lee, Staff Writer",
        "Ann Lee Senior Kyiv Correspondent",
        "AP Business Writer Ann Lee",
        "By Ann Lee, special to The Example",
        "Ann Lee, ann.lee@paper.example",
        "Ann Lee @annlee",
        "Ann Lee (Reuters)",
        "Ann Lee with additional reporting by Bo Ek",
        "Ann Lee; editing by Bo Ek",
        "Ann Lee on June 29, 2014 08:08 pm",
        "Ann Lee | Sep. 21, 2011, 3:17 PM | 1,209",
        "By Ann Lee, Updated 3:15 p.m. ET",
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(byline: str) -> None:
    """Titles, roles, places, outlets, addresses and times come off; who only helped is in the credit."""
    assert authors(byline) == ("Ann Lee",)


@pytest.mark.parametrize(
    "byline",
    ["", "Staff", "By Staff", "Reuters", "By The Associated Press", "The Example Times", "admin", "Newsroom",
     "example.com", "Editorial Board", "Kyiv", "New York", "By Example Staff", "12 March 2021", "View all posts", "by"],
)  # fmt: skip
def test_who_is_no_person_is_no_author(byline: str) -> None:
    """Agencies, desks, outlets and places are no authors."""
    assert authors(byline) == ()


def test_the_house_is_no_author() -> None:
    """The outlet's own name is no person's, even where it looks like one."""
    assert authors("Ann Lee and Rolling Stone", house="Rolling Stone") == ("Ann Lee",)


@pytest.mark.parametrize(
    ("printed", "name"),
    [("ANN LEE", "Ann Lee"), ("J.K. O’NEIL-MCROWE", "J.K. O’Neil-McRowe"), ("LUDWIG VAN DAM", "Ludwig van Dam")],
)
def test_capitals_are_a_matter_of_print(printed: str, name: str) -> None:
    """A name in capitals is written as it would be elsewhere: one person is one author."""
    assert authors(f"By {printed}") == (name,)


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
def test_a_list_of_people_stays_the_list(names: list[str]) -> None:
    """Whatever people are joined to a byline come out again, in their order."""
    assert authors("; ".join(names)) == people(names) == tuple(names)
    assert authors(f"By {', '.join(names)}") == tuple(names)


@given(st.text(max_size=80))
def test_any_byline_is_survived(byline: str) -> None:
    """No byline raises, and every author has a name of letters without blanks around it."""
    assert all(name == name.strip() != "" and any(map(str.isalpha, name)) for name in authors(byline))
