"""How large a site will be, told before it is written, and which hosts take one of that size.

Pages of each kind are rendered here and there over the archive, and what they weigh is multiplied. What every site has
is made whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

import yaml

from morgue.browse import holdings
from morgue.publish import in_browser
from morgue.publish.addresses import Address
from morgue.publish.amounts import REST, Amount, kind_of
from morgue.publish.extras import extras
from morgue.publish.press import Made, Press
from morgue.publish.shelves import Shelf, shelves

TRIED = 60  # things of each kind
# Where within each part of a shelf: never at the same place, as what is filed often goes round in some number.
_GOLDEN = 0.6180339887
_ALONE = 20  # articles that would make a name's files as large again as those of a name without articles
_A_CHECKSUM = 95  # bytes of a line in the list of checksums, paths being as long as they are

Chosen = tuple[Address, float]
"""An address, and for how many it stands."""


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
        chosen = _CHOOSING.get(shelf.name, _here_and_there)(press, shelf)
        _add(found, _weighed((made, weight) for address, weight in chosen for made in press.files(address)))
    _add(found, _weighed((made, 1) for made in extras(press)))
    _add(found, in_browser.estimate(press.options))
    checksums = sum(found.values(), Amount()).files * _A_CHECKSUM
    _add(found, {REST: Amount(1, checksums, checksums)})
    return found


def _add(found: dict[str, Amount], more: Mapping[str, Amount]) -> None:
    for kind, amount in more.items():
        found[kind] = found.get(kind, Amount()) + amount


def _weighed(files_made: Iterable[tuple[Made, float]]) -> Mapping[str, Amount]:
    """By kind: files of which each stands for so many."""
    number, size, largest = defaultdict[str, float](float), defaultdict[str, float](float), defaultdict[str, int](int)
    for made, weight in files_made:
        kind, length = kind_of(made.path), len(made.content)
        number[kind] += weight
        size[kind] += weight * length
        largest[kind] = max(largest[kind], length)
    return {kind: Amount(round(number[kind]), round(size[kind]), largest[kind]) for kind in number}


def _here_and_there(press: Press, shelf: Shelf) -> Sequence[Chosen]:
    """One address from each of `TRIED` parts of a shelf."""
    number = shelf.numbers(press.connection)
    far = max(1, min(number // TRIED, shelf.at_once))
    found: list[Address] = []
    for first in _places(number):
        found += shelf.addresses(press.connection, first + 1, first + far)[:1]
    return [(address, shelf.pages(press.connection) / len(found)) for address in found]


def _by_coverage(press: Press, _shelf: Shelf) -> Sequence[Chosen]:
    """Names, those of many articles rather than others: few names have most of the pages."""
    names = [(uid, _ALONE + articles) for uid, articles in holdings.coverage(press.connection)]
    if len(names) <= TRIED:
        return [(Address(f"/entities/{uid}"), 1) for uid, _ in names]
    upto = list(accumulate(size for _, size in names))
    found = [names[bisect_right(upto, place)] for place in _places(upto[-1])]
    return [(Address(f"/entities/{uid}"), upto[-1] / TRIED / size) for uid, size in found]


def _each_kind(press: Press, shelf: Shelf) -> Sequence[Chosen]:
    """Some lists of each kind, to their end."""
    kinds = defaultdict[tuple[str, int], list[Address]](list)
    for address in shelf.addresses(press.connection, 1, shelf.numbers(press.connection)):
        kinds[address.path.split("/")[1], address.path.count("-")].append(address)
    found: list[Chosen] = []
    for alike in kinds.values():
        places = _places(len(alike))
        found += [(alike[place], len(alike) / len(places)) for place in places]
    return found


_CHOOSING: Mapping[str, Callable[[Press, Shelf], Sequence[Chosen]]] = {"entities": _by_coverage, "lists": _each_kind}


def _places(number: int) -> Sequence[int]:
    """Places from 0 up to a number: all, or one within each of `TRIED` parts."""
    if number <= TRIED:
        return range(number)
    return [int((part + part * _GOLDEN % 1) * number / TRIED) for part in range(TRIED)]
