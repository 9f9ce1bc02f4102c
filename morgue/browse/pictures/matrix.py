"""Who stands beside whom how often: a triangle of dots, the larger the more often."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from morgue.browse.pictures.tree import cut

WIDTH = 360.0
NAMES = 152.0  # what is left of the dots, for the names of the rows
LETTER = 7.0  # a wide letter of a name at the size of morgue.css
STEP = 17.0  # from row to row and from column to column
LARGEST, SMALLEST = 7.5, 0.8  # radius of a dot
TITLED = 12  # how many fit


@dataclass(frozen=True, slots=True)
class Name:
    """One row, which is also a column: its number stands where the two meet."""

    label: str
    full: str
    address: str
    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """How often two stand together."""

    one: Name
    other: Name
    n: int
    x: float
    y: float
    radius: float

    @property
    def address(self) -> str:
        """Where both are quoted."""
        one, other = (name.address.rpartition("/")[2] for name in (self.one, self.other))
        return f"/search?speaker={one}&speaker={other}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """A whole picture in user units; `dots` has the pairs, those together most often first."""

    width: float
    height: float
    names: tuple[Name, ...]
    dots: tuple[Dot, ...]


def matrix(names: Sequence[tuple[str, str]], together: Mapping[frozenset[str], int]) -> Matrix | None:
    """Draw who stands with whom; None where no two do.

    Args:
        names: Address and name of each, in the order of the rows; the first `TITLED` are drawn.
        together: How often two addresses stand together.
    """
    rows = [_name(place, *name) for place, name in enumerate(names[:TITLED])]
    found = [(one, other, together.get(frozenset((one.address, other.address)), 0)) for one, other in _pairs(rows)]
    top = max((n for _, _, n in found), default=0)
    if not top:
        return None
    dots = [
        Dot(one, other, n, one.x, other.y, round(max(LARGEST * math.sqrt(n / top), SMALLEST), 2))
        for one, other, n in found
        if n
    ]
    height = len(rows) * STEP + 4
    return Matrix(WIDTH, height, tuple(rows), tuple(sorted(dots, key=lambda dot: -dot.n)))


def _name(place: int, address: str, name: str) -> Name:
    x, y = NAMES + (place + 0.5) * STEP, (place + 0.5) * STEP + 2
    return Name(cut(name, NAMES - 4, LETTER), name, address, place + 1, x, y)


def _pairs(rows: Sequence[Name]) -> Sequence[tuple[Name, Name]]:
    """Each pair once, the upper row first: its column runs down to the row of the other."""
    return list(combinations(rows, 2))
