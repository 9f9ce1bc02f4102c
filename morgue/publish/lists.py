"""The lists of a site, and how far each goes on."""

from __future__ import annotations

from functools import lru_cache

from morgue.browse.dates import UNDATED, dated, dates
from morgue.browse.discrepancies import discrepancies
from morgue.browse.entities import entities
from morgue.browse.holdings import sources
from morgue.browse.names import ALPHABET
from morgue.browse.opening import Connection
from morgue.browse.paging import LAST
from morgue.publish.addresses import Address

MOST = 25  # pages of a list of which another one holds everything, or that search goes on with
# Lists by which everything can be reached: they go on to their end.
WHOLE = ("/stories", "/sources", "/discrepancies", "/dates", "/names")
PLAIN = ("/", "/stories", "/entities", "/quotes", "/sources", "/discrepancies", "/dates", "/names", "/about")


def longest(address: Address) -> int:
    """How many pages of a list are published."""
    is_whole = address.path.startswith(WHOLE) and "sort" not in dict(address.parameters)
    return LAST if is_whole else MOST


@lru_cache(maxsize=1)
def list_addresses(connection: Connection, *, only_search: bool = False) -> tuple[Address, ...]:
    """The first page of each list; where search is all, those that are none of things that it finds."""
    if only_search:
        return Address("/"), Address("/about")
    kinds = [("/entities", kind) for kind, _ in entities(connection, {}, {}).kinds]
    kinds += [("/discrepancies", kind) for kind, _ in discrepancies(connection, {}, {}).kinds]
    return (
        *map(Address, PLAIN),
        Address("/stories", (("sort", "largest"),)),
        Address("/quotes", (("altered", "1"),)),
        *(Address(path, (("kind", kind),)) for path, kind in kinds),
        *(Address(f"/names/{letter}") for letter in ALPHABET),
        *(Address(f"/sources/{number}") for number, _ in sources(connection)),
        *(Address(f"/dates/{period}") for period in _periods(connection)),
    )


def _periods(connection: Connection) -> list[str]:
    """Every year, month and day on which something was printed, and the lack of a date."""
    all_dates = dates(connection, {}, {})
    found = [UNDATED] if all_dates.undated else []
    for year, months in all_dates.years:
        found.append(year.name)
        for month in months:
            found += [month.name, *(day.name for day in dated(connection, {"period": month.name}, {}).parts)]
    return found
