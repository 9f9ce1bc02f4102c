"""Where something was said: an interview, a news conference, a speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from morgue.link.vocabulary import table

_WORD = r"[\w’'-]+"
_NAME = r"[A-Z][\w’-]*(?: [A-Z][\w’-]*)*"
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]['\"”’]*(?=\s)|(?=\n)|$)")


@dataclass(frozen=True, slots=True)
class Venue:
    """An occasion as printed, its line in the vocabulary, and the sentence that it stands in."""

    span: tuple[int, int]
    occasion: int
    sentence: tuple[int, int]


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
