"""The vocabulary of speech: which words say that somebody speaks, and which nouns can. Its words are in speech.yml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from morgue.extract.vocabulary import vocabulary

VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Speech:
    """Word lists, lower case, every form of a word listed. `say` introduces whole sentences, `verbs` fragments too."""

    say: frozenset[str]
    verbs: frozenset[str]
    with_it: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    documents: frozenset[str]
    described_bodies: frozenset[str]
    named_bodies: frozenset[str]
    voices: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    plural: frozenset[str]
    thing: frozenset[str]
    pronouns: frozenset[str]
    abbreviations: frozenset[str]
    not_speakers: frozenset[str]
    labels: frozenset[str]
    title_words: frozenset[str]
    scare_words: frozenset[str]
    small_words: frozenset[str]

    def can_speak(self, noun: str) -> bool:
        """True for a common noun of a person, a body of people or a document, also as the end of a compound."""
        tail = noun.rsplit("-", 1)[-1]
        return any(noun in nouns or tail in nouns for nouns in (self.people, self.bodies, self.documents))


@cache
def speech() -> Speech:
    """The vocabulary, read once."""
    words = vocabulary("speech")
    pronouns = {gender: frozenset(forms) for gender, forms in words["pronouns"].items()}
    say = verb_forms(words["say"]) | frozenset(words["with_it"])
    return Speech(
        say=say,
        verbs=say | verb_forms(words["judge"]),
        with_it=frozenset(words["with_it"]),
        people=noun_forms(words["person_nouns"]),
        bodies=noun_forms(words["body_nouns"]),
        documents=noun_forms(words["document_nouns"]),
        described_bodies=frozenset(words["descriptions_of_bodies"].split()),
        named_bodies=frozenset(words["bodies_named_by_kind"].split()),
        voices=noun_forms(words["voices_of_bodies"]),
        male=pronouns["male"] | frozenset(words["titles"]["male"]) | frozenset(words["male_nouns"].split()),
        female=pronouns["female"] | frozenset(words["titles"]["female"]) | frozenset(words["female_nouns"].split()),
        plural=pronouns["plural"],
        thing=pronouns["thing"],
        pronouns=frozenset().union(*pronouns.values()),
        abbreviations=frozenset(words["abbreviations"].split()),
        not_speakers=frozenset(words["not_speakers"]),
        labels=frozenset(words["labels_of_no_speaker"]),
        title_words=noun_forms(words["title_words"]),
        scare_words=frozenset(words["scare_words"]),
        small_words=frozenset(words["small_words"]),
    )


@cache
def given_names() -> dict[str, str]:
    """Given name, lower case → "male" or "female"."""
    return {name: gender for gender, names in vocabulary("given_names").items() for name in names.split()}


def verb_forms(group: dict[str, Any]) -> frozenset[str]:
    """All forms of a group of verbs: `irregular` ones as printed, `regular` ones made from their base form."""
    irregular = (form for line in group["irregular"] for form in line.split())
    return frozenset(irregular) | frozenset(form for verb in group["regular"].split() for form in inflected(verb))


def noun_forms(nouns: str) -> frozenset[str]:
    """Nouns with their plurals."""
    return frozenset(form for noun in nouns.split() for form in (noun, plural(noun)))


def inflected(verb: str) -> Iterable[str]:
    """The forms of a regular verb that doubles no consonant: reply, replies, replied, replying."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    return verb, plural(verb), f"{stem}ed", f"{stem}ing"


def plural(noun: str) -> str:
    """The regular plural: agency, agencies; boss, bosses; and so too the verb's third person."""
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return f"{noun[:-1]}ies"
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
