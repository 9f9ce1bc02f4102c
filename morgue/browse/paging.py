"""Long lists in pages: which page is asked for, and the addresses of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

from morgue.browse.addresses import Parameters, only

SIZE = 40
LAST = 5000  # beyond it the database would read for seconds only to skip

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Paging:
    """The page `number` (from 1) of a list, and whether there is another after it."""

    number: int
    more: bool
    previous: str | None
    next: str | None

    @property
    def is_alone(self) -> bool:
        """Whether the list fits on one page."""
        return self.number == 1 and not self.more


def page_number(parameters: Parameters) -> int:
    """The page asked for; 1 where the parameter is missing or makes no sense."""
    asked = only(parameters, "page")
    return min(max(int(asked), 1), LAST) if asked.isascii() and asked.isdigit() and len(asked) < len("10000000") else 1


def window(parameters: Parameters) -> tuple[int, int]:
    """LIMIT and OFFSET for the page asked for: one row more than shown tells whether there is a next page."""
    return SIZE + 1, (page_number(parameters) - 1) * SIZE


def paged(rows: Sequence[Row], parameters: Parameters) -> tuple[Sequence[Row], Paging]:
    """The rows to show of those that `window` fetched, and the paging."""
    return rows[:SIZE], numbered(parameters, more=len(rows) > SIZE)


def numbered(parameters: Parameters, *, more: bool) -> Paging:
    """The paging of a list that was cut elsewhere, by whether there is `more` of it."""
    number = page_number(parameters)
    return Paging(
        number=number,
        more=more,
        previous=_address(parameters, number - 1) if number > 1 else None,
        next=_address(parameters, number + 1) if more else None,
    )


def _address(parameters: Parameters, number: int) -> str:
    kept = [(name, value) for name, values in parameters.items() if name != "page" for value in values]
    return "?" + urlencode([*kept, ("page", number)])
