"""Bodies that may be a better known one under another name."""

from __future__ import annotations

import pytest

from morgue.link.entities.find import link_entities
from tests.link.entities.clippings import clippings, together

pytestmark = pytest.mark.unit

PLAIN = ["The harbour and the boats and the tides were calm, and the power came back."] * 100
RARE = "[P:Jo Imrie] met the [O:{}] in [L:Oslo]."


def named(rare: str, *known: str) -> bool:
    """Whether a name that one article prints is an entity, where three print each of the known ones."""
    articles = [f"[P:Ada Okafor] of the [O:{name}] came to [L:Verityville]." for name in known for _ in range(3)]
    found, _ = link_entities(clippings(*PLAIN, *articles, RARE.format(rare)))
    return any(alias.name == rare for entity in found for alias in entity.aliases)


@pytest.mark.parametrize(
    ("rare", "known"),
    [
        ("Kettle Workers", "Kettle Workers Union"),
        ("Kettle Center", "Kettle Center for Sails"),
        ("Sails Review Agency", "Norwegian Sails Review Agency"),
        ("Sails Research Agency", "Sails and Boats Research Agency"),
        ("Leith Board of Sails", "Leith State Board of Sails"),
        ("Kettle Broadcasting Group", "Kettle Broadcasting"),
    ],
)
def test_what_may_be_a_known_body_cut_short_is_nobody(rare: str, known: str) -> None:
    """Among other names nothing tells whether it is the same."""
    assert not named(rare, known)


@pytest.mark.parametrize(
    ("rare", "known"),
    [
        ("Leith Sails Review Agency", "Sails Review Agency"),
        ("University of Leith Press", "University of Leith"),
        ("Kettle Review Agency", "Former Kettle Review Agency"),
        ("University of Leith", "Northern University of Leith"),
        ("Verity Harbour Board", "Kettle Works"),
    ],
)
def test_what_a_word_makes_another_body_is_one_of_its_own(rare: str, known: str) -> None:
    """A chapter, a part, a former one, another university; and what is like no known one."""
    assert named(rare, known)


def test_what_several_known_bodies_are_called_for_short_is_nobody() -> None:
    """Either chamber has such a committee, however often it is printed."""
    assert not named("Kettle Committee", "Kettle Committee", "House Kettle Committee", "Senate Kettle Committee")


def test_a_name_that_outnumbers_all_longer_ones_is_one_of_its_own() -> None:
    """What is printed more often than all that have its name behind theirs is no short form of these."""
    assert named("Kettle Party", *["Kettle Party"] * 4, "Ohio Kettle Party", "Utah Kettle Party")


def test_a_small_archive_doubts_nothing() -> None:
    """Every name is rare there."""
    lists = together("The [O:Kettle Center for Sails] met. " * 3, "The [O:Kettle Center] left [L:Oslo].")
    assert ["Kettle Center"] in lists
