"""How two full names of persons differ: the signs that a comparison shows, as likeness.yml has points for them.

Only what is printed counts here, and how many people of the archive are called so; company is likeness.py's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from morgue.link.entities.persons.alike import formal, given_alike, skeleton, surnames_alike, well_known
from morgue.link.entities.persons.names import PersonName
from morgue.link.vocabulary import words

SENIOR: Final = "senior"  # a suffix without which a name is the son's
OF: Final = "of"  # Jane Roe School of Law
CUT: Final = 4  # letters of a last word that may be torn off: George W, Lance Cpl
FEW: Final = 2  # bearers of a rare surname
MANY: Final = 12  # bearers of a common one
OTHERS: Final = 4  # bearers that make a surname well established
SHORT: Final = 5  # letters of a surname in which one makes another: Martin, Marten are longer
LONG: Final = 9  # letters of one in which a slip makes no other
TWO_WRONG: Final = 7  # letters from which two may be wrong
CALLED_SO: Final = 5  # persons who make a word a given name
SHORTEST: Final = 4  # letters of a given name that one letter more leaves as it is: Cory, Corey
BEGINS: Final = 3  # letters that a short form has in common with the long one: Jen, Jennifer
ALIKE: Final = 0.88  # Jaro-Winkler of two spellings of one given name


@dataclass(frozen=True, slots=True)
class Called:
    """How many persons of the archive bear a surname, and a given name; and words that are no names. All are folded."""

    surnames: Mapping[str, int]
    given: Mapping[str, int]
    words: frozenset[str] = frozenset()


def called(names: Iterable[PersonName], common: frozenset[str] = frozenset()) -> Called:
    """Count persons by their full names; forms of one given name before one surname are one person's.

    Args:
        names: All full names.
        common: Words that are more often printed small.
    """
    persons = {(formal(name.given[0]), name.surname): name.given[0] for name in names}
    return Called(Counter(surname for _, surname in persons), Counter(persons.values()), common)


def signs(one: PersonName, other: PersonName, called: Called) -> frozenset[str]:
    """What a comparison of two full names shows.

    Args:
        one: The rarer name.
        other: The name that may be meant.
        called: How common names are.
    """
    found = set(_suffixes(one, other))
    contained = set(one.tokens) < set(other.tokens) or set(other.tokens) < set(one.tokens)
    if contained:
        found.update(_contained(one, other, called))
    elif one.tokens[0] != other.tokens[0] and sorted(one.tokens) == sorted(other.tokens):
        found.add("other_order")
    else:
        found.update(_given(one, other, called))
        found.update(_middle(one, other))
    if one.surname == other.surname:
        bearers = called.surnames.get(one.surname, 1)
        found.update(["surname_rare"] if bearers <= FEW else ["surname_common"] if bearers >= MANY else [])
    elif not contained:
        found.update(_surname(one.surname, other.surname))
        found.update(_bearers(one.surname, called))
        if one.given[0] != other.given[0] and "surname_sound" not in found:
            found.add("both")
    return frozenset(found)


def apart(one: PersonName, other: PersonName) -> bool:
    """Whether two names are two people's, or one of them no person's, whatever speaks for them.

    A father and a son; syllables of a Korean name; a name that is cut before its end, or goes on as a street's.
    """
    suffixes = {one.suffix, other.suffix}
    if len(suffixes) > 1 and ("" not in suffixes or SENIOR in suffixes):
        return True
    long, short = sorted((one.tokens, other.tokens), key=len, reverse=True)
    if not set(short) < set(long):
        return False
    ends = long[-1] != short[-1] and (len(short[-1]) < CUT or long[-1] in _things())
    return ends or (OF in long and OF not in short) or one.family_first or other.family_first


@cache
def _things() -> frozenset[str]:
    return words("bodies", "common_words") | {noun.casefold() for noun in words("evidence", "nouns")}


def _suffixes(one: PersonName, other: PersonName) -> Iterator[str]:
    if one.suffix != other.suffix:
        yield "suffixes" if one.suffix and other.suffix else "suffix"


def _contained(one: PersonName, other: PersonName, called: Called) -> Iterator[str]:
    """One name has all words of the other: what is left out, and whether that is a name."""
    long, short = sorted((one.tokens, other.tokens), key=len, reverse=True)
    yield "contained"
    if long[-1] in called.words and long[-1] != short[-1]:
        yield "contained_word" if long == one.tokens else "contained_thing"  # Jane Roe Caption; Susan B. Anthony List
    elif long[-1] != short[-1]:
        yield "contained_another"  # Andrew Jackson Donelson
    elif long[0] != short[0]:
        yield "contained_given" if well_known(long[0]) else "contained_tail"


def _given(one: PersonName, other: PersonName, called: Called) -> Iterator[str]:
    here, there = one.given[0], other.given[0]
    if here == there:
        return
    if min(len(here), len(there)) == 1:
        yield "given_initial"
        if any(len(name.given[0]) == 1 and name.given[1:] for name in (one, other)):
            yield "given_second"  # J. David Goodman goes by David
    elif given_alike(here, there) or short_form(here, there):
        yield "given_form"
    elif _heard_alike(here, there):
        yield "given_spelt"
    elif _is_given(here, called) and _is_given(there, called):
        yield "given_two"
    elif DamerauLevenshtein.distance(here, there) <= 1 or JaroWinkler.similarity(here, there) >= ALIKE:
        yield "given_letter"
    else:
        yield "given_other"


def short_form(one: str, other: str) -> bool:
    """Whether one given name begins the other, and they are not two, as Eric and Erica are: Abe, Abelard."""
    begins = min(len(one), len(other)) >= BEGINS and (one.startswith(other) or other.startswith(one))
    return begins and not (well_known(one) and well_known(other))


def _heard_alike(one: str, other: str) -> bool:
    """Whether two given names differ in letters alone that nobody hears: Teresa, Theresa."""
    return one[-1] == other[-1] and min(len(one), len(other)) >= SHORTEST and _bare(one) == _bare(other)


def _bare(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", name.replace("h", "").replace("ey", "y").replace("ie", "y").replace("c", "k"))


def _is_given(name: str, called: Called) -> bool:
    return well_known(name) or called.given.get(name, 0) >= CALLED_SO


def _middle(one: PersonName, other: PersonName) -> Iterator[str]:
    """Two second given names that are not one: George W. Bush, George P. Bush."""
    if one.given[1:] and other.given[1:] and not given_alike(one.given[1], other.given[1]):
        yield "middle"


def _surname(one: str, other: str) -> Iterator[str]:
    letters = DamerauLevenshtein.distance(one, other)
    shorter = min(len(one), len(other))
    if surnames_alike(one, other):
        yield "surname_sound"
    elif f"{one}s" == other or f"{other}s" == one:
        yield "surname_plural"
    elif letters <= 2 and shorter >= SHORT and skeleton(one) == skeleton(other):  # noqa: PLR2004 - two vowels
        yield "surname_vowel"
    elif letters == 1 and sorted(one) == sorted(other):
        yield "surname_swapped"
    elif letters == 1:
        yield "surname_letter" if len(one) == len(other) else "surname_missing"
    else:
        yield "surname_letters" if letters == 2 and shorter >= TWO_WRONG else "surname_other"  # noqa: PLR2004 - of them
    if shorter >= LONG or shorter <= SHORT:
        yield "surname_long" if shorter >= LONG else "surname_short"
    if one[0] != other[0]:
        yield "surname_head"


def _bearers(surname: str, called: Called) -> Iterator[str]:
    """Others who are called like the rarer name: then it is a name, and no slip."""
    bearers = called.surnames.get(surname, 1)
    if bearers > OTHERS:
        yield "surname_others"
    elif bearers > 1:
        yield "surname_few"
