"""Whether a surname that an article prints alone is somebody's whom only other articles name in full."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

REST = ["Nothing happened."] * 100
RARE = "[P:Zebulon Quist] met [O:Xylo Quarterly] in [L:Aldermere]. "


def with_ada(*texts: str, company: str = "") -> list[str]:
    """The names that are those of Ada Okafor, whom one article names in full."""
    found = together(f"{company}[P:Ada Okafor] spoke.", *texts, company, *REST)
    return next(names for names in found if "Ada Okafor" in names)


def test_nothing_in_common_leaves_a_surname_open() -> None:
    """A surname of an article that has nothing in common with her is not hers."""
    assert with_ada("[P:Okafor] left.") == ["Ada Okafor"]


def test_company_tells_whose_surname_it_is() -> None:
    """Where rare names stand in both articles, the surname is hers."""
    assert with_ada(f"{RARE}[P:Okafor] left.", company=RARE) == ["Ada Okafor", "Okafor"]


def test_whom_many_articles_name_is_known_everywhere() -> None:
    """A surname alone is hers of whom the whole archive speaks."""
    many = ["[P:Ada Okafor] spoke."] * 61
    assert "Okafor" in with_ada("[P:Okafor] left.", *many)


@pytest.mark.parametrize("text", ["The case is Roe v. [P:Okafor].", "She lives in [P:Okafor].", "[P:Okafor], Texas"])
def test_a_case_and_a_town_are_nobody_of_few_articles(text: str) -> None:
    """What stands beside a name may tell that it is no person's, whatever the articles have in common."""
    assert with_ada(RARE + text, company=RARE) == ["Ada Okafor"]


def test_a_town_is_not_even_somebody_known_everywhere() -> None:
    """“in Okafor, Texas” is a town, however many articles name a person of that name."""
    many = ["[P:Ada Okafor] spoke."] * 61
    assert "Okafor" not in with_ada("She lives in [P:Okafor], Texas.", *many)


def test_a_thing_that_is_better_known_has_the_name() -> None:
    """Where more articles print Okafor News than Ada Okafor, a lone Okafor may be the paper."""
    paper = ["[O:Okafor News] said so."] * 3
    assert with_ada(f"{RARE}[P:Okafor] left.", *paper, company=RARE) == ["Ada Okafor"]


def test_a_name_that_sounds_alike_is_not_hers() -> None:
    """Okafor and Okaffor are two, where nothing but the sound tells."""
    assert with_ada(f"{RARE}[P:Okaffor] left.", company=RARE) == ["Ada Okafor"]


def test_a_given_name_before_it_completes_a_surname() -> None:
    """“Mary [Okafor]” is Mary Okafor, though the model cut her name, and another Okafor is better known."""
    known = ["[P:Ada Okafor] spoke."] * 30
    found = together("[P:Mary Okafor] spoke.", *known, "Mary [P:Okafor] left.", *REST)
    assert ["Mary Okafor", "Okafor"] in found
