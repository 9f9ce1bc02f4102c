"""Quotes: what counts as one, its form and its span, and how many of the seeds' are found with the right speaker."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from morgue.extract import Extractor
from morgue.model import Article, Facts, Quote

GOLD = Path(__file__).parents[3] / "eval" / "gold" / "quotes.jsonl"
Find = Callable[[str], tuple[Quote, ...]]


@pytest.fixture(scope="module")
def find(extractor: Extractor, article_of: Callable[[str], Article]) -> Find:
    """Find the marked quotes of a text."""
    return lambda text: tuple(q for q in extractor.facts(article_of(text)).quotes if q.form != "indirect")


def said(quotes: tuple[Quote, ...]) -> list[str]:
    """The words of quotes."""
    return [quote.text for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” left the hall early.",
        "The “fresh” bread was three days old.",
        "The firm offered “flexible” contracts to its drivers.",
        "The song “Blue Moon Rising” was played at noon.",
        "Her memoir, “A Life in Ink,” sold well.",
        "Ellen Stone read “War and Peace” on the train.",
        "Robert “Bobby” Hale won the race.",
        "It was filmed for “Morning with Meg” on Monday.",
        "The video came from an account called “Night Bus” on Monday.",
        "Paul Hart, the hacker known as “Raven,” stated that he was guilty.",
        "The mayor told “Fox and Friends” on Monday that the road was open.",
        "Ellen Stone read on: “(Laughter.)”",
        "“Yes to more bridges” (2009)",
    ],
)
def test_scare_quotes_titles_and_nicknames_are_no_quotes(find: Find, text: str) -> None:
    """What nobody is said to have spoken is left to the writer."""
    assert find(text) == ()


@pytest.mark.parametrize("piece", ["nonsense", "a sad day", "not up to the job"])
def test_a_few_words_are_a_fragment_where_somebody_calls_it_that(find: Find, piece: str) -> None:
    """One word between marks is a quote when a verb of speech gives it to somebody."""
    (quote,) = find(f"Mayor Ellen Stone called the report “{piece}” on Monday.")
    assert (quote.text, quote.form, quote.cue) == (piece, "fragment", "called")


def test_single_marks_among_double_ones_need_a_speaker(find: Find) -> None:
    """A headline in single marks is nobody's speech where the text quotes in double ones."""
    text = "‘A healthy town.’\n\n“We are well,” Ellen Stone said. “We are glad.”"
    assert said(find(text)) == ["We are well,", "We are glad."]


def test_what_somebody_called_a_thing_is_kept(find: Find) -> None:
    """Right behind "called" stands a name or a judgment: "what he called" gives it to a speaker."""
    assert said(find("The council voted down what Ellen Stone called “a disgrace” on Monday.")) == ["a disgrace"]


def test_a_call_for_something_is_kept_without_a_speaker(find: Find) -> None:
    """A word of speech close before the marks makes a fragment, though it has no subject."""
    assert said(find("It had been replaced by softer language calling for “prompt assistance” on Monday.")) == [
        "prompt assistance"
    ]


def test_a_whole_sentence_is_direct(find: Find) -> None:
    """Words with a subject and a verb of their own are direct speech."""
    (quote,) = find("“We have no plans to close the school,” Mayor Ellen Stone said.")
    assert (quote.form, quote.text) == ("direct", "We have no plans to close the school,")


def test_the_second_half_of_a_sentence_is_direct(find: Find) -> None:
    """A sentence that its attribution cuts in two is no fragment, where a few words in marks are one."""
    assert [q.form for q in find("“The bridge,” said Ellen Stone, “is older than all of us.”")] == ["direct", "direct"]
    assert [q.form for q in find("“It fell,” said Ellen Stone of the “oldest of all.”")] == ["direct", "fragment"]


def test_a_sentence_that_nobody_is_named_for_is_kept_without_a_speaker(find: Find) -> None:
    """Where no speaker can be known, none is made up."""
    (quote,) = find("“The rain will not stop until Friday.”")
    assert (quote.speaker_text, quote.speaker_mention, quote.rule) == (None, None, "no speaker")
    assert quote.confidence < 0.5


def test_a_quote_within_a_quote_does_not_come_back_alone(find: Find) -> None:
    """The outer quote holds the inner one."""
    assert said(find("“He told me, ‘Run,’ and I ran,” Ellen Stone said.")) == ["He told me, ‘Run,’ and I ran,"]


def test_a_text_without_marks_has_no_quotes(find: Find) -> None:
    """Reported speech is not direct speech."""
    assert find("Mayor Ellen Stone said the school would stay open.") == ()


def test_quotes_come_in_the_order_of_the_text(find: Find) -> None:
    """Turns of a conversation and marked quotes are sorted together."""
    quotes = find("Ellen Stone said: “Come in.”\n\nRAY: Ready?\n\nLEE: Yes.\n\nRAY: Good.\n\n“Bye,” Stone said.")
    assert said(quotes) == ["Come in.", "Ready?", "Yes.", "Good.", "Bye,"]


def test_most_quotes_of_the_seeds_have_the_right_speaker(seed_facts: dict[str, Facts]) -> None:
    """Every quote in the seeds is found, nothing else is, and nearly all name a speaker that the gold accepts."""
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    found = {(name, quote.text): (quote, facts) for name, facts in seed_facts.items() for quote in marked(facts)}
    wanted = {(row["file"][:3], row["text"].strip()): row["speakers"] for row in gold}
    right = [key for key, speakers in wanted.items() if key in found and _names(*found[key], speakers)]
    assert Counter(found.keys()) == Counter(wanted.keys())
    assert len(right) / len(wanted) >= 0.95


def marked(facts: Facts) -> list[Quote]:
    """The quotes of an article that stand between marks."""
    return [quote for quote in facts.quotes if quote.form != "indirect"]


def _names(quote: Quote, facts: Facts, accepted: list[str]) -> bool:
    """Whether the quote's speaker, by its name or as printed, ends as an accepted one does."""
    number = quote.speaker_mention
    told = (facts.mentions[number].text if number is not None else quote.speaker_text) or ""
    return any(name.split()[-1:] == told.split()[-1:] for name in accepted)
