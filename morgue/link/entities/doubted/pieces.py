"""Two names that a sentence put side by side, and pieces of one: “Oslo NATO”, “Institute for Cuban”, “Roe on TV”."""

from __future__ import annotations

import re
from typing import Final

from morgue.link.entities.doubted.form import KNOWN, RARE, Form
from morgue.link.entities.doubted.signs import is_noun
from morgue.link.entities.known import known
from morgue.link.entities.names import fold, fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.vocabulary import words

_AND = re.compile(r",? (?:and|&) (?:the )?")
_DATE = re.compile(
    r"(?!Sept?(?:ember)?\.? 11|Jan(?:uary)?\.? 6|July 4)"
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?"
)
_TOLD = re.compile(r"(\w+) (?:on|in|as) (?!the )[A-Z]")
_YEAR = re.compile(r"(.+) of (?:1[6-9]|20)\d\d")
_TWO = re.compile(r"([A-Z]\w+)[-–]([A-Z]\w+)")
_LETTERS = re.compile(r"(?!PAC|CEO|USA|TV|II|III|IV|JR|SR|MD|UK)[A-Z]{2,4}")
_PARTISANS = re.compile(
    r".*(?<!Cabin)(?<!College)(?<!Dixie)(?<!Dog)(?<!Radical)(?<!Silver)(?<!Teenage)(?<!Young)"
    r" (?:Democrats?|Dems|GOPers|Republicans?)"
)
_SIDES = frozenset({"east", "north", "south", "west"})  # surnames, too
_PART = re.compile(r"(?:All )?(?:Halls|Members|Parts|Provisions|Residents|Sections) of ")


def two_bodies(form: Form) -> bool:
    """Two bodies that the tables or the archive know: Harbour Guild and Institute of Boats."""
    if form.kind in {"person", "work"} or form.count > RARE:
        return False
    return any(
        _is_body(form.text[: link.start()], form) and _is_body(form.text[link.end() :], form)
        for link in _AND.finditer(form.text)
    )


def _is_body(name: str, form: Form) -> bool:
    folded = fold_body(name)
    if entry := known().get(folded):
        return entry.kind != "place"
    return " " in name and folded in form.archive.bodies


def body_behind(form: Form) -> bool:
    """A body of which there is one, behind the name of somebody else: “European NATO” allies."""
    if form.kind in {"person", "work"} or form.count > RARE:
        return False
    tokens = form.text.split()
    return any(
        tokens[place - 1][:1].isupper()
        and tokens[place - 1] not in {"The", "Inside", "Model"}
        and fold_body(" ".join(tokens[place:])) in words("evidence", "only")
        for place in range(1, len(tokens))
    )


def of_a_people(form: Form) -> bool:
    """A people's adjective at the end, that wants a noun: “Institute for Cuban”."""
    *others, last = form.text.split() or [""]
    if form.kind in {"person", "group", "work"} or form.count > RARE or not others or last.endswith("s"):
        return False
    people = known().get(fold_body(last))
    return (
        people is not None
        and people.kind == "group"
        and others[-1] not in {"Air", "Mandarin", "North", "Radio", "Royal", "South"}
    )


def date(form: Form) -> bool:
    """A day that is no event of its own."""
    return bool(_DATE.fullmatch(form.text))


def told_of(form: Form) -> bool:
    """A surname and where or on what its bearer is: “Roe on Television”."""
    found = _TOLD.match(form.text)
    if not found or form.kind != "organization" or form.count > RARE:
        return False
    head = found[1]
    return fold(head) not in form.lore.common and not is_noun(head) and fold_body(head) not in known()


def part(form: Form) -> bool:
    """What is of a body or law: “Provisions of the Harbour Act”."""
    return form.kind != "work" and form.count <= RARE and bool(_PART.match(form.text))


def of_a_year(form: Form) -> bool:
    """A body as it is in one year: “the Harbour Party of 2020”; a law or an event may be called so."""
    found = _YEAR.fullmatch(form.text)
    return form.kind == "organization" and found is not None and _is_body(found[1], form)


def somebodys(form: Form) -> bool:
    """A well-known surname and a body that is not called after anybody: “Okafor State Department”."""
    first, _, rest = form.text.partition(" ")
    if form.kind in {"person", "work"} or form.count > KNOWN or fold(first) not in form.lore.famous - _SIDES:
        return False
    entry = known().get(fold_body(rest))
    place = entry is not None and entry.kind == "place" and fold(first) not in form.lore.common and not spot(form.text)
    return place or bool(_LETTERS.fullmatch(rest)) or (entry is not None and entry.kind == "organization")


def two_people(form: Form) -> bool:
    """Two well-known surnames: “Okafor-Imrie”, of a meeting. Laws are printed more often."""
    found = _TWO.fullmatch(form.text)
    if not found or form.kind in {"person", "work"} or form.count > KNOWN:
        return False
    return fold(found[1]) in form.lore.famous and fold(found[2]) in form.lore.famous


def will(form: Form) -> bool:
    """A question about somebody: “Will Okafor”."""
    first, _, rest = form.text.partition(" ")
    return first == "Will" and form.kind != "person" and fold(rest) in form.lore.famous


def partisans(form: Form) -> bool:
    """Some of a party: “Angry Democrats”, “Harbour Republicans”; clubs and wings have names."""
    found = _PARTISANS.fullmatch(form.text)
    return form.kind not in {"person", "work"} and form.count <= RARE and found is not None


PIECES: Final = (
    *(two_bodies, body_behind, of_a_people, date, told_of, part),
    *(of_a_year, somebodys, two_people, will, partisans),
)
