"""Two people of one name, where what they are tells: Steve Knight in Congress, and Steve Knight, a pastor in Charlotte.

What stands right beside a full name tells what its bearer is. Where two articles tell what hardly anybody is at once
(a photographer and a mayor), and no names in common lead from one to the other, they speak of two people. Only common
names are doubted: a historian and a senator of a rare surname are one, who changed. Where nothing tells what they are,
`coincidence.py` asks what their articles have in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.differ import Called, called
from morgue.link.entities.doubles.likeness import Named, Scale
from morgue.link.entities.persons.alike import well_known
from morgue.link.entities.persons.coincidence import Coincidences, Printed
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.verdicts import LEFT_OPEN, Bearers, Identity, Members
from morgue.link.vocabulary import table
from morgue.model import Mention, MentionKey

BEARERS: Final = 4  # persons who make a surname common
GIVEN_TO: Final = 5  # and a given name that the table does not have
MOST: Final = 60  # articles up to which a person may be two: who is named oftener is known everywhere
SELDOM: Final = 5  # and up to which an age tells that somebody is nobody known
LOOKED_AT: Final = 3  # mentions in an article beside which it may stand what somebody is
CLOSE: Final = 0.12  # likeness of two articles, by their names, that makes them speak of one person
KNOWN: Final = 0.25  # and the share of the rarer one's names
BEFORE: Final = 40  # characters before a name
BEHIND: Final = 90  # and behind it
AGED: Final = "aged"
NAMESAKE: Final = "namesake"  # the rule that parts them
ANYBODY: Final = "anybody"  # ends the key of a name in the articles where nothing tells whose it is

Callings = frozenset[str]


@dataclass(frozen=True, slots=True)
class Parted:
    """The mentions of a namesake, who was taken for somebody else, or may be anybody of that name."""

    whole: Identity
    namesake: Identity
    mentions: tuple[MentionKey, ...]
    decided_by: str = NAMESAKE


def namesakes(members: Bearers, company: Company, texts: Mapping[int, str]) -> list[Parted]:
    """Find those who only have their name in common with the person that they are taken for.

    Args:
        members: All identities with their mentions.
        company: The names of each article.
        texts: The text of each article.

    Returns:
        Each of them with the mentions that are theirs: all that the articles about them have of the person. In an
        archive too small to know anybody's company nobody is told apart.
    """
    if len(texts) < table("likeness")["archive"]:
        return []
    persons = {identity: mentions for identity, mentions in members.items() if identity.kind == "person"}
    full = {identity: _full(mentions) for identity, mentions in persons.items()}
    names = {parse(mention.text) for printed in full.values() for found in printed.values() for mention in found}
    people = called(sorted(names, key=lambda name: name.printed))
    coincidences = Coincidences(people, company, _scale(full, people, company, texts))
    parted = []
    for identity, printed in full.items():
        if 1 < len(printed) <= MOST and any(_common(parse(found[0].text), people) for found in printed.values()):
            what = {number: _callings(texts[number], found[:LOOKED_AT]) for number, found in sorted(printed.items())}
            for callings, articles in _others(printed, what, company):
                parted.append(_part(identity, min(callings), persons[identity], articles, NAMESAKE))
                what = {number: callings for number, callings in what.items() if number not in articles}
            if articles := coincidences.strays({number: printed[number] for number in what}, what):
                parted.append(_part(identity, ANYBODY, persons[identity], articles, LEFT_OPEN))
    return parted


def _part(whole: Identity, what: str, mentions: Members, articles: Container[int], decided_by: str) -> Parted:
    keys = tuple(key for key in mentions if key[0] in articles)
    return Parted(whole, replace(whole, key=f"{whole.key}, {what}"), keys, decided_by)


def _scale(full: Mapping[Identity, Printed], people: Called, company: Company, texts: Mapping[int, str]) -> Scale:
    """What weighs the words beside names."""
    named = (
        Named(parse(found[0].text), ((number, found[0].start, found[0].end),))
        for printed in full.values()
        for number, found in list(printed.items())[:1]
    )
    return Scale(company, people, texts, list(named))


def _full(mentions: Members) -> dict[int, list[Mention]]:
    """The full names by the articles that print them."""
    found: dict[int, list[Mention]] = defaultdict(list)
    for (number, _), mention in mentions.items():
        if " " in mention.text and parse(mention.text).full:
            found[number].append(mention)
    return found


def _common(name: PersonName, people: Called) -> bool:
    """Whether both names are borne by many."""
    given = name.given[0]
    often = well_known(given) or people.given.get(given, 0) >= GIVEN_TO
    return often and people.surnames.get(name.surname, 0) >= BEARERS


def _others(
    printed: Printed, what: Mapping[int, Callings], company: Company
) -> Iterator[tuple[Callings, frozenset[int]]]:
    """The articles about others than most articles are about, with what these others are."""
    told = [callings for callings in what.values() if callings]
    if not any(_far(one, other) for one, other in combinations(set(told), 2)):
        return
    themselves = frozenset(token for found in printed.values() for each in found for token in parse(each.text).tokens)
    groups = _groups(what, company, themselves)
    groups.sort(key=lambda group: (not _all(what, group), -len(group), group))
    mostly = _all(what, groups[0])
    for group in groups[1:]:
        callings = _all(what, group)
        if _far(mostly, callings) and (AGED not in callings or len(what) <= SELDOM):
            yield callings, frozenset(group)


def _groups(what: Mapping[int, Callings], company: Company, themselves: frozenset[str]) -> list[list[int]]:
    """Articles put together that tell the same calling or share company."""
    groups: list[list[int]] = []
    for number in what:
        near = [g for g in groups if any(_near(number, other, what, company, themselves) for other in g)]
        joined = sorted([number, *(each for group in near for each in group)])
        groups = [*(group for group in groups if group not in near), joined]
    return groups


def _near(one: int, other: int, what: Mapping[int, Callings], company: Company, themselves: frozenset[str]) -> bool:
    if not what[one].isdisjoint(what[other]):
        return True
    shared = company.shared([one], [other], themselves)
    return shared.closest >= CLOSE or shared.known >= KNOWN


def _all(what: Mapping[int, Callings], articles: Iterable[int]) -> Callings:
    return Callings().union(*(what[number] for number in articles))


def _callings(text: str, found: Iterable[Mention]) -> Callings:
    """What somebody is, by what stands beside some mentions in an article."""
    told: set[str] = set()
    for mention in found:
        before, behind = text[max(0, mention.start - BEFORE) : mention.start], text[mention.end : mention.end + BEHIND]
        told.update(name for name, (b, h) in _patterns().items() if (b and b.search(before)) or (h and h.match(behind)))
    return Callings(told)


@cache
def _far(one: Callings, other: Callings) -> bool:
    """Whether nobody is what is told of the one and of the other."""
    pairs = {frozenset((first, each)) for first, *others in table("callings")["far"] for each in others}
    return bool(one and other) and all(frozenset((a, b)) in pairs for a in one for b in other)


@cache
def _patterns() -> Mapping[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]]:
    """The patterns of each calling before a name, to its end, and behind it."""
    found = {}
    for name, entry in table("callings")["callings"].items():
        before, behind = list(entry.get("before", [])), list(entry.get("behind", []))
        if titles := entry.get("titles"):
            words = r"(?: (?:[A-Z][\w.’'-]*|and former|former|of|the|state|federal)){0,4} "
            before.append(rf"(?<![\w-])(?:{'|'.join(titles)})\.?{words}")
        if nouns := entry.get("nouns"):
            article = r"(?:(?:an?|the|who (?:is|was) an?|now an?|then an?) )?"
            behind.append(rf", {article}(?:[\w’'.&-]+ ){{0,6}}(?:{'|'.join(nouns)})\b(?! [A-Z])")
        found[name] = (_any(before, "$"), _any(behind, ""))
    return found


def _any(patterns: Sequence[str], end: str) -> re.Pattern[str] | None:
    return re.compile(f"(?:{'|'.join(patterns)}){end}") if patterns else None
