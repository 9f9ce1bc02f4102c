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
        named = _apposed(reading, token, start)
    if named is None and reading.text[start:end].split()[0].casefold() in DEFINITE:
        return Speaker(text, resolve_description(reading, token, last_speaker), 0.85)
    return Speaker(text, named)


def _apposed(reading: Reading, noun: Token, start: int) -> int | None:
    """The person named beside a noun: "its governor, Mika Salo," and "Mika Salo, the governor," with `start` at "the"."""
    beside = [c for c in noun.children if c.dep_ == "appos"]
    if reading.text[noun.idx + len(noun) : noun.idx + len(noun) + 2] == ", " and noun.i + 2 < len(reading.doc):
        beside.append(reading.doc[noun.i + 2])
    if reading.text[:start].endswith(", "):
        beside.append(reading.doc[reading.token_range(start, start + 1).start - 2])
    numbers = (reading.mention_of(token) for token in beside if not reading.is_quoted(token))
    return next((n for n in numbers if n is not None and reading.mentions[n].kind == "person"), None)
