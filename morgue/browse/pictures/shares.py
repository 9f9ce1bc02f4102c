"""What something is made of: a bar in stretches, one for each part, in the same order everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

WIDTH = 100.0
# In this order from left to right: what was taken from others first, so that bars can be compared at their left.
DERIVATIONS = ("copy", "partial", "rewrite", "original", "independent")
TAKEN = ("copy", "partial", "rewrite")
SCOPES = (0.05, 0.1, 0.25, 0.5)  # parts of the whole that a picture may be enlarged to


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a bar, in hundredths of it."""

    kind: str
    n: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Shares:
    """A bar of articles by derivation. Of few copies among many articles, only the left part is drawn, `scope` of 1."""

    counts: Mapping[str, int]
    scope: float = 1.0

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def taken(self) -> int:
        """Those that were made from others."""
        return sum(self.counts.get(kind, 0) for kind in TAKEN)

    @property
    def share_taken(self) -> float:
        """How much of the whole they are, 0 to 1."""
        return self.taken / self.total if self.total else 0.0

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The parts that there are, side by side."""
        return tuple(self._stretches())

    def _stretches(self) -> Iterator[Stretch]:
        x = 0.0
        for kind in DERIVATIONS:
            n = self.counts.get(kind, 0)
            width = min(WIDTH * n / max(self.total, 1) / self.scope, WIDTH - x)
            if n:
                yield Stretch(kind, n, round(x, 2), round(width, 2))
            x += width


def scope(bars: Iterable[Mapping[str, int]]) -> float:
    """The part of the whole that holds all that is not independent, in each of these counts by derivation."""
    shares = (1 - counts.get("independent", 0) / max(sum(counts.values()), 1) for counts in bars)
    most = max(shares, default=1.0)
    return next((part for part in SCOPES if most <= part), 1.0)
