"""A speaker's words in the text → the speaker as printed, and the name that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from morgue.extract.attribution_subjects import phrase_of
from morgue.extract.pronouns import resolve_description, resolve_pronoun
from morgue.extract.quote_frames import Reading
from morgue.extract.speech import speech

if TYPE_CHECKING:
    from spacy.tokens import Token

DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `text` as printed beside the quote, `mention` the number of the name that it means, if known."""

    text: str
    mention: int | None
    certainty: float = 1.0


def resolve(reading: Reading, token: Token, last_speaker: int | None) -> Speaker:
    """The speaker whose head word is `token`.

    Args:
        reading: The text.
        token: The head of the speaker's noun phrase, or a pronoun.
        last_speaker: The mention that said the quote before.
    """
    start, end = phrase_of(reading, token)
    text = reading.text[start:end]
    if token.lower_ in speech().pronouns:
        return Speaker(text, resolve_pronoun(reading, token, last_speaker), 0.85)
    named = reading.mention_of(token)
    if named is None:
        named = _apposed(reading, token)
    if named is None and reading.text[start:end].split()[0].casefold() in DEFINITE:
        return Speaker(text, resolve_description(reading, token, last_speaker), 0.85)
    return Speaker(text, named)


def _apposed(reading: Reading, noun: Token) -> int | None:
    """The person named beside a noun: "its governor, Mika Salo," or "the geologist Frances Achebe"."""
    names = [c for c in noun.children if c.dep_ == "appos" and reading.mention_of(c) is not None]
    for name in names:
        number = reading.mention_of(name)
        if number is not None and reading.mentions[number].kind == "person":
            return number
    return None
