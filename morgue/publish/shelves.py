"""Everything that has a page, shelf by shelf, in ranges that several processes can share.

Long lists are asked for by their first page: who renders it goes on to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from morgue.browse import holdings
from morgue.browse.opening import Connection
from morgue.publish.addresses import Address
from morgue.publish.feeds import feed_of, least
from morgue.publish.lists import list_addresses
from morgue.publish.options import Options

Addresses = Callable[[Connection, int, int], Sequence[Address]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Things of one kind: how many numbers they have, how many of these have a page, and their addresses.

    Numbers are from 1; `at_once` tells how many make a good portion of work.
    """

    name: str
    numbers: Callable[[Connection], int]
    pages: Callable[[Connection], int]
    addresses: Addresses
    at_once: int


def shelves(options: Options) -> tuple[Shelf, ...]:
    """The shelves of a site. Lists come last: nobody can tell beforehand how many pages they have."""
    found = [_things("articles"), _entities(), _things("stories", shared=not options.every)]
    found.append(_things("utterances", "quotes", shared=not options.every))
    if options.has("compare") and options.bodies:
        found.append(Shelf("compare", _highest("articles"), _pair_count, _pairs, 60))
    if options.has("feeds"):
        found += [_feeds("articles", least(options)), _feeds("quotes", least(options))]
    found.append(Shelf("dropped", _one, _dropped_count, _dropped, 1))
    if options.every:
        found += [_things("quotes"), _things("former_uids", "entities")]
    return (*found, _lists(options))


def _one(_connection: Connection) -> int:
    return 1


def _dropped(connection: Connection, _first: int, _last: int) -> Sequence[Address]:
    return [Address(f"/entities/{uid}") for uid in holdings.dropped(connection)]


def _dropped_count(connection: Connection) -> int:
    return len(holdings.dropped(connection))


def _lists(options: Options) -> Shelf:
    def number(connection: Connection) -> int:
        return len(list_addresses(connection, only_search=options.only_search))

    def some(connection: Connection, first: int, last: int) -> Sequence[Address]:
        return list_addresses(connection, only_search=options.only_search)[first - 1 : last]

    return Shelf("lists", number, number, some, 1)


def _entities() -> Shelf:
    def some(connection: Connection, first: int, last: int) -> Sequence[Address]:
        return [Address(f"/entities/{uid}") for uid in holdings.uids(connection, "entities", first, last)]

    return Shelf("entities", _highest("entities"), _highest("entities"), some, 100)


def _feeds(of: holdings.Feeding, fewest: int) -> Shelf:
    """Of whom many articles tell, or who says much."""

    def some(connection: Connection, first: int, last: int) -> Sequence[Address]:
        return [feed_of(of, uid) for uid in holdings.fed(connection, of, fewest, first, last)]

    def pages(connection: Connection) -> int:
        return len(some(connection, 1, _highest("entities")(connection)))

    return Shelf(f"feeds of {of}", _highest("entities"), pages, some, 1000)


def _things(kind: holdings.Kind, folder: str = "", *, shared: bool = False) -> Shelf:
    """Things with a uid, each at /FOLDER/UID."""

    def some(connection: Connection, first: int, last: int) -> Sequence[Address]:
        found = holdings.uids(connection, kind, first, last, shared=shared)
        return [Address(f"/{folder or kind}/{uid}") for uid in found]

    def pages(connection: Connection) -> int:
        return holdings.count(connection, kind, shared=shared)

    return Shelf(kind, _highest(kind), pages, some, 2000 if shared else 100)


def _pairs(connection: Connection, first: int, last: int) -> Sequence[Address]:
    return [Address(f"/articles/{one}/compare/{other}") for one, other in holdings.pairs(connection, first, last)]


def _pair_count(connection: Connection) -> int:
    return holdings.pair_count(connection)


def _highest(kind: holdings.Kind) -> Callable[[Connection], int]:
    return lambda connection: holdings.highest(connection, kind)
