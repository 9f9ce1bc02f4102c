"""Names that a sentence or page put side by side: "Roe. Imrie worked", "ambassador to Norway Jane Roe"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.trim import is_title
from morgue.extract.mentions.vote import surnames
from morgue.extract.vocabulary import words
from morgue.model import Mention

CONFIDENCE = 0.8
FULL_STOP = re.compile(r"(?<=[a-z]{4})\.\s?(?=[A-Z][a-z])|(?<=[A-Z]{3})\.(?=[A-Z][a-z]{2})")
SHORTENED = re.compile(
    r"(?:Assoc|Univ|Dept|Inst|Supt|Prof|Capt|Cmdr|Const|Super|Calif|Corp|Bros|Hosp|Natl|Intl|Mich|Wash)$"
)
NATION_AND_PERSON = re.compile(
    r"(?P<nation>[A-Z]\S*(?: [A-Z]\S*)*?) (?P<person>(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<surname>[A-Z][\w'’-]+))"
)
NO_SURNAMES = frozenset({"Corps", "Day", "First", "Inc", "Mall", "Post", "Stores", "Times"})
PERSON_OF = re.compile(r"(?P<person>[A-Z][\w’'-]+) (?:of|at|from|with) (?:the )?(?P<body>[A-Z].*)")
# A photograph's credit, and the next caption behind it: "Jane Roe/AFP Harbour Guild members march".
AGENCY = re.compile(r"(?:POLITICO|REUTERS|Reuters|AFP|AP|EPA|Getty) (?=[A-Z])(?!News|TV|Photo|Images|Poll|Style)")
CREDIT_BEFORE = re.compile(r"(?:[/|]\s?|\b(?:FOR|for) )$")
VIA = re.compile(r"Via (?=[A-Z])(?!Rail\b)")
OPENS_BEFORE = re.compile(r"(?:^|[\n(.!?:]\s?)$")
REACH = 10


def names_apart(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each name by itself, where the model took two for one that nothing but a full stop, or nothing at all, parts."""
    known = {m.text for m in mentions}
    family = surnames(mentions)
    return tuple(part for m in mentions for part in _parts(text, m, known, family))


def _parts(text: str, mention: Mention, known: set[str], family: frozenset[str]) -> Iterator[Mention]:
    if mention.kind == "work" or " " not in mention.text.replace(".", " "):
        yield mention
        return
    if stop := _full_stop(mention.text):
        yield from _around(text, mention, stop, known)
    elif parts := _nation_and_person(text, mention) or _person_of(text, mention, family):
        yield from parts
    else:
        yield _without_credit(text, mention)


def _full_stop(name: str) -> re.Match[str] | None:
    """Where a sentence ends within the name: no stop behind a word cut short."""
    for stop in FULL_STOP.finditer(name):
        head = name[: stop.start()]
        if not SHORTENED.search(head) and head.rsplit(" ")[-1] not in words("gazetteer", "states"):
            return stop
    return None


def _around(text: str, mention: Mention, stop: re.Match[str], known: set[str]) -> Iterator[Mention]:
    """The name before a full stop, and the one behind it if the document or the gazetteer knows it."""
    yield _span(text, mention, mention.start, mention.start + stop.start())
    behind = mention.text[stop.end() :]
    if behind in known or is_certain(behind):
        yield _span(text, mention, mention.start + stop.end(), mention.end)


def _nation_and_person(text: str, mention: Mention) -> tuple[Mention, ...]:
    """A nation and a person behind it: "ambassador to Norway Jane Roe"."""
    found = NATION_AND_PERSON.fullmatch(mention.text) if mention.kind != "person" else None
    if not found or not is_certain(found["nation"]) or not is_given(found["given"]):
        return ()
    last = found["surname"].rstrip(".")
    nouns = words("gazetteer", "body_nouns") | words("gazetteer", "place_nouns") | NO_SURNAMES
    if last in nouns or is_title(last):
        return ()
    person = _span(text, mention, mention.start + found.start("person"), mention.end)
    nation = _span(text, mention, mention.start, mention.start + found.end("nation"))
    return nation, replace(person, label="PERSON", kind="person")


def _person_of(text: str, mention: Mention, family: frozenset[str]) -> tuple[Mention, ...]:
    """Somebody's surname and the body that is theirs: "Roe of Verity Press"."""
    found = PERSON_OF.fullmatch(mention.text) if mention.kind == "organization" else None
    if not found or found["person"] not in family:
        return ()
    person = _span(text, mention, mention.start, mention.start + found.end("person"))
    body = _span(text, mention, mention.start + found.start("body"), mention.end)
    return replace(person, label="PERSON", kind="person"), body


def _without_credit(text: str, mention: Mention) -> Mention:
    """The name without the agency whose photograph stands before it, and without the "Via" of a source."""
    before = text[max(0, mention.start - REACH) : mention.start]
    agency = AGENCY.match(mention.text) if CREDIT_BEFORE.search(before) else None
    cut = agency or (VIA.match(mention.text) if OPENS_BEFORE.search(before) else None)
    return _span(text, mention, mention.start + cut.end(), mention.end) if cut else mention


def _span(text: str, mention: Mention, start: int, end: int) -> Mention:
    return replace(mention, start=start, end=end, text=text[start:end], rule="side by side", confidence=CONFIDENCE)
