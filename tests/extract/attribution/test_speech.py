"""The vocabulary of speech: forms are made from base forms."""

from __future__ import annotations

import pytest

from morgue.extract.attribution.speech import given_names, inflected, plural, speech

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("add", ("add", "adds", "added", "adding")),
        ("argue", ("argue", "argues", "argued", "arguing")),
        ("reply", ("reply", "replies", "replied", "replying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
    ],
)
def test_a_regular_verb_is_known_in_all_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    """The base form in the data stands for the others."""
    assert tuple(inflected(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "many"), [("agency", "agencies"), ("boss", "bosses"), ("spokesman", "spokesmen"), ("aide", "aides")]
)
def test_a_noun_is_known_in_its_plural(noun: str, many: str) -> None:
    """Whoever can speak alone can speak in numbers."""
    assert plural(noun) == many


def test_compounds_speak_by_their_last_part() -> None:
    """A co-author is an author; a table is nobody."""
    assert speech().can_speak("co-author")
    assert not speech().can_speak("table")


def test_no_given_name_has_two_genders() -> None:
    """A name in both lists would tell the gender of whoever bears it by the order of a file."""
    names = given_names()
    assert len(names) > 800
    assert {names["ann"], names["vladimir"]} == {"female", "male"}
    assert all(name == name.lower() for name in names)


def test_every_word_of_the_vocabulary_is_a_word() -> None:
    """YAML takes a bare `on` or `no` for a truth value; such words must stand in quotes in the data."""
    words = speech()
    lists = (words.small_words, words.labels, words.scare_words, words.not_speakers, words.with_it, words.pronouns)
    assert all(isinstance(word, str) for listed in lists for word in listed)
