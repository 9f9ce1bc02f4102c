"""What a search address asks for, read from its parameters and written back as a permanent address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar, get_args
from urllib.parse import urlencode

from morgue.browse.addresses import Parameters, only

Sort = Literal["relevance", "newest", "oldest", "printed", "altered"]
Shelf = Literal["articles", "quotes", "entities"]
Match = Literal["auto", "all", "any"]

ENTITY_FACETS = ("person", "organization", "place", "group")
# In the order in which the page shows them.
FACETS = ("person", "organization", "place", "speaker", "source", "derivation", "wire", "group", "language")
QUOTE_FILTERS = ("form", "about", "altered")  # what is asked of quotes
FILTERS = (*FACETS, "story", *QUOTE_FILTERS)

SEARCH = "/search"
SMALLEST, USUAL, LARGEST = 10, 20, 100  # hits on a page

Choice = TypeVar("Choice", bound=str)

_NUMBER = re.compile(r"[0-9]{1,5}")
_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Filter:
    """One narrowing: articles with this value, or (`excluded`) without it."""

    name: str
    value: str
    excluded: bool = False

    @property
    def written(self) -> str:
        """The value as it stands in an address."""
        return f"-{self.value}" if self.excluded else self.value


@dataclass(frozen=True, slots=True)
class Request:
    """A search. `sort` is None where none was asked for; `start` and `end` are days, months or years, or "".

    `path` is the page that shows it: a page of one shelf only need not be told which.
    """

    q: str = ""
    filters: tuple[Filter, ...] = ()
    start: str = ""
    end: str = ""
    sort: Sort | None = None
    shelf: Shelf = "articles"
    fold: bool = True
    match: Match = "auto"
    size: int = USUAL
    after: str = ""
    notes: tuple[str, ...] = ()
    path: str = SEARCH

    def usual_sort(self, *, words: bool) -> Sort:
        """The order where none was asked for: the best first; without words the newest, on /quotes the most printed."""
        if words:
            return "relevance"
        return "newest" if self.path == SEARCH else "printed"

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words narrows the search."""
        return bool(self.filters or self.start or self.end)

    def parameters(self) -> list[tuple[str, str]]:
        """Name and value of everything that differs from the default, in one order whatever was typed first."""
        stated = {
            "q": self.q,
            "from": self.start,
            "to": self.end,
            "sort": self.sort or "",
            "in": self.shelf if self.shelf != "articles" and self.path == SEARCH else "",
            "match": self.match if self.match != "auto" else "",
            "fold": "" if self.fold else "0",
            "size": str(self.size) if self.size != USUAL else "",
            "next": self.after,
        }
        filters = [(each.name, each.written) for each in sorted(self.filters, key=_place)]
        return [("q", self.q)][: bool(self.q)] + filters + [(n, v) for n, v in stated.items() if v and n != "q"]

    @property
    def address(self) -> str:
        """The permanent address of this search."""
        written = urlencode(self.parameters())
        return f"{self.path}?{written}" if written else self.path

    def with_filter(self, new: Filter) -> Request:
        """This search, narrowed by one more value."""
        return replace(self, filters=(*self.filters, new), after="")

    def without_filters(self, *old: Filter) -> Request:
        """This search without some of its narrowings."""
        return replace(self, filters=tuple(each for each in self.filters if each not in old), after="")


def _place(each: Filter) -> int:
    return FILTERS.index(each.name)


def request(parameters: Parameters) -> Request:
    """Read a search from the parameters of its address. What makes no sense is left out, dates with a note."""
    start, end = only(parameters, "from"), only(parameters, "to")
    fold, size = only(parameters, "fold"), only(parameters, "size")
    return Request(
        q=" ".join(parameters.get("q", ())).strip(),
        filters=tuple(dict.fromkeys(_filters(parameters))),
        start=start if _DATE.fullmatch(start) else "",
        end=end if _DATE.fullmatch(end) else "",
        sort=_choice(parameters, "sort", {name: name for name in get_args(Sort)}),
        shelf=_choice(parameters, "in", {name: name for name in get_args(Shelf)}) or "articles",
        fold=fold != "0",
        match=_choice(parameters, "match", {name: name for name in get_args(Match)}) or "auto",
        size=min(max(int(size), SMALLEST), LARGEST) if _NUMBER.fullmatch(size) else USUAL,
        after=only(parameters, "next"),
        notes=tuple(
            f"“{day}” is not a date (YYYY, YYYY-MM or YYYY-MM-DD) and was left out."
            for day in (start, end)
            if day and not _DATE.fullmatch(day)
        ),
    )


def _filters(parameters: Parameters) -> list[Filter]:
    stated = [(name, value.strip()) for name in FILTERS for value in parameters.get(name, ())]
    return [Filter(name, value.removeprefix("-"), value.startswith("-")) for name, value in stated if value.strip("- ")]


def _choice(parameters: Parameters, name: str, choices: Mapping[str, Choice]) -> Choice | None:
    return choices.get(only(parameters, name))
