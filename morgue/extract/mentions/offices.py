"""Names that run into an office, a rank or a share's sign: "Leith County District" before "Attorney", "Navy Capt"."""

from __future__ import annotations

import re
from dataclasses import replace

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.trim import is_title
from morgue.extract.vocabulary import words
from morgue.model import Mention

CONFIDENCE = 0.8
# Half of an office that goes on behind the name: of a District Attorney, a State's Attorney, a Battalion Chief.
OFFICE = re.compile(r"(?<=\w)(?: (?:Acting|Interim|Deputy))? (?:District|State|Battalion|Commonwealth)$")
OFFICER_AFTER = re.compile(r"(?:['’]s)? (?:Attorneys?|Judges?|Chiefs?)\b")
RANK = re.compile(
    r"(?:^|(?<=\w) )(?:(?:Lt|Maj|Brig|Rear|Vice|Lance|Master|Staff|Petty)\.? )?"
    r"(?:Brig|Lt|Maj|Gen|Col|Capt|Cmdr|Sgt|Cpl|Adm|Dr|Sec|Pvt|Spc|Ens)$"
)
STOP_AFTER = re.compile(r"\. ?[A-Z]")
SERVICE = re.compile(r"(?:Air Force|Army|Coast Guard|Marines?|Marine Corps|Navy)(?= )")
OFFICER = re.compile(
    r"(?: (?:Brigadier|Major|Lieutenant|Rear|Vice|Master|Staff|Petty|First|Second|Lance))*"
    r" (?:General|Colonel|Major|Captain|Lieutenant|Sergeant|Commander|Admiral|Corporal|Specialist)"
)
SIGN = re.compile(r"(?:^|(?<=[\w+.!]) )[A-Z]{2,5}$")  # of a share
CHANGE_AFTER = re.compile(r",? [+−-]\d+(?:\.\d+)?%")
# What may be left, and is no name.
NOBODY = frozenset({"Federal", "First", "Fourth", "Marine", "Police", "Second", "Third"})
NEXT_WORD = re.compile(r" ([A-Z][a-z]+)")
SECRETARY_BEFORE = re.compile(r"[Ss]ecretary of (?:the )?$")
REACH = 20


def without_offices_behind(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without what an officer, a rank or a price behind them begins with, if anything is left of them."""
    return tuple(kept for m in mentions if (kept := _cut(text, m)).start < kept.end)


def _cut(text: str, mention: Mention) -> Mention:
    if mention.kind in {"work", "group"}:
        return mention
    start = mention.start + _before(text, mention)
    name = text[start : mention.end]
    end = start + _length(text, mention, name)
    if end < mention.end and text[start:end] in NOBODY:
        end = start
    if (start, end) == (mention.start, mention.end):
        return mention
    cut = replace(mention, start=start, end=end, text=text[start:end], rule="office", confidence=CONFIDENCE)
    service = mention.kind == "person" and SERVICE.match(f"{cut.text} ")
    return replace(cut, kind="organization", label="ORG") if service else cut


def _before(text: str, mention: Mention) -> int:
    """How many characters of a person's name are what a secretary is of: "State Roe" behind "Secretary of"."""
    first, space, _ = mention.text.partition(" ")
    office = space and mention.kind == "person" and first in words("gazetteer", "portfolios")
    before = office and SECRETARY_BEFORE.search(text, max(0, mention.start - REACH), mention.start)
    return len(first) + 1 if before else 0


def _length(text: str, mention: Mention, name: str) -> int:
    """How many characters the name has."""
    after = mention.end
    if (service := SERVICE.match(name)) and OFFICER.fullmatch(name, service.end()):
        return service.end()
    if CHANGE_AFTER.match(text, after) and (sign := SIGN.search(name)):
        return sign.start()
    alone = mention.kind == "person" and RANK.fullmatch(name)
    if (rank := RANK.search(name)) and (alone or STOP_AFTER.match(text, after)):
        return rank.start() if mention.kind != "person" or service else 0  # "Command" of "Command Sgt" is nobody
    if mention.kind == "person":
        return _length_of_person(text, mention, name)
    office = OFFICE.search(name) if OFFICER_AFTER.match(text, after) else None
    return office.start() if office else len(name)


def _length_of_person(text: str, mention: Mention, name: str) -> int:
    """A person's name without the nation of the next officer: "Pope Francis" before "Norwegian President"."""
    head, _, last = name.rpartition(" ")
    title = NEXT_WORD.match(text, mention.end)
    return len(head) if head and title and is_title(title[1]) and is_certain(last) else len(name)
