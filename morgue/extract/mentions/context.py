"""What the words beside a name say about it: a title or an age makes a person, initials in brackets a body."""

from __future__ import annotations

import re
from dataclasses import replace

from morgue.extract.mentions.merge import merged
from morgue.extract.mentions.trim import is_title
from morgue.extract.mentions.vote import surnames
from morgue.model import Mention

TITLE_BEFORE = re.compile(r"\b([A-Z][a-z]+)\.?\s$")
TITLE_WITHIN = re.compile(r"(?:M(?:r|rs|s|x)|Dr|Sens?|Reps?|Govs?|Prof|Gen|Sgt|Capt)\.?\s(?=[A-Z][a-z])")
AGE_AFTER = re.compile(r", (?:aged )?[1-9]\d,")
PARTY_AFTER = re.compile(r"[,\s]\s?\(?[RDI][-–](?:[A-Z][a-z.]|[A-Z]{2}\b)|\s\([RD]\)")
MOST_NAMES = 3  # longer ones are mostly titles of works and bodies
PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear)\s$")
PLACE_OF = re.compile(
    r"\b(?:capital|city|town|village|hamlet|suburb|district|province|region|county|state|port|island|settlement) of\s$"
)
PLACE_AFTER = re.compile(
    r"\s(?:region|province|prefecture|district|county|municipality|village|peninsula|valley|neighbou?rhood|suburb)\b"
)
INITIALS_AFTER = re.compile(r"\s\(([A-Z][A-Za-z]{0,2}[A-Z]{1,4})\)")
REACH = 20  # characters before a name in which a title or the kind of a place stands


def titled_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Persons for what the model took for something else: "Mr. Roe", "President Roe", "Roe, 45,", "Roe (R-Ohio)"."""
    return tuple(_person(text, m) if m.kind in {"organization", "place", "work", "other"} else m for m in mentions)


def _person(text: str, mention: Mention) -> Mention:
    within = TITLE_WITHIN.match(mention.text)
    if not within and not _is_person(text, mention):
        return mention
    start = mention.start + (within.end() if within else 0)
    name = text[start : mention.end]
    return replace(mention, start=start, text=name, kind="person", rule="title, age or party", confidence=0.9)


def told_places(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Places for persons and bodies that the words around them tell to be such: "town of Verity", "Verity region".

    A bare name behind "in" may still be a person whom the document knows by that surname.
    """
    known = surnames(mentions)
    return tuple(
        replace(m, kind="place", rule="place", confidence=0.7) if _is_place(text, m, known) else m for m in mentions
    )


def _is_place(text: str, mention: Mention, known: frozenset[str]) -> bool:
    if mention.kind not in {"person", "organization"} or mention.text in known or mention.rule == "gazetteer":
        return False
    before = text[max(0, mention.start - REACH) : mention.start]
    if PLACE_OF.search(before):
        return True
    bare = mention.kind == "person" and " " not in mention.text
    return bare and bool(PLACE_BEFORE.search(before) or PLACE_AFTER.match(text, mention.end))


def initials(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The initials in brackets behind a body's full name are that body, there and in the rest of the document."""
    known = {found[1] for m in mentions if m.kind == "organization" and (found := _initials(text, m))}
    if not known:
        return mentions
    pattern = re.compile(rf"(?<![\w&.-])(?:{'|'.join(sorted(known))})(?![\w&]|\.\w)")
    hits = (Mention(h.start(), h.end(), h[0], "ORG", "organization", "initials", 0.9) for h in pattern.finditer(text))
    return merged(mentions, hits)


def _is_person(text: str, mention: Mention) -> bool:
    if mention.rule == "gazetteer" or len(mention.text.split()) > MOST_NAMES or not mention.text[1:2].islower():
        return False
    before = TITLE_BEFORE.search(text[max(0, mention.start - REACH) : mention.start])
    titled = bool(before and is_title(before[1]))
    return titled or any(pattern.match(text, mention.end) for pattern in (AGE_AFTER, PARTY_AFTER))


def _initials(text: str, mention: Mention) -> re.Match[str] | None:
    """The match if the bracketed letters begin the words of the name, in order."""
    found = INITIALS_AFTER.match(text, mention.end)
    if not found:
        return None
    heads = iter("".join(word[0] for word in re.findall(r"\w+", mention.text)).casefold())
    return found if all(letter in heads for letter in found[1].casefold()) else None
