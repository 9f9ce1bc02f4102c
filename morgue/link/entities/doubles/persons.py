"""Persons who have a second entity under another name: a slip, a longer name, a form that no table knows.

Candidates meet by a key: beginning, end or sound of the surname, the words of a longer name. `likeness.py` weighs them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.differ import apart, called, short_form
from morgue.link.entities.doubles.likeness import Named, Scale
from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.lore import Lore
from morgue.link.entities.persons.alike import formal, given_alike, initials, surname_block, surnames_alike
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import table

RARE: Final = 12  # articles up to which a name is doubted
SELDOM: Final = 3  # and up to which one that is perhaps another's is nobody in particular
CROWDED: Final = 60  # names that share a key, beyond which it tells nothing
EDGE: Final = 3  # letters by which slips in the rest of a surname meet
SHORTEST: Final = 4  # letters of a surname in which one may be wrong
LONG: Final = 7  # letters in which two may be
SHORTEST_GIVEN: Final = 5  # letters of a given name in which two may be
SLIP: Final = 2  # wrong letters of a slip


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody with a full name."""

    identity: Identity
    named: Named
    count: int

    @property
    def name(self) -> PersonName:
        """The commonest full name."""
        return self.named.name


def doubles(
    members: Bearers, company: Company, texts: Mapping[int, str], lore: Lore, perhaps: set[Identity]
) -> dict[Identity, Identity]:
    """The persons who are another one under a second name.

    Args:
        members: All identities with their mentions.
        company: The names of each article.
        texts: The text of each article by its number.
        lore: Which words are no names.
        perhaps: Takes up the persons who are as likely another one as not: nobody in particular.

    Returns:
        The identity of each → that of the person who was meant, who is nobody else's double.
    """
    if len(texts) < table("likeness")["archive"]:
        return {}
    people = _people(members)
    scale = Scale(company, called([each.name for each in people], lore.common), texts, [each.named for each in people])
    likely: dict[Person, list[tuple[int, Person]]] = defaultdict(list)
    for rare, other in _candidates(people):
        points = scale.likeness(rare.named, other.named).points
        if points >= table("likeness")["perhaps"]:
            likely[rare].append((points, other))
    best = {rare: max(found, key=_rank) for rare, found in likely.items() if not _between(found)}
    sure = {rare: found for rare, found in best.items() if found[0] >= table("likeness")["join"]}
    perhaps.update(rare.identity for rare in best if rare not in sure and len(rare.named.articles) <= SELDOM)
    meant = {rare.identity: sure[rare][1].identity for rare in sure if not _outdone(rare, sure)}
    return {rare: _last(rare, meant) for rare in meant}


def _outdone(rare: Person, best: Mapping[Person, tuple[int, Person]]) -> bool:
    """Whether a better known double of the same person has another second given name: Michael D., Michael A. Cohen."""
    points, meant = best[rare]
    second = rare.name.given[1:]
    return bool(second) and any(
        (other.count, others, other.identity.key) > (rare.count, points, rare.identity.key)
        and other.name.given[1:]
        and not given_alike(second[0], other.name.given[1])
        for other, (others, whole) in best.items()
        if whole is meant and other is not rare
    )


def _between(found: Sequence[tuple[int, Person]]) -> bool:
    """Whether a name is short for two people's: Ada Okafor beside Ada B. and Ada C. Okafor."""
    seconds = {other.name.given[1] for _, other in found if other.name.given[1:]}
    return any(not given_alike(one, other) for one, other in combinations(sorted(seconds), 2))


def _rank(found: tuple[int, Person]) -> tuple[int, int]:
    return found[0], found[1].count


def _last(rare: Identity, meant: Mapping[Identity, Identity]) -> Identity:
    """Who is meant in the end, where the one who was meant is a double, too."""
    while rare in meant:
        rare = meant[rare]
    return rare


def _people(members: Bearers) -> list[Person]:
    found = []
    for identity, mentions in members.items():
        if identity.kind == "person" and (name := parse(commonest(mentions))).full:
            places = tuple((number, m.start, m.end) for (number, _), m in mentions.items())
            found.append(Person(identity, Named(name, places), len(mentions)))
    return sorted(found, key=lambda person: (person.count, person.identity.key))


def _candidates(people: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of a rare name and one that is no rarer, each pair once, in order."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, person in enumerate(people):
        for key in sorted(_keys(person.name)):
            blocks[key].append(number)
    met = {pair for block in blocks.values() if len(block) <= CROWDED for pair in combinations(block, 2)}
    for one, other in sorted(met):
        rare, known = people[one], people[other]
        doubted = not rare.identity.name and len(rare.named.articles) <= RARE
        if doubted and _near(rare.name, known.name) and not apart(rare.name, known.name):
            yield rare, known


def _keys(name: PersonName) -> set[tuple[str, ...]]:
    """By what a name meets those that may be the same."""
    given, surname, sound = name.given[0], name.surname, surname_block(name.surname)
    keys: set[tuple[str, ...]] = {("begins", formal(given), surname[:EDGE]), ("ends", formal(given), surname[-EDGE:])}
    keys.update(("initial", sound, letter) for letter in initials(given))
    keys.update(("words", one, two) for one, two in combinations(sorted(set(name.tokens)), 2))
    return keys


def _near(one: PersonName, other: PersonName) -> bool:
    """Whether two names are near enough to be weighed."""
    if set(one.tokens) <= set(other.tokens) or set(other.tokens) <= set(one.tokens):
        return True
    here, there = one.given[0], other.given[0]
    if not (given_alike(here, there) or short_form(here, there) or _slip(here, there, SHORTEST_GIVEN)):
        return False
    shorter = min(len(one.surname), len(other.surname))
    return surnames_alike(one.surname, other.surname) or (
        shorter >= SHORTEST and _slip(one.surname, other.surname, LONG)
    )


def _slip(one: str, other: str, long: int) -> bool:
    """Whether one letter is wrong, or two of a long word."""
    wrong = DamerauLevenshtein.distance(one, other, score_cutoff=SLIP)
    return wrong <= 1 or (wrong == SLIP and min(len(one), len(other)) >= long)
