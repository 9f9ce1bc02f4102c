"""Names in running text: the model with its repairs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from morgue.extract import Extractor
from morgue.model import Article, Facts

# Read from the seeds by eye: every person by the full name, as printed there, credit lines left out.
IN_ALL_VERSIONS = {"Vladimir Putin", "Antony Blinken", "Joe Biden"}
PERSONS = {
    "000": IN_ALL_VERSIONS | {"Sergey Lavrov", "Sergei Lavrov", "Frank-Walter Blinken", "Viktor Orban"},
    "001": IN_ALL_VERSIONS
    | {"Sergey Lavrov", "Victor Orban", "Emmanuel Macron", "Ned Price", "Vassily Nebenzia", "Boris Johnson"}
    | {"Volodymyr Zelenskyy", "Bridget Brink"},
    "002": IN_ALL_VERSIONS | {"Sergey Lavrov", "Victor Orban", "Emmanuel Macron"},
    "003": IN_ALL_VERSIONS
    | {"Sergey Lavrov", "Victor Orban", "Emmanuel Macron", "Ned Price", "Vassily Nebenzia", "Boris Johnson"}
    | {"Volodymyr Zelenskyy", "Bridget Brink"},
    "004": {"Vladimir Putin", "Joe Biden", "Sergey Lavrov", "Nikolai Patrushev", "Lloyd Austin", "Volodymyr Zelenskyy"}
    | {"Emily Horne"},
}


@pytest.mark.parametrize("seed", sorted(PERSONS))
def test_every_person_of_the_seeds_is_found(seed_facts: dict[str, Facts], seed: str) -> None:
    """Each full name in a seed is a person, without titles."""
    assert PERSONS[seed] <= {m.text for m in seed_facts[seed].mentions if m.kind == "person"}


@pytest.mark.parametrize("seed", sorted(PERSONS))
def test_bare_surnames_in_the_seeds_are_persons(seed_facts: dict[str, Facts], seed: str) -> None:
    """Nobody known by a full name is taken for a place or a body elsewhere in the article."""
    surnames = {name.split()[-1] for name in PERSONS[seed]}
    assert {m.kind for m in seed_facts[seed].mentions if m.text in surnames} <= {"person"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Russia", "place"), ("Ukraine", "place"), ("NATO", "organization"), ("Moscow", "place"), ("Russian", "group")],
)
def test_common_names_of_the_seeds_have_their_kind(seed_facts: dict[str, Facts], name: str, kind: str) -> None:
    """What the gazetteer knows is of one kind in all seeds."""
    kinds = {m.kind for facts in seed_facts.values() for m in facts.mentions if m.text == name}
    assert kinds == {kind}


def test_mentions_stand_in_order_and_apart(seed_facts: dict[str, Facts]) -> None:
    """No mention begins before the last one has ended."""
    for facts in seed_facts.values():
        assert all(a.end <= b.start for a, b in pairwise(facts.mentions))


def test_a_mention_says_which_rule_made_it(extractor: Extractor, article_of: Callable[..., Article]) -> None:
    """A plain full name is the model's own."""
    facts = extractor.facts(article_of("Boris Johnson spoke for the U.K. on Tuesday."))
    assert [(m.text, m.rule) for m in facts.mentions if m.kind == "person"] == [("Boris Johnson", "model")]
    assert all(0 < m.confidence <= 1 for m in facts.mentions)
