"""Where something was said: an interview, a news conference, a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from morgue.link.discrepancies.sides import Found, Laid, Side, Span
from morgue.link.vocabulary import table

_WORD = r"[\w’'-]+"
_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]['\"”’]*(?=\s)|(?=\n)|$)")


CONFIDENCE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Venue:
    """An occasion as printed, its line in the vocabulary, and the sentence that it stands in."""

    span: tuple[int, int]
    occasion: int
    sentence: tuple[int, int]


def other_venues(laid: Laid) -> Iterator[Found]:
    """Where the version has somebody speak on an occasion that the source doesn't know, and the other way round."""
    mine, others = venues(laid.here.text), venues(laid.there.text)
    if not others or {venue.occasion for venue in mine} & {venue.occasion for venue in others}:
        return
    for venue in mine:
        speakers = _named(laid.here, venue.sentence)
        met = [other for other in others if speakers & _named(laid.there, other.sentence)]
        if met:
            yield Found("venue", venue.span, met[0].span, CONFIDENCE)


def _named(side: Side, sentence: Span) -> set[str]:
    """The persons whom a sentence names, and those who speak in it."""
    people = side.of_kind("person")
    spans = ((uid, side.span(place)) for uid, places in people.items() for place in places)
    said = {quote.speaker_mention for quote in side.clipping.facts.quotes if sentence[0] <= quote.start < sentence[1]}
    quoted = (uid for uid, places in people.items() if said.intersection(places))
    return set(chain(quoted, (uid for uid, (start, end) in spans if sentence[0] <= start and end <= sentence[1])))


def venues(text: str) -> list[Venue]:
    """The occasions that a text names, in order."""
    return list(_venues(text))


def _venues(text: str) -> Iterator[Venue]:
    for sentence in _SENTENCE.finditer(text):
        for occasion, pattern in enumerate(_patterns()):
            for match in pattern.finditer(text, *sentence.span()):
                yield Venue(match.span(), occasion, sentence.span())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """“a hurried news conference”, “an interview with CNN”: article, up to two words, the occasion, with whom."""
    nouns = ["|".join(re.escape(noun) for noun in line) for line in table("contradictions")["venues"]]
    return tuple(re.compile(rf"\ban? (?:{_WORD} ){{0,2}}?(?:{each})\b(?: with {_NAME})?") for each in nouns)
