"""All facts of an article together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from morgue.extract import Extractor
from morgue.model import Article, Facts

TEXT = "On 3 May 2021 President Ada Lindqvist of Norway said “we sold 14,000 boats” in Leith."


def test_an_article_yields_all_five_kinds_of_facts(extractor: Extractor, article_of: Callable[..., Article]) -> None:
    """Names, a role, a quote, a figure and a date come from one sentence."""
    facts = extractor.facts(article_of(TEXT))
    assert "Ada Lindqvist" in [m.text for m in facts.mentions]
    assert [r.text for r in facts.roles] == ["President"]
    assert [q.text for q in facts.quotes] == ["we sold 14,000 boats"]
    assert [(f.value, f.unit) for f in facts.figures] == [(14000.0, "boats")]
    assert [d.earliest for d in facts.dates] == ["2021-05-03"]


@pytest.mark.parametrize("language", ["de", "fr-CA"])
def test_an_article_in_another_language_has_no_facts(
    extractor: Extractor, article_of: Callable[..., Article], language: str
) -> None:
    """An English model is not asked what it cannot know."""
    assert extractor.facts(article_of(TEXT, language)) == Facts()


@pytest.mark.parametrize("language", [None, "en", "en-GB"])
def test_an_article_of_no_named_language_is_read(
    extractor: Extractor, article_of: Callable[..., Article], language: str | None
) -> None:
    """The benefit of the doubt, and regional English is English."""
    assert extractor.facts(article_of(TEXT, language)).mentions


def test_an_empty_article_has_no_facts(extractor: Extractor, article_of: Callable[..., Article]) -> None:
    """White space says nothing."""
    assert extractor.facts(article_of(" \n\n ")) == Facts()


def test_the_same_article_has_the_same_facts(extractor: Extractor, article_of: Callable[..., Article]) -> None:
    """Nothing of one article stays behind for the next."""
    first = extractor.facts(article_of(TEXT))
    extractor.facts(article_of("Lindqvist is a street in Oslo."))
    assert extractor.facts(article_of(TEXT)) == first


@pytest.mark.parametrize(
    ("seed", "name", "role"),
    [
        ("000", "Frank-Walter Blinken", "German Foreign Minister"),
        ("003", "Antony Blinken", "U.S. Secretary of State"),
        ("000", "Joe Biden", "Vice President"),
        ("003", "Joe Biden", "President"),
        ("004", "Nikolai Patrushev", "head of Russia’s Security Council"),
        ("003", "Vassily Nebenzia", "Russia’s U.N. ambassador"),
    ],
)
def test_the_roles_of_the_seeds_are_as_printed(seed_facts: dict[str, Facts], seed: str, name: str, role: str) -> None:
    """What a rewrite did to a role can be seen."""
    facts = seed_facts[seed]
    assert role in [r.text for r in facts.roles if facts.mentions[r.mention].text == name]
