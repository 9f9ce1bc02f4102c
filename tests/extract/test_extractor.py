"""All facts of an article together."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest

from morgue.errors import ModelError
from morgue.extract import Extractor, load
from morgue.model import Article, Facts

if TYPE_CHECKING:
    from spacy.pipeline import EntityRuler

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
def test_an_article_in_another_language_has_only_what_marks_tell(
    extractor: Extractor, article_of: Callable[..., Article], language: str
) -> None:
    """An English model is not asked what it cannot know: quotes by their marks, without a speaker, and nothing else."""
    facts = extractor.facts(article_of(TEXT, language))
    assert [(q.text, q.speaker_text) for q in facts.quotes] == [("we sold 14,000 boats", None)]
    assert facts == Facts(quotes=facts.quotes)


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A German pipeline in a folder: it knows one name."""
    import spacy  # noqa: PLC0415 - only these tests need it

    folder = tmp_path_factory.mktemp("models") / "german"
    language = spacy.blank("de")
    ruler = cast("EntityRuler", language.add_pipe("entity_ruler"))
    ruler.add_patterns([{"label": "PER", "pattern": "Anna Möller"}])
    language.to_disk(folder)
    return str(folder)


def test_an_article_is_read_by_the_model_for_its_language(german: str, article_of: Callable[..., Article]) -> None:
    """A model named for German reads German articles, the default model the others."""
    both = load([f"de={german}"])
    facts = both.facts(article_of("Die Bürgermeisterin Anna Möller eröffnete den Hafen.", "de"))
    assert [(m.text, m.kind) for m in facts.mentions] == [("Anna Möller", "person")]
    assert "Ada Lindqvist" in [m.text for m in both.facts(article_of(TEXT)).mentions]
    assert (both.with_what("de"), both.with_what("fr")) == (("de_pipeline", "0.0.0"), ("", ""))
    assert both.model == "en_core_web_md, de_pipeline"


def test_a_model_without_a_language_is_used_instead_of_the_default(german: str) -> None:
    """Who names a model means that one."""
    assert (load([german]).reads("de"), load([german]).reads("en")) == (True, False)


def test_a_model_of_another_language_than_said_is_refused(german: str) -> None:
    """A slip of the pen is told before anything is read."""
    with pytest.raises(ModelError, match="reads 'de', not 'fr'"):
        load([f"fr={german}"])


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
