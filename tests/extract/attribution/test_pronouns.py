"""Pronouns: whom "he", "she" and "it" stand for, by nearness, gender and kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from morgue.extract import Extractor
from morgue.extract.attribution.pronouns import gender_of
from morgue.extract.quotes.frames import Reading
from morgue.extract.quotes.marks import find_stretches
from morgue.model import Article, Mention

Speaker = Callable[[str], str | None]


@pytest.fixture(scope="module")
def speaker(extractor: Extractor, article_of: Callable[[str], Article]) -> Speaker:
    """Find the name to which the last quote's speaker resolves."""

    def find(text: str) -> str | None:
        facts = extractor.facts(article_of(text))
        number = facts.quotes[-1].speaker_mention
        return None if number is None else facts.mentions[number].text

    return find


def test_gender_tells_two_people_apart(speaker: Speaker) -> None:
    """Of a man and a woman who are both near, "she" is the woman and "he" the man."""
    assert speaker("Paul Hart met Ellen Stone on Monday. “It went well,” she said.") == "Ellen Stone"
    assert speaker("Paul Hart met Ellen Stone on Monday. “It went well,” he said.") == "Paul Hart"


def test_of_two_women_the_subject_of_the_last_sentence_speaks(speaker: Speaker) -> None:
    """Nearness and being the subject decide where gender does not."""
    text = (
        "Minister Anna Petrova met the mother, Irina Sokol. Sokol wept as she left. “I asked for an apology,” she said."
    )
    assert speaker(text) == "Sokol"


def test_who_spoke_last_goes_on_speaking(speaker: Speaker) -> None:
    """A person mentioned in passing does not take over from the speaker."""
    text = "“I wrote to Paul Hart,” Mark Dunn said on Friday.\n\n“Nothing came back,” he added."
    assert speaker(text) == "Mark Dunn"


def test_names_inside_quotes_are_passed_over(speaker: Speaker) -> None:
    """Somebody named in the quote itself is spoken of."""
    assert speaker("Mark Dunn came late. “I had to wait for Peter Vogel at the station,” he said.") == "Mark Dunn"


def test_it_is_no_person(speaker: Speaker) -> None:
    """The pronoun for things stands for a body or a country."""
    text = "The European Commission heard Mark Dunn on Friday. It said the plan was “far from ready to be signed.”"
    assert str(speaker(text)).endswith("European Commission")


def test_a_pronoun_without_anybody_before_it_stays_unknown(speaker: Speaker) -> None:
    """No name is made up."""
    assert speaker("“The road was wet and the lights were out,” she said.") is None


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mrs. Duval spoke.", "Duval", "female"),
        ("Vladimir Orlov spoke.", "Vladimir Orlov", "male"),
        ("Zq Duval spoke.", "Zq Duval", "unknown"),
    ],
)
def test_titles_and_given_names_tell_gender(text: str, name: str, gender: str) -> None:
    """Where neither tells, the gender is unknown."""
    start = text.index(name)
    mention = Mention(start, start + len(name), name, "PERSON", "person", "model", 0.9)
    assert gender_of(_reading(text, mention), mention) == gender


def test_a_surname_has_the_gender_of_its_full_name() -> None:
    """A bare Stone is female where the text names Ellen Stone."""
    text = "Ellen Stone came. Stone left."
    full = Mention(0, 11, "Ellen Stone", "PERSON", "person", "model", 0.9)
    short = Mention(18, 23, "Stone", "PERSON", "person", "model", 0.9)
    assert gender_of(_reading(text, full, short), short) == "female"


def _reading(text: str, *mentions: Mention) -> Reading:
    return Reading(spacy.blank("en")(text), (), find_stretches(text, ()), mentions)


def test_who_was_reported_last_goes_on_speaking(speaker: Speaker) -> None:
    """A pronoun behind reported speech means its speaker, as it would behind a quotation."""
    text = "Paul Hart praised the town. The road is closed, Mark Lane said on Monday. “It is icy,” he added."
    assert speaker(text) == "Mark Lane"


def test_a_pronoun_behind_an_unnamed_speaker_is_nobody_we_know(speaker: Speaker) -> None:
    """Who was not named is not guessed at, though somebody else was named before."""
    text = "Mark Lane closed the road. A neighbor said it was icy. “It is always like that,” he added."
    assert speaker(text) is None
