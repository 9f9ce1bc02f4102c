"""Whether two names can be one person's: the sound of surnames, short and foreign forms of given names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from rapidfuzz.distance import JaroWinkler

from morgue.link.entities.names import MOST_NAMES
from morgue.link.entities.persons.names import PersonName
from morgue.link.vocabulary import table, words

ALIKE: Final = 0.85  # Jaro-Winkler of two spellings of one given name, by measurement on news copy
SHORTEST_HEARD: Final = 4  # letters of a name that has a sound beside its spelling: Yee is not Je
SHORTEST_FUZZY: Final = 5  # below this many letters one letter makes another name: Mark, Mary


@lru_cache(MOST_NAMES)
def sound(name: str) -> str:
    """The key under which transliterations of one surname meet: Zelensky, Zelenskyy and Zelenskiy give one."""
    heard = name.replace("'", "").replace("-", " ")
    if len(heard) < SHORTEST_HEARD:
        return heard
    for pattern, spelling in _sounds():
        heard = pattern.sub(spelling, heard)
    return heard


@cache
def _sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), spelling) for pattern, spelling in table("names")["sounds"])


def surname_block(name: str) -> str:
    """A coarser key than `sound`: surnames that can be one share it (Gaddafi, Qaddafi, Kadhafi)."""
    return sound(name).replace("g", "k")


def surnames_alike(one: str, other: str) -> bool:
    """Whether two folded surnames can be spellings of one."""
    if sound(one) == sound(other):
        return True
    foreign = table("names")["foreign"]
    return surname_block(one) == surname_block(other) and any(mark in one + " " + other for mark in foreign)


@cache
def _families() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, family in enumerate(table("given_names")["families"]):
        for name in family:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _known() -> frozenset[str]:
    return words("given_names", "women") | words("given_names", "men") | frozenset(_families())


def well_known(name: str) -> bool:
    """Whether the word is a common given name."""
    return name in _known()


def gender(name: str) -> str | None:
    """Whether a given name is a "woman"'s or a "man"'s; None where it does not tell."""
    woman, man = name in words("given_names", "women"), name in words("given_names", "men")
    return None if woman == man else "woman" if woman else "man"


def formal(name: str) -> str:
    """The head of a given name's family (Joe → joseph), for keys that outlast spellings; a lone name is itself."""
    numbers = _families().get(name)
    return table("given_names")["families"][min(numbers)][0] if numbers else sound(name)


@lru_cache(MOST_NAMES)
def initials(name: str) -> frozenset[str]:
    """The first sounds that a given name can begin with, over its short and formal forms."""
    heads = [table("given_names")["families"][n] for n in _families().get(name, ())]
    same = table("names")["initials"]
    return frozenset(same.get(form[0], form[0]) for form in {name, *(f for family in heads for f in family)} if form)


@lru_cache(MOST_NAMES)
def given_alike(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: initials, short forms, spellings."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short in {long[0], *initials(long)} and (len(long) > len("hw") or well_known(long))
    if _families().get(one, frozenset()) & _families().get(other, frozenset()):
        return True
    if well_known(one) and well_known(other):
        return False
    return _spelt_alike(one, other)


def _spelt_alike(one: str, other: str) -> bool:
    if sound(one.replace("-", "")) == sound(other.replace("-", "")):
        return True
    endings = tuple(table("names")["endings_of_women"])
    if one.endswith(endings) != other.endswith(endings) or min(len(one), len(other)) < SHORTEST_FUZZY:
        return False
    return skeleton(one) == skeleton(other) and JaroWinkler.similarity(one, other) >= ALIKE


@lru_cache(MOST_NAMES)
def skeleton(name: str) -> str:
    """The consonants of a name as they sound: spellings differ in vowels (Moammar, Muammar), names in consonants."""
    heard = sound(name.replace("-", "")).replace("g", "k").replace("z", "s")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", heard))


def can_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether two full names can be one person's: surnames and given names alike, nothing that contradicts."""
    if not surnames_alike(one.surname, other.surname) or _told_apart(one.suffix, other.suffix):
        return False
    if one.family_first or other.family_first:  # syllables are few, and one letter makes another: Jong Un, Jong Il
        return sound(one.given[0]) == sound(other.given[0])
    if not given_alike(one.given[0], other.given[0]):
        return False
    return all(given_alike(a, b) for a, b in zip(one.given[1:], other.given[1:], strict=False))


def _told_apart(one: str, other: str) -> bool:
    if one == other:
        return False
    return bool(one and other) or (one or other) in words("names", "telling_suffixes")
