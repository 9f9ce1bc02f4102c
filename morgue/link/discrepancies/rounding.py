"""When two numbers can be one: rounded, rough, or with a slip of the digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

# A rounded number is this close to the exact one; a rough one, given as "about" or "nearly", this close.
ROUNDED: Final = 0.05
ROUGH: Final = 0.1
# Numbers of so many digits are seldom alike by chance.
TELLING_DIGITS: Final = 3


def agree(one: float, two: float, *, hedged: bool = False) -> bool:
    """Whether two numbers can be meant for one: equal, one rounded from the other, or rough and near."""
    if one == two:
        return True
    apart = abs(one - two) / max(abs(one), abs(two))
    return (hedged and apart <= ROUGH) or (apart <= ROUNDED and _rounds(one, two))


def slip(one: float, two: float) -> bool:
    """Whether one number is the other with its digits in another order, or with one digit changed: 618 and 681."""
    ours, theirs = (_digits(number) for number in (one, two))
    if len(ours) != len(theirs) or len(ours) < TELLING_DIGITS or "." in ours + theirs:
        return False
    changed = sum(a != b for a, b in zip(ours, theirs, strict=True))
    return sorted(ours) == sorted(theirs) or (changed == 1 and len(ours.rstrip("0")) >= TELLING_DIGITS)


def _rounds(one: float, two: float) -> bool:
    """Whether the number with fewer telling digits is what the other rounds to."""
    coarse, fine = sorted(
        (Decimal(repr(one)), Decimal(repr(two))), key=lambda number: len(number.normalize().as_tuple()[1])
    )
    return fine.quantize(coarse.normalize()) == coarse


def _digits(number: float) -> str:
    return f"{abs(number):.15g}"
