"""How large a site will be, told before it is written, and which hosts take one of that size.

Pages of each kind are rendered here and there over the archive, and what they weigh is multiplied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from morgue.publish.addresses import Address
from morgue.publish.amounts import Amount, kind_of
from morgue.publish.press import Press
from morgue.publish.shelves import Shelf, shelves

TRIED = 40  # things of each kind


@dataclass(frozen=True, slots=True)
class Host:
    """A host of static sites, and what it allows; None is no limit."""

    name: str
    bytes: int | None = None
    files: int | None = None
    largest: int | None = None

    def refuses(self, amount: Amount) -> tuple[str, ...]:
        """By which limits it refuses a site: "files", "bytes", "largest"."""
        limits = {"bytes": self.bytes, "files": self.files, "largest": self.largest}
        return tuple(name for name, most in limits.items() if most is not None and getattr(amount, name) > most)


@cache
def hosts() -> tuple[Host, ...]:
    """The hosts that are known."""
    text = files("morgue.publish").joinpath("hosts.yml").read_text(encoding="utf-8")
    return tuple(Host(name, **limits) for name, limits in yaml.safe_load(text).items())


def estimate(press: Press) -> dict[str, Amount]:
    """About how many files and bytes there will be of each kind."""
    found: dict[str, Amount] = {}
    for shelf in shelves(press.options):
        for kind, amount in _of_shelf(press, shelf).items():
            found[kind] = found.get(kind, Amount()) + amount
    return found


def _of_shelf(press: Press, shelf: Shelf) -> Mapping[str, Amount]:
    tried, sizes = 0, dict[str, Amount]()
    for address in _some(press, shelf):
        tried += 1
        for made in press.files(address):
            kind = kind_of(made.path)
            sizes[kind] = sizes.get(kind, Amount()) + Amount(1, len(made.content), len(made.content))
    share = shelf.pages(press.connection) / tried if tried else 0
    return {kind: amount.times(share) for kind, amount in sizes.items()}


def _some(press: Press, shelf: Shelf) -> Iterator[Address]:
    """About `TRIED` addresses of a shelf, one from the middle of each part: what comes first is often the largest."""
    number = shelf.numbers(press.connection)
    stride = max(1, number // TRIED)
    for first in range(1 + stride // 2, number + 1, stride):
        yield from shelf.addresses(press.connection, first, first + max(1, min(stride, shelf.at_once)) - 1)[:1]
