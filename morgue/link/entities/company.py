"""The company that a name keeps: which other names stand in its articles, and how much two names share of that.

Two spellings of one name stand among the same names; two people of one name among others. Names that half the archive
prints tell nothing, so each weighs by its rarity. Whoever is compared must not speak for himself: names that have a
word of his are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum, log, sqrt
from typing import Final

from morgue.link.entities.names import fold
from morgue.model import Clipping

MOST: Final = 40  # articles of one name that are looked at, evenly drawn
COMMON: Final = 0.1  # share of the articles from which on a name tells nothing
TOLD: Final = 5  # shared names that are told as a reason


@dataclass(frozen=True, slots=True)
class Shared:
    """What two names share.

    Attributes:
        closest: How alike the most alike two of their articles are by the names in them: 0 none, 1 the same names.
        known: The share, by weight, of the rarer one's company that stands in the other's articles, too: 0 to 1.
        names: Shared names, what tells most first.
        together: How many articles print both.
    """

    closest: float = 0.0
    known: float = 0.0
    names: tuple[str, ...] = ()
    together: int = 0


@dataclass(frozen=True, slots=True)
class Company:
    """The names of each article, folded, by the article's number; what each name weighs (0: too common to tell)."""

    names: Mapping[int, frozenset[str]]
    weight: Mapping[str, float]

    def articles(self, name: str) -> int:
        """How many articles print a folded name; 0 for one that only one article prints, or too many."""
        return round(len(self.names) / exp(self.weight[name])) if name in self.weight else 0

    def shared(self, one: Iterable[int], other: Iterable[int], themselves: frozenset[str] = frozenset()) -> Shared:
        """Compare the company of two names.

        Args:
            one: The numbers of the articles that print the rarer name.
            other: Those that print the other name. Articles that print both count in `together` alone.
            themselves: Folded words of both names: names with one of these are left out.
        """
        ones, others = set(one), set(other)
        together = ones & others
        mine = [self._telling(number, themselves) for number in _drawn(ones - together)]
        theirs = [self._telling(number, themselves) for number in _drawn(others - together)]
        if not mine or not theirs:
            return Shared(together=len(together))
        known = frozenset[str]().union(*mine)
        near = known.intersection(frozenset[str]().union(*theirs))
        told = sorted(near, key=lambda name: (-self.weight[name], name))[:TOLD]
        return Shared(
            closest=self._closest(mine, theirs, near) if near else 0.0,
            known=self._sum(near) / (self._sum(known) or 1.0),
            names=tuple(told),
            together=len(together),
        )

    def _telling(self, number: int, themselves: frozenset[str]) -> frozenset[str]:
        names = self.names.get(number, frozenset())
        return frozenset(name for name in names if themselves.isdisjoint(name.split())) if themselves else names

    def _closest(self, mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]], near: frozenset[str]) -> float:
        """The highest cosine of two articles."""
        ones = [(names & near, self._length(names)) for names in mine]
        others = [(names & near, self._length(names)) for names in theirs if not near.isdisjoint(names)]
        return max(
            (self._sum(a & b, 2) / (length * another) for a, length in ones for b, another in others if a & b),
            default=0.0,
        )

    def _length(self, names: Iterable[str]) -> float:
        return sqrt(self._sum(names, 2))

    def _sum(self, names: Iterable[str], power: int = 1) -> float:
        return fsum(self.weight[name] ** power for name in names)


def company_of(clippings: Sequence[Clipping]) -> Company:
    """Note which names stand in which articles."""
    printed = {c.id: frozenset(fold(m.text) for m in c.facts.mentions) for c in clippings}
    articles = Counter(name for names in printed.values() for name in names)
    most = max(2.0, COMMON * len(printed))
    telling = {name: count for name, count in articles.items() if 1 < count <= most and count < len(printed)}
    weight = {name: log(len(printed) / count) for name, count in telling.items()}
    return Company({number: names & weight.keys() for number, names in printed.items()}, weight)


def _drawn(numbers: Iterable[int]) -> list[int]:
    ordered = sorted(numbers)
    return ordered[:: -(-len(ordered) // MOST) or 1]
