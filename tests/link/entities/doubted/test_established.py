"""What makes a rare name somebody, and what does not."""

from __future__ import annotations

import pytest

from morgue.link.entities.doubted.established import weigh
from morgue.link.entities.doubted.sights import PLACE, attached, halved, sight
from morgue.link.entities.doubted.signs import FORM
from morgue.link.entities.find import link_entities
from morgue.link.entities.lore import Lore
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import table
from morgue.model import EntityKind, Mention
from tests.link.entities.clippings import clippings

pytestmark = pytest.mark.unit

LORE = Lore(
    frozenset({"newest", "startups", "liberal", "narrative", "power", "harbour"}), frozenset(), frozenset({"okafor"})
)
PLAIN = ["The harbour and the boats and the tides were calm, and the power came back."] * 100


def points(marked: str) -> int:
    """The points of the only name in a text."""
    (made,) = clippings(marked)
    (mention,) = made.facts.mentions
    kind: EntityKind | None = "person" if mention.kind == "person" else None
    return weigh(Identity("any", kind), {(1, 0): mention}, {1: made.article.text}, LORE).points


@pytest.mark.parametrize(
    "marked",
    [
        "“It was calm,” says [P:Natia Mosashvili], who sails.",
        "It was calm, [P:Ann Roe] said.",
        "A letter came from the [O:Verity Policy Institute] on Monday.",
        "They met the Verity Trade Pact ([O:VTP]) board.",
        "He lives in [L:Metuchen], New Jersey.",
        "She wrote “[W:The Long Tide]” there.",
        "They met the [O:Verity Policy Institute] Tuesday.",
        "So says the [O:Verity Policy Institute]’s Ada Okafor.",
    ],
)
def test_a_name_in_a_sentence_is_established(marked: str) -> None:
    """A full name, a body by its noun, initials, a place behind its preposition and a title in marks need no more."""
    assert points(marked) >= table("evidence")["enough"]


@pytest.mark.parametrize(
    "marked",
    [
        "[O:Newest Startups] on Display at Verity",
        "It was the Income [O:Rarity Board] then.",
        "That is [P:Okafor un-American] of her.",
        "It was late on [O:Au]. 17 there.",
        "A word for [P:Weltanschauung] is lacking.",
        "The [W:Call Okafor] a liar line.",
        "The Department of Norse and [O:Coastal Studies] met.",
        "The [O:National Guild of Latvian Elected] Sailors met.",
        "[O:Global Women]’s Guild came.",
    ],
)
def test_words_that_only_look_like_a_name_are_not(marked: str) -> None:
    """Common words of a headline, pieces of longer names and lone words with nobody behind them fall short."""
    assert points(marked) < table("evidence")["enough"]


def test_a_large_archive_makes_no_entity_of_a_doubtful_name() -> None:
    """Its mention stays in the article; no entity has it."""
    found, _ = link_entities(clippings(*PLAIN, "[O:Newest Startups] on Display at Verity"))
    assert found == ()


def test_a_small_archive_doubts_nothing() -> None:
    """Where every name is rare, rarity says nothing."""
    (found,), _ = link_entities(clippings("[O:Newest Startups] on Display at Verity"))
    assert found.name == "Newest Startups"


def test_a_third_article_establishes_any_name() -> None:
    """What several articles print is no slip of one."""
    (found,), _ = link_entities(clippings(*PLAIN, *["[O:Newest Startups] on Display at Verity"] * 3))
    assert len(found.mentions) == 3


def test_a_lone_name_that_several_bear_is_nobody_in_particular() -> None:
    """However many articles print it: "Okafor", where there are Ada and Ben Okafor and neither is in the article."""
    both = ["[P:Ada Okafor] sailed.", "[P:Ben Okafor] sailed."] * 3
    found, _ = link_entities(clippings(*PLAIN, *both, *["They saw [P:Okafor] there."] * 4))
    assert [entity.name for entity in found] == ["Ada Okafor", "Ben Okafor"]


def test_every_weight_has_its_sign() -> None:
    """A point for a sign that nothing looks for would never be given."""
    known = {"base", "repeated", *FORM, *PLACE}
    assert {*table("evidence")["person"], *table("evidence")["others"]} <= known


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("the Window of Verity-hating press", True),
        ("the Anti-Window of Verity", True),
        ("the game 2Window of Verity", True),
        ("the Window of Verity-based press", False),
        ("the Window of Verity", False),
    ],
)
def test_what_a_hyphen_joins_is_cut(text: str, cut: bool) -> None:  # noqa: FBT001 - a case
    """A name that goes on behind a hyphen, or begins before one, is a piece of a longer expression."""
    start = text.index("Window")
    mention = Mention(start, start + 16, "Window of Verity", "MADE", "organization", "by hand", 1.0)
    assert attached(sight(text, mention)) is cut


@pytest.mark.parametrize(
    ("before", "half"),
    [
        ("the Income ", True),
        ("Verity’s ", False),
        ("the Oslo-based ", False),
        ("President ", False),
        ("the small ", False),
    ],
)
def test_a_name_behind_a_word_with_a_capital_is_half_of_one(before: str, half: bool) -> None:  # noqa: FBT001 - a case
    """Owners, titles and adjectives with a hyphen stand before whole names."""
    mention = Mention(len(before), len(before) + 12, "Rarity Board", "MADE", "organization", "by hand", 1.0)
    assert halved(sight(f"{before}Rarity Board met.", mention)) is half
