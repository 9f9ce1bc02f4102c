"""Pronouns and descriptions ("he", "the president", "the operator") → the name that they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from morgue.extract.attribution.speech import given_names, speech
from morgue.extract.attribution.subjects import is_cue
from morgue.extract.quotes.frames import Frame, Gender, Reading
from morgue.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
PERSONS = ("person",)
BODIES = ("organization", "place")
SENTENCES_BACK = 12
SUBJECT_BONUS, LAST_SPEAKER_BONUS, FIRST_BONUS = 1.2, 1.5, 0.3
KNOWN_GENDER_BONUS, SPEAKER_BONUS, BODY_BONUS = 0.5, 1.0, 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention that a pronoun may stand for, and how likely it does."""

    mention: int
    score: float


def resolve_pronoun(reading: Reading, token: Token, last_speaker: int | None) -> int | None:
    """The mention that a pronoun stands for; None for "I" and "you", and where nobody fits.

    Args:
        reading: The text.
        token: The pronoun, outside quotes.
        last_speaker: The mention that said the quote before, if known: people who speak go on speaking.
    """
    words, word = speech(), token.lower_
    if word in words.male:
        return _best(reading, token, PERSONS, "male", last_speaker)
    if word in words.female:
        return _best(reading, token, PERSONS, "female", last_speaker)
    if word in words.thing:
        return _best(reading, token, BODIES, "unknown", last_speaker)
    if word in words.plural:
        return _best(reading, token, ("organization", "group", "place", "person"), "unknown", last_speaker)
    return None


def resolve_description(reading: Reading, token: Token, last_speaker: int | None) -> int | None:
    """The mention that "the president" or "the 24-year-old" stands for: named with that word, or of that kind."""
    words, noun = speech(), token.lower_
    titled = _titled(reading, token)
    if titled is not None:
        return titled
    if noun in words.described_bodies:
        named = _named_with(reading, token)
        if named is not None or noun in words.named_bodies:
            return named
        return _best(reading, token, ("organization",), "unknown", last_speaker)
    gender: Gender = "male" if noun in words.male else "female" if noun in words.female else "unknown"
    if gender != "unknown" or noun.endswith("-old") or noun == "old":
        return _best(reading, token, PERSONS, gender, last_speaker)
    return None


def _named_with(reading: Reading, noun: Token) -> int | None:
    """The last body before a noun that has it in its name: "the ministry" is no bank, whatever was named last."""
    bodies = (n for n in reversed(_before(reading, noun)) if reading.mentions[n].kind == "organization")
    return next((n for n in bodies if noun.lower_ in reading.mentions[n].text.casefold().split()), None)


def gender_of(reading: Reading, mention: Mention) -> Gender:
    """Told by the title before the name, or by the given name that somebody of this surname has in the text."""
    surname = mention.text.split()[-1]
    if surname not in reading.genders:
        words = speech()
        clues = (clue for other in reading.namesakes(surname) for clue in _clues(reading, other))
        told = (_gender_of_word(clue, words.male, words.female) for clue in clues)
        reading.genders[surname] = next((gender for gender in told if gender != "unknown"), "unknown")
    return reading.genders[surname]


def _clues(reading: Reading, mention: Mention) -> list[str]:
    """The word before a name and the name's words but the last, lower case."""
    before = reading.text[max(0, mention.start - 12) : mention.start].split()
    return [word.rstrip(".").casefold() for word in (*before[-1:], *mention.text.split()[:-1])]


def _gender_of_word(word: str, male: frozenset[str], female: frozenset[str]) -> Gender:
    if word in male or given_names().get(word) == "male":
        return "male"
    return "female" if word in female or given_names().get(word) == "female" else "unknown"


def _best(reading: Reading, token: Token, kinds: Sequence[str], gender: Gender, last_speaker: int | None) -> int | None:
    here = reading.frame_at(token.idx)
    surname = _surname(reading, last_speaker)
    scored = [
        Candidate(n, _score(reading, reading.mentions[n], here, gender) + _bonus(reading, n, surname))
        for n in _before(reading, token)
        if reading.mentions[n].kind in kinds and _fits(reading, reading.mentions[n], gender)
    ]
    best = max(scored, key=lambda c: (c.score, c.mention), default=None)
    return best.mention if best else None


def _surname(reading: Reading, number: int | None) -> str | None:
    return reading.mentions[number].text.split()[-1] if number is not None else None


def _bonus(reading: Reading, number: int, surname: str | None) -> float:
    return LAST_SPEAKER_BONUS if surname and reading.mentions[number].text.split()[-1] == surname else 0.0


def _before(reading: Reading, token: Token) -> list[int]:
    """Numbers of the mentions before a token, outside quotes, not too far back."""
    here = reading.frame_at(token.idx).number
    start = reading.frames[max(0, here - SENTENCES_BACK)].start
    return [
        n
        for n, m in enumerate(reading.mentions)
        if start <= m.start < token.idx and not reading.is_quoted(_head(reading, m))
    ]


def _fits(reading: Reading, mention: Mention, gender: Gender) -> bool:
    return gender == "unknown" or gender_of(reading, mention) in (gender, "unknown")


def _score(reading: Reading, mention: Mention, here: Frame, gender: Gender) -> float:
    """Nearer is better, subjects are better, and so are names whose gender is known to fit."""
    frame = reading.frame_at(mention.start)
    score = -0.7 * (here.number - frame.number)
    if _head(reading, mention).dep_ in SUBJECTS:
        score += SUBJECT_BONUS
        score += SPEAKER_BONUS if is_cue(_head(reading, mention).head) else 0.0
    if frame.tokens and reading.doc[frame.tokens[0]].idx == mention.start:
        score += FIRST_BONUS
    if gender != "unknown" and gender_of(reading, mention) == gender:
        score += KNOWN_GENDER_BONUS
    if mention.kind == "organization":
        score += BODY_BONUS
    return score


def _head(reading: Reading, mention: Mention) -> Token:
    """The token of a mention that governs its others."""
    span = reading.token_range(mention.start, mention.end)
    inside = [reading.doc[i] for i in span]
    return next((t for t in inside if t.head.i not in span), inside[-1])


def _titled(reading: Reading, token: Token) -> int | None:
    """The last person before the token who was named with this noun: "President Cyril Mbeki", "Ferrer, the chief"."""
    noun = token.lower_
    for number in reversed(_before(reading, token)):
        mention = reading.mentions[number]
        if mention.kind != "person":
            continue
        around = reading.text[max(0, mention.start - 60) : mention.start].split()[-4:]
        around += (
            reading.text[mention.end : mention.end + 60].split()[:8]
            if reading.text[mention.end : mention.end + 1] == ","
            else []
        )
        if noun in (word.strip(",.").casefold() for word in around):
            return number
    return None
