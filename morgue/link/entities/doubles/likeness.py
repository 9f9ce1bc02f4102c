"""How likely two names of persons are one person's: what speaks for it and against it, in the points of likeness.yml.

The names themselves tell something (`doubles/differ.py`); so does the company that they keep, and the words beside
them: “of Time magazine”, “the pastor”. Only candidates are compared, never all pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log
from typing import Final

from morgue.link.entities.company import Company, Shared
from morgue.link.entities.doubles.differ import Called, signs
from morgue.link.entities.persons.names import PersonName
from morgue.link.vocabulary import table

MOST: Final = 12  # places of a name that are looked at, one an article
REACH: Final = 60  # characters beside a name
BEFORE: Final = 6  # words before it
AFTER: Final = 8  # and behind it
KIN: Final = frozenset(
    {"given_two", "given_other", "middle", "suffix", "several", "several_given"}
)  # signs of two of one family
COMMON_GROUND: Final = frozenset(  # signs that two names have anything in common but letters
    ("role_some", "role_much", "beside", "close_some", "close_much", "close_most", "known_some", "known_most")
)
SEVERAL: Final = 2  # articles above which a name is no slip, unless all of them print the other, too
SAMPLE: Final = 5_000  # names beside which words are counted
COMMON: Final = 0.02  # share of names beside which a word stands that tells nothing

_WORD = re.compile(r"[a-z]{3,}")

Place = tuple[int, int, int]  # an article's number, where the name begins there and ends


@dataclass(frozen=True)
class Named:
    """A person's full name and where it is printed."""

    name: PersonName
    places: tuple[Place, ...]

    @cached_property
    def articles(self) -> frozenset[int]:
        """The numbers of the articles that print it."""
        return frozenset(number for number, _, _ in self.places)

    @cached_property
    def drawn(self) -> tuple[Place, ...]:
        """The first place in each of some articles, evenly drawn."""
        first = {place[0]: place for place in reversed(self.places)}
        return tuple(first[number] for number in sorted(first)[:: -(-len(first) // MOST) or 1])


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for one person and against it, each with its points; `told` are names that both keep company with."""

    signs: Mapping[str, int]
    told: tuple[str, ...] = ()

    @property
    def points(self) -> int:
        """All points together."""
        return sum(self.signs.values())

    @property
    def reason(self) -> str:
        """The signs as a line, what tells most first."""
        ranked = sorted(self.signs, key=lambda sign: (-abs(self.signs[sign]), sign))
        return ", ".join(f"{sign} {self.signs[sign]:+d}" for sign in ranked)


@dataclass(frozen=True)
class Scale:
    """What names are weighed by: the company they keep, how common they are, the words of the articles."""

    company: Company
    called: Called
    texts: Mapping[int, str]
    people: Sequence[Named]

    def likeness(self, one: Named, other: Named) -> Likeness:
        """Weigh two names; `one` is the rarer."""
        themselves = frozenset((*one.name.tokens, *other.name.tokens))
        shared = self.company.shared(one.articles, other.articles, themselves)
        found: set[str] = {"base", *signs(one.name, other.name, self.called), *_company(shared)}
        found.update(self._role(one, other, themselves))
        if SEVERAL < len(one.articles) != shared.together:
            found.update(_established(one.name, other.name, found))
        if found.isdisjoint(COMMON_GROUND):
            found.add("nothing_common")
        if "beside" in found and not found.isdisjoint(KIN):  # in one article: relatives, more likely than slips
            found = found - {"beside"} | {"beside_kin"}
        points: Mapping[str, int] = table("likeness")["points"]
        return Likeness({sign: points[sign] for sign in points if sign in found and points[sign]}, shared.names)

    def _role(self, one: Named, other: Named, themselves: frozenset[str]) -> Iterable[str]:
        """Rare words that stand beside both names."""
        rarity = self.rarity_beside(one, other, themselves)
        steps = table("likeness")["role"]
        return [f"role_{step}" for step, (least, below) in steps.items() if least <= rarity < below]

    def rarity_beside(self, one: Named, other: Named, themselves: frozenset[str]) -> float:
        """How rare the words are, all together, that stand beside both names; `themselves` are the names' own."""
        both = self._beside(one) & self._beside(other) - themselves
        return fsum(self._rarity(word) for word in sorted(both))

    def _rarity(self, word: str) -> float:
        every, some = len(self._sample), self._heard[word]
        return log(every / (1 + some)) if some < COMMON * every else 0.0

    def _beside(self, named: Named) -> frozenset[str]:
        return frozenset(
            word for number, start, end in named.drawn for word in words_beside(self.texts[number], start, end)
        )

    @cached_property
    def _sample(self) -> Sequence[Named]:
        return self.people[:: -(-len(self.people) // SAMPLE) or 1]

    @cached_property
    def _heard(self) -> Counter[str]:
        """Beside how many names of the sample which word stands, by the first place of each."""
        counts: Counter[str] = Counter()
        for each in self._sample:
            number, start, end = each.places[0]
            counts.update(words_beside(self.texts[number], start, end))
        return counts


def words_beside(text: str, start: int, end: int) -> frozenset[str]:
    """The words right before and behind a name, small."""
    before = text[max(0, start - REACH) : start].split()[-BEFORE:]
    after = text[end : end + REACH].split()[:AFTER]
    return frozenset(_WORD.findall(" ".join((*before, ".", *after)).lower()))


def _established(one: PersonName, other: PersonName, found: Container[str]) -> Iterable[str]:
    """What several articles print is no slip; and a second given name that several print tells two apart."""
    if "contained" not in found and (one.surname != other.surname or "given_letter" in found):
        yield "several"
    elif one.surname == other.surname and set(one.given) > set(other.given):
        yield "several_given"


def _company(shared: Shared) -> Iterable[str]:
    """The steps that shared company reaches."""
    if shared.together:
        yield "beside"
    for sign, value in (("close", shared.closest), ("known", shared.known)):
        for step, (least, below) in table("likeness")[sign].items():
            if least <= value < below:
                yield f"{sign}_{step}"
    strange = table("likeness")["strangers"]
    if not shared.together and shared.closest < strange and shared.known < strange:
        yield "strangers"
