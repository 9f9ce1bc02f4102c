"""Persons' names up to their own ends, where the model saw half of one: "Han Duck" and "-soo", "Kais" and "Saied"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.headline import is_headline, line_around
from morgue.extract.mentions.merge import merged, touching
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
INITIAL = re.compile(r"[A-Z]\. [A-Z]")  # "A. Roe", behind a given name
NAME_BEFORE = re.compile(r"\b([A-Z][a-z]+) $")
PARTICLE_BEFORE = re.compile(r"(?<![\w.])(?:De|Di|Del|Della|Van|Von|Van de|Van der|Von der|El|Al|Bin|Abu|Le|La|Du) $")
SMALL_PARTICLE_BEFORE = re.compile(r"(?<!\w)(?:de|de la|di|del|della|van|van de|van der|von|von der|bin|du|la|le) $")
ARABIC_AFTER = re.compile(r" (?:al|el|Al|El)-[A-Z][\w’-]*?(?=['’]s\b|[^\w’-]|$)")
PET_NAME = re.compile(r" \([A-Z][a-z]+\) ")  # "Jane Roe Janet (Jane) Roe": two names run together by a link
REACH = 30


def completed_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Persons' names with the name or syllable that the model left out on either side."""
    whole = [_completed(text, m, mentions) for m in mentions if m.kind == "person"]
    return merged(tuple(m for m in mentions if m.kind != "person"), whole)


def _completed(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    names = mention.text.split()
    arabic = ARABIC_AFTER.match(text, mention.end)
    if arabic and all(m.kind != "person" for m in touching(mentions, mention.end + 1, arabic.end())):
        return _reaching(text, mention, mention.start, arabic.end())
    if len(names) > MOST_NAMES or mention.text.isupper() or not mention.text[:1].isupper():
        return mention
    if is_headline(line_around(text, mention.start)):
        return mention
    start, end = _start(text, mention, mentions), _end(text, mention, mentions)
    if (start, end) == (mention.start, mention.end):
        return mention
    return _reaching(text, mention, start, end)


def _reaching(text: str, mention: Mention, start: int, end: int) -> Mention:
    return replace(mention, start=start, end=end, text=text[start:end], rule="completed", confidence=CONFIDENCE)


def _end(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> int:
    end = mention.end
    if SYLLABLES.fullmatch(mention.text) and (syllable := SYLLABLE_AFTER.match(text, end)):
        return syllable.end()
    found = NAME_AFTER.match(text, end)
    if not found or touching(mentions, end + 1, found.end()):
        return end
    if " " in mention.text and not _is_unfinished(text, mention, found):
        return end
    return found.end() if _can_be_name(text, found[0].split()[-1]) else end


def _is_unfinished(text: str, mention: Mention, behind: re.Match[str]) -> bool:
    """Whether the second of two names is no surname: "Carol Moseley" before "Braun", and no lone Moseley."""
    first, last = mention.text.split()
    if not is_given(first) or PET_NAME.match(text, behind.end()):
        return False
    return not re.search(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b(?!{re.escape(behind[0])})", text)


def _start(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> int:
    """Where the name begins with initials, or with a given name before a lone surname."""
    reach = max(0, mention.start - REACH)
    if " " not in mention.text and (particle := PARTICLE_BEFORE.search(text, reach, mention.start)):
        return mention.start if touching(mentions, particle.start(), mention.start - 1) else particle.start()
    found = INITIALS_BEFORE.search(text, reach, mention.start)
    initial = bool(INITIAL.match(mention.text))
    if not found and (" " not in mention.text or initial):
        found = NAME_BEFORE.search(text, reach, mention.start)
        found = found if found and (is_given(found[1]) or (initial and not is_title(found[1]))) else None
    return found.start() if found and not touching(mentions, found.start(), mention.start - 1) else mention.start


def with_particles(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Lone surnames with the particle that a full name of the document has: "quoted de Gaulle"."""
    full = [m.text for m in mentions if m.kind == "person" and " " in m.text]
    return merged(mentions, [_with_particle(text, m, full) for m in mentions if m.kind == "person"])


def _with_particle(text: str, mention: Mention, full: list[str]) -> Mention:
    particle = SMALL_PARTICLE_BEFORE.search(text, max(0, mention.start - REACH), mention.start)
    if " " in mention.text or not particle or not any(name.endswith(f" {particle[0]}{mention.text}") for name in full):
        return mention
    return _reaching(text, mention, particle.start(), mention.end)


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
    return frozenset(
        [
            *calendar["weekdays"],
            *calendar["months"],
            *gazetteer["body_nouns"],
            *gazetteer["generic"],
            *gazetteer["beside"],
        ]
    )
