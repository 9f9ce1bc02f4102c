"""What stands right beside a lone name: a given name that was cut off it, a state behind a town, the “v.” of a case.

And an administration, which is a president's.
"""

from __future__ import annotations

import re
from typing import Final

from morgue.link.entities.names import fold
from morgue.link.entities.persons.alike import well_known
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.entities.places.gazetteer import spot
from morgue.model import Mention

CASE: Final = "case"  # Roe v. Wade
STATE: Final = "state"  # Lincoln, Neb.
WITHIN: Final = "within"  # in Lincoln
PRESIDENT: Final = "president"  # the Clinton administration
RARER: Final = 3  # times as often that a name which is cut may be printed
REACH: Final = 30  # characters beside a name

_COUPLE = re.compile(r" (?:and|&) (?P<given>[A-Z][a-z]+) (?P<surname>[A-Z][\w’'-]*[a-z])(?=[\s,.;:!?)”\"’]|$)")
_MARKS = "(“\"‘'—–-"
_AGAINST = re.compile(r"\bvs?\.? $")
_AGAINST_WHOM = re.compile(r",? vs?\.? [A-Z]")
_WITHIN = re.compile(r"\b(?:in|near) $")
_HELD = re.compile(r"(?:['’]s?)? (?:administration|White House|impeachment)\b")
_TO_COME = re.compile(r"\b(?:an?|any|future|next|potential|possible|hypothetical) $")
_OWNER = re.compile(r"['’]")
_BEHIND = re.compile(r", ([A-Z][a-z]+\.|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")


def signs(text: str, mention: Mention) -> frozenset[str]:
    """What the words beside a name tell: that it may be a town's, or a case's, or a president's."""
    before, behind = text[max(0, mention.start - REACH) : mention.start], text[mention.end : mention.end + REACH]
    found = set()
    if _AGAINST.search(before) or _AGAINST_WHOM.match(behind):
        found.add(CASE)
    if (state := _BEHIND.match(behind)) and (where := spot(state[1])) and where.latitude is None:
        found.add(STATE)
    if _WITHIN.search(before) and not _OWNER.match(behind):
        found.add(WITHIN)
    if _HELD.match(behind) and not _TO_COME.search(before):
        found.add(PRESIDENT)
    return frozenset(found)


def given_before(text: str, mention: Mention) -> str:
    """A word with a capital right before a name, which may be a given name that belongs to it; "" for none."""
    before = text[max(0, mention.start - REACH) : mention.start]
    words = before.split() if before.endswith(" ") else []
    word = words[-1].lstrip(_MARKS) if words else ""
    return word if word[:1].isupper() and word[-1:].islower() else ""


def shared_behind(text: str, mention: Mention) -> str:
    """The surname that a given name shares with the one behind it: Bill, of “Bill and Hillary Clinton”; "" for none."""
    couple = _COUPLE.match(text, mention.end) if text.startswith((" and ", " & "), mention.end) else None
    return couple["surname"] if couple and couple["given"] != mention.text and well_known(fold(couple["given"])) else ""


def of_couple(name: PersonName, surname: str, roll: Roll) -> PersonName | None:
    """The full name that a given name and a surname behind it make, if anybody of the archive is called so."""
    if not surname or name.full or name.titles or not well_known(name.surname):
        return None
    whole = parse(f"{name.printed} {surname}")
    return whole if whole.key in roll.bearer_of else None


def completed(name: PersonName, before: str, roll: Roll) -> PersonName | None:
    """The full name that a name and the given name before it make, if anybody of the archive is called so.

    Of a full name, the given name before it and its surname: Reality [Leigh Winner] is Reality Winner, and Eric
    [H. Holder Jr.] is Eric Holder.
    """
    if not before or name.titles or not (name.full or well_known(fold(before))):
        return None
    printed = name.printed.split()
    last = printed[-2] if name.suffix else printed[-1]
    whole = parse(f"{before} {last if name.full else name.printed}")
    bearer = roll.bearer_of.get(whole.key) if whole.full else None
    return whole if bearer and (not name.full or _cut_short(name, bearer, roll)) else None


def _cut_short(name: PersonName, bearer: Bearer, roll: Roll) -> bool:
    """Whether a full name has a given name before it: it is rare, and the surname is the bearer's."""
    seeming = roll.bearer_of.get(name.key)
    return seeming not in {None, bearer} and seeming.uses <= RARER * bearer.uses and bearer.name.surname == name.surname
