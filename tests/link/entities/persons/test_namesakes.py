"""Two people of one name, told apart by what they are."""

import pytest

from morgue.link.entities.find import link_entities
from tests.link.entities.clippings import clippings, together

pytestmark = pytest.mark.unit

FAMILY = [f"[P:{given} Okafor] spoke." for given in ("Anna", "Peter", "John", "Mary", "Paul")]
REST = ["Nothing happened."] * 100
SEATED = "Rep. [P:James Okafor] voted. [P:Okafor] left."


def parted(*texts: str) -> list[list[str]]:
    """The names of those called James Okafor in an archive that has many Okafors."""
    return [names for names in together(*texts, *FAMILY, *REST) if "James Okafor" in names]


@pytest.mark.parametrize(
    "other",
    [
        "[P:James Okafor]/Reuters",
        "[P:James Okafor], a white pastor at a church, prayed.",
        "REUTERS/[P:James Okafor] A car",
    ],
)
def test_a_member_of_congress_takes_no_pictures(other: str) -> None:
    """Two callings that nobody has at once are two people's, with the surnames of their articles."""
    expected = 1 if "pastor" in other else 2  # a pastor may well be elected
    assert len(parted(SEATED, other)) == expected


def test_a_surname_goes_with_the_namesake_of_its_article() -> None:
    """Whoever is called Okafor where only the photographer is named in full is the photographer."""
    assert ["James Okafor", "Okafor"] in parted(SEATED, "[P:James Okafor]/Reuters. [P:Okafor] slept.")


def test_callings_that_go_together_are_one_person_s() -> None:
    """A columnist who runs for office is one person."""
    assert len(parted(SEATED, "The columnist [P:James Okafor] wrote.")) == 1


def test_company_tells_that_it_is_one_person() -> None:
    """Where both articles have rare names in common, they speak of one."""
    rare = "[P:Zebulon Quist] and [O:Xylo Quarterly] came. "
    assert len(parted(rare + SEATED, rare + "[P:James Okafor]/Reuters")) == 1


def test_a_rare_surname_has_one_bearer() -> None:
    """Few bear a rare name, and who does may have changed."""
    texts = ["Rep. [P:James Quist] voted.", "[P:James Quist]/Reuters", *REST]
    assert ["James Quist", "James Quist"] in together(*texts)


def test_a_small_archive_knows_nobody_s_company() -> None:
    """Nobody is parted in an archive of few articles."""
    assert ["James Okafor", "Okafor", "James Okafor"] in together(SEATED, "[P:James Okafor]/Reuters", *FAMILY)


def test_namesakes_have_addresses_of_their_own() -> None:
    """Who is named oftener keeps the address; the rule that parted the other is told."""
    found, _ = link_entities(clippings(SEATED, SEATED, "[P:James Okafor]/Reuters", *FAMILY, *REST))
    james = [entity for entity in found if entity.name == "James Okafor"]
    assert len({entity.uid for entity in james}) == 2
    assert [alias.decided_by for alias in james[1].aliases] == ["namesake"]
