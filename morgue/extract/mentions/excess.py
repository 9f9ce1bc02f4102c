"""Cuts off words of the sentence or page that the model took along: "Roe-era", "toldThe Verity Post", "Roe Listen"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from morgue.extract.mentions.given import is_given
from morgue.extract.vocabulary import vocabulary, words

if TYPE_CHECKING:
    from morgue.model import Mention

CONFIDENCE = 0.8
HYPHENED = re.compile(r"(?<=[\w.])[-–]([a-z]+)$")  # "Roe-era", "Verity-funded"
# Words of the sentence that are glued to a name, or part it from the name by no more than their own mark.
GLUED_BEFORE = re.compile(
    r"[a-z]+(?=The ?[A-Z])(?:The ?)|[a-z]\S*(?:[?!]|\.\[\d+\]) ?(?:The )?(?=[A-Z][a-z])|T\]he (?=[A-Z])"
)
MARKED = re.compile(r"(?<=\w)(?<!Yahoo)(?:[?!] ?[A-Z]|\.?\[\d).*$")  # "Jane Roe!Roe", "House of Boats.[166"
# A clause is one of the Constitution, whether that is printed behind it or not.
LAW = re.compile(
    r"(?:(?<=Clause)|(?<=dment)) (?:of|to|in) (?:the )?(?:U\.?S\.? |United States |American )?Constitution$"
)
SHARE = re.compile(r"(?:(?<=Inc\.)|(?<=Corp\.)|(?<=Inc)|(?<=Corp)|(?<=Ltd\.)) [A-Z]{3,5}$")  # "Verity Inc. VRTY"
IMAGE = re.compile(r"(?<=\w) Image$")
CAPTION = re.compile(r" (?:caption|copyright)\b")
# What no person is called: parties, degrees, the agency behind a slash, the button below a recording.
NO_PERSON = re.compile(r"(?<=[a-z.])(?: ?/ ?[A-Z].*| (?:Republican|Democrat|Listen|Read|PhD|From))$")
FIGURE = re.compile(r"(?<=[a-z])(?<!Doe) \d+$")
# Whose portfolio the name ends in, before the officer's title: "Verity Insurance Commissioner" is Verity's.
OFFICER = re.compile(
    r" (?:Commissioner|Minister|Secretary|Sen\b|Rep\b|Senator|Representative|Judge|Leader|Superintendent)"
)
PORTFOLIO = re.compile(r"(?<=\w) (\w+)$")
OFFICE_BEFORE = re.compile(r"[Ss]ecretary of (?:the )?$")
OFFICE = re.compile(r"(\w+) for [A-Z]")
REACH = 30


def without_excess(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions without words that belong to the sentence or page around them, and without halves of offices."""
    return tuple(cut for m in mentions if (cut := _cut(text, m)).start < cut.end and not _is_of_office(text, m))


def _cut(text: str, mention: Mention) -> Mention:
    if mention.kind == "work":
        return mention
    start = mention.start + _before(mention)
    name = text[start : mention.end]
    end = start + _length(text, mention, name)
    if (start, end) == (mention.start, mention.end):
        return mention
    return replace(mention, start=start, end=end, text=text[start:end], rule="excess", confidence=CONFIDENCE)


def _before(mention: Mention) -> int:
    """How many characters stand before the name."""
    patterns = [GLUED_BEFORE, *([_state_before()] if mention.kind == "person" else [])]
    return next((found.end() for pattern in patterns if (found := pattern.match(mention.text))), 0)


@cache
def _state_before() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(vocabulary('gazetteer')['states'])})\. (?=[A-Z][a-z]{{3}})")


@cache
def _glued_after() -> re.Pattern[str]:
    """A day right behind a name: "Harbour GuildMonday"."""
    return re.compile(rf"(?<=[a-z]{{2}})(?:{'|'.join(vocabulary('calendar')['weekdays'])})$")


def _length(text: str, mention: Mention, name: str) -> int:
    """How many characters the name has."""
    joined = HYPHENED.search(name)
    if joined and joined[1] in words("gazetteer", "hyphened"):
        return joined.start()
    patterns = [_glued_after(), MARKED, LAW, SHARE]
    if mention.kind == "person":
        given, _, rest = name.partition(" ")
        patterns += [NO_PERSON, *([FIGURE] if is_given(given) and " " in rest else [])]
    elif OFFICER.match(text, mention.end) and (last := PORTFOLIO.search(name)) and _is_portfolio(name, last):
        return last.start()
    if CAPTION.match(text, mention.end):
        patterns.append(IMAGE)
    return next((found.start() for pattern in patterns if (found := pattern.search(name))), len(name))


def _is_portfolio(name: str, last: re.Match[str]) -> bool:
    """Whether a name's last word is what an officer is for; that of a ministry or committee is its own."""
    own = name[: last.start()].rsplit(" ", maxsplit=1)[-1]
    known = words("gazetteer", "portfolios") | words("gazetteer", "courts")
    return last[1] in known and not own.islower() and own not in {"House", "Senate", "U.S.", "US"}


def _is_of_office(text: str, mention: Mention) -> bool:
    """Whether it is the rest of an office: the "State for Harbour Affairs" of a Secretary."""
    office = OFFICE.match(mention.text)
    before = OFFICE_BEFORE.search(text, max(0, mention.start - REACH), mention.start)
    return bool(office and before and office[1] in words("gazetteer", "portfolios"))
