"""What the words beside a name say about it: a title or an age makes a person, initials in brackets a body."""

from __future__ import annotations

import re
from dataclasses import replace

from morgue.extract.mentions.merge import merged
from morgue.extract.mentions.trim import is_title
from morgue.extract.mentions.vote import surnames
from morgue.model import Mention

TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.?\s$")
AGE_AFTER = re.compile(r", (?:aged )?[1-9]\d,")
MOST_NAMES = 3  # longer ones are mostly titles of works and bodies
PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear)\s$")
INITIALS_AFTER = re.compile(r"\s\(([A-Z][A-Za-z]{0,2}[A-Z]{1,4})\)")


def titled_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Persons for what the model took for something else: "Mr. Roe", "President Roe", "Jane Roe, 45,"."""
    return tuple(
        replace(m, kind="person", rule="title or age", confidence=0.9) if _is_person(text, m) else m for m in mentions
    )


def places_after_in(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A bare name behind "in" or "near" is a place, unless the document knows a person of that surname."""
    known = surnames(mentions)
    return tuple(
        replace(m, kind="place", rule="place", confidence=0.7)
        if m.kind == "person"
        and " " not in m.text
        and m.text not in known
        and PLACE_BEFORE.search(text[max(0, m.start - 6) : m.start])
        else m
        for m in mentions
    )


def initials(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The initials in brackets behind a body's full name are that body, there and in the rest of the document."""
    known = {found[1] for m in mentions if m.kind == "organization" and (found := _initials(text, m))}
    if not known:
        return mentions
    pattern = re.compile(rf"(?<![\w&.-])(?:{'|'.join(sorted(known))})(?![\w&]|\.\w)")
    hits = (Mention(h.start(), h.end(), h[0], "ORG", "organization", "initials", 0.9) for h in pattern.finditer(text))
    return merged(mentions, hits)


def _is_person(text: str, mention: Mention) -> bool:
    if mention.kind not in {"organization", "place", "work", "other"} or mention.rule == "gazetteer":
        return False
    before = TITLE_BEFORE.search(text[max(0, mention.start - 20) : mention.start])
    plain = len(mention.text.split()) <= MOST_NAMES and mention.text[1:2].islower()
    return plain and (bool(before and is_title(before[1])) or bool(AGE_AFTER.match(text, mention.end)))


def _initials(text: str, mention: Mention) -> re.Match[str] | None:
    """The match if the bracketed letters begin the words of the name, in order."""
    found = INITIALS_AFTER.match(text, mention.end)
    if not found:
        return None
    heads = iter("".join(word[0] for word in re.findall(r"\w+", mention.text)).casefold())
    return found if all(letter in heads for letter in found[1].casefold()) else None
