"""What holds of articles by human verdict, all verdicts taken together. Articles are clipping ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from morgue.link.corrections.desk import CORRECTION
from morgue.model import Applied, MadeKind, Problem

__all__ = ["CORRECTION", "NO_RULING", "Pair", "Ruling"]

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Which articles are one story and which are not, what was made from what and what was not.

    `together` are pairs in the order of the file; whoever is made from another is together with it. `apart` and
    `underived` hold each pair in both orders. `made` is by article and source, with how it was made if that was said;
    it has no circles, and no pair that is underived.
    """

    together: tuple[Pair, ...] = ()
    apart: frozenset[Pair] = frozenset()
    made: Mapping[Pair, MadeKind | None] = field(default_factory=dict)
    underived: frozenset[Pair] = frozenset()
    applied: tuple[Applied, ...] = ()
    problems: tuple[Problem, ...] = ()

    def part(self, some: Sequence[int], others: Sequence[int]) -> bool:
        """Whether two groups of articles may not become one story."""
        return bool(self.apart) and any((one, two) in self.apart for one in some for two in others)

    def sources_first(self, members: Sequence[int]) -> list[int]:
        """The members in their order, but each behind whatever it was made from."""
        ordered: list[int] = []

        def put(member: int) -> None:
            if member not in ordered:
                for source in (s for article, s in self.made if article == member and s in members):
                    put(source)
                ordered.append(member)

        if not self.made:
            return list(members)
        for member in members:
            put(member)
        return ordered


NO_RULING: Final = Ruling()
