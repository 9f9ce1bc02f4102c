"""A speaker's words in the text → the speaker as printed, and the name that they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from morgue.extract.attribution.pronouns import resolve_description, resolve_pronoun
from morgue.extract.attribution.speech import speech
from morgue.extract.attribution.subjects import NAME_PARTS, phrase_of
from morgue.extract.quotes.frames import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

BODIES = ("organization", "place", "group")
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
INDEFINITE = frozenset({"a", "an", "another", "one"})
LONGEST_LIST = 10


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
    if named is None and token.lower_ in speech().people:
        named = _between_commas(reading, end)
    if named is None and token.lower_ in speech().voices:
        named = _body_spoken_for(reading, start, end)
    if named is None and reading.text[start:end].split()[0].casefold() in DEFINITE:
        return Speaker(text, resolve_description(reading, token, last_speaker), 0.85)
    return Speaker(text, named)


def is_unnamed(speaker: Speaker, head: Token) -> bool:
    """True for one person whom the text does not name: "a neighbor", "another witness"."""
    indefinite = speaker.text.split()[0].casefold() in INDEFINITE
    return speaker.mention is None and indefinite and head.tag_ == "NN" and head.lower_ in speech().people


def goes_on_unnamed(reading: Reading, unnamed: Token, pronoun: Token) -> bool:
    """True if "he" or "she" means the nameless speaker before: nobody is named between the two."""
    words, noun = speech(), unnamed.lower_
    if pronoun.lower_ not in ("he", "she") or noun in (words.female if pronoun.lower_ == "he" else words.male):
        return False
    named = (reading.mention_of(reading.doc[i]) for i in range(unnamed.i, pronoun.i))
    return not any(n is not None and reading.mentions[n].kind == "person" for n in named)


def _apposed(reading: Reading, noun: Token, start: int) -> int | None:
    """The person named beside a noun: "its governor, Mika Salo," or before it, where its phrase starts at `start`."""
    beside = [c for c in noun.children if c.dep_ == "appos"]
    beside += _until_name(reading, noun)
    if reading.text[:start].endswith(", "):
        beside.append(reading.doc[reading.token_range(start, start + 1).start - 2])
    numbers = (reading.mention_of(token) for token in beside if not reading.is_quoted(token))
    return next((n for n in numbers if n is not None and reading.mentions[n].kind == "person"), None)


def _between_commas(reading: Reading, end: int) -> int | None:
    """The person named between commas behind a phrase: "The head of the Council, Nikolai Patrushev, rejected"."""
    if reading.text[end : end + 2] != ", ":
        return None
    first = reading.token_range(end + 2, end + 3)
    number = reading.mention_of(reading.doc[first[0]]) if first else None
    if number is None or reading.mentions[number].kind != "person":
        return None
    return number if reading.text[reading.mentions[number].end :][:1] == "," else None


def _body_spoken_for(reading: Reading, start: int, end: int) -> int | None:
    """The body that an unnamed voice speaks for: "a spokesman for the Finance Ministry"."""
    inside = (reading.mention_of(reading.doc[i]) for i in reading.token_range(start, end))
    return next((n for n in inside if n is not None and reading.mentions[n].kind in BODIES), None)


def _until_name(reading: Reading, noun: Token) -> list[Token]:
    """The name at the end of a list of titles: "the geologist, broadcaster and candidate Frances Achebe"."""
    for token in reading.doc[noun.i + 1 : noun.i + LONGEST_LIST]:
        if reading.mention_of(token) is not None:
            return [token] if token.nbor(-1).tag_ != "CC" else []
        if token.tag_ not in NAME_PARTS and token.tag_ not in (",", "CC"):
            break
    return []
