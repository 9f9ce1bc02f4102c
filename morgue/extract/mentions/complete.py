"""Persons' names up to their own ends, where the model saw half of one: "Han Duck" and "-soo", "Kais" and "Saied"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.headline import is_headline, line_around
from morgue.extract.mentions.merge import touching
from morgue.extract.mentions.trim import is_title
from morgue.extract.vocabulary import vocabulary, words
from morgue.model import Mention

CONFIDENCE = 0.8
MOST_NAMES = 2  # a longer name is seldom half of one
SYLLABLES = re.compile(r"[A-Z][a-z]{1,4} [A-Z][a-z]{1,4}")
SYLLABLE_AFTER = re.compile(r"-[a-z]{1,5}\b(?!-)")
# One more name, that what is printed behind it does not make a headline or another name.
NAME_AFTER = re.compile(
    r" (?:(?:al|el|bin|ibn|bint|ben|de|da|dos|del|di|van|von|der|la|le|ter)[ -]){0,2}"
    r"(?:[A-Z]|O['’])[a-z]+(?:[-'’][A-Z]?[a-z]+)*(?=['’]s\b|[,.;!?)”\"]|\s+[a-z(])(?![.]\w)"
)
INITIALS_BEFORE = re.compile(r"(?<=[a-z,.] )(?:[A-Z]\. ?(?:[A-Z]\. ?)?|[A-Z] [A-Z] )$")
NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+) $")
PARTICLE_BEFORE = re.compile(r"(?<![\w.])(?:De|Di|Del|Della|Van|Von|Van de|Van der|Von der|El|Al|Bin|Abu|Le|La|Du) $")
REACH = 30


def completed_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Persons' names with the name or syllable that the model left out on either side."""
    return tuple(_completed(text, m, mentions) if m.kind == "person" else m for m in mentions)


def _completed(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    names = mention.text.split()
    if len(names) > MOST_NAMES or mention.text.isupper() or not mention.text[:1].isupper():
        return mention
    if is_headline(line_around(text, mention.start)):
        return mention
    start, end = _start(text, mention, mentions), _end(text, mention, mentions)
    if (start, end) == (mention.start, mention.end):
        return mention
    return replace(mention, start=start, end=end, text=text[start:end], rule="completed", confidence=CONFIDENCE)


def _end(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> int:
    end = mention.end
    if SYLLABLES.fullmatch(mention.text) and (syllable := SYLLABLE_AFTER.match(text, end)):
        return syllable.end()
    found = NAME_AFTER.match(text, end)
    if not found or " " in mention.text or touching(mentions, end + 1, found.end()):
        return end
    return found.end() if _can_be_name(text, found[0].split()[-1]) else end


def _start(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> int:
    """Where the name begins with initials, or with a given name before a lone surname."""
    reach = max(0, mention.start - REACH)
    if " " not in mention.text and (particle := PARTICLE_BEFORE.search(text, reach, mention.start)):
        return mention.start if touching(mentions, particle.start(), mention.start - 1) else particle.start()
    found = INITIALS_BEFORE.search(text, reach, mention.start)
    if not found and " " not in mention.text:
        found = NAME_BEFORE.search(text, reach, mention.start)
        found = found if found and is_given(found[1]) else None
    return found.start() if found and not touching(mentions, found.start(), mention.start - 1) else mention.start


def _can_be_name(text: str, word: str) -> bool:
    """Whether a capitalised word beside a name can be one: no title, day, country, or noun of the same text."""
    if (
        is_title(word.rstrip("."))
        or is_certain(word)
        or word in _no_names()
        or word.casefold() in words("titles", "before")
    ):
        return False
    return not re.search(rf"\b{re.escape(word.lower())}\b", text)


@cache
def _no_names() -> frozenset[str]:
    calendar, gazetteer = vocabulary("calendar"), vocabulary("gazetteer")
    return frozenset([*calendar["weekdays"], *calendar["months"], *gazetteer["body_nouns"], *gazetteer["generic"]])
