"""An address of the server, and the file that stands for it on a static site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, quote_plus

INDEX = "index.html"
# Parameters that ask for what is shown without them.
USUAL = {("/stories", "sort", "newest")}


_quoted = lru_cache(10_000)(quote_plus)  # names of parameters, uids, dates: the same in most addresses


def query_of(parameters: Iterable[tuple[str, str]]) -> str:
    """Parameters as they stand behind a question mark."""
    return "&".join([f"{_quoted(name)}={_quoted(value)}" for name, value in parameters])


@dataclass(frozen=True, slots=True)
class Address:
    """A path with its parameters: "/stories?sort=largest&page=2" is the folder stories/sort/largest/page/2."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def query(self) -> str:
        """The parameters as they stand behind the question mark."""
        return query_of(self.parameters)

    @property
    def number(self) -> int:
        """The page of a long list, from 1."""
        asked = dict(self.parameters).get("page", "1")
        return int(asked) if asked.isascii() and asked.isdigit() else 1

    @property
    def first(self) -> Address:
        """The first page of the same list."""
        return Address(self.path, tuple(pair for pair in self.parameters if pair[0] != "page"))

    def page(self, number: int) -> Address:
        """Another page of the same list."""
        first = self.first
        return first if number == 1 else Address(self.path, (*first.parameters, ("page", str(number))))

    @property
    def place(self) -> str:
        """The folder on the site, without slashes around it; "" is the site itself."""
        return "/".join([self.path.strip("/"), *(part for pair in self.parameters for part in pair)]).strip("/")

    @property
    def page_file(self) -> str:
        """The file of the page."""
        return f"{self.place}/{INDEX}" if self.place else INDEX

    @property
    def json_file(self) -> str:
        """The file beside the page that holds the same as JSON."""
        return f"{self.place or 'index'}.json"


def read_address(text: str) -> Address:
    """An address as it stands in a page, without its fragment. What differs in nothing is written in one way."""
    path, _, query = text.partition("?")
    if not query:
        return Address(path)
    given = [
        (name, value)
        for name, value in parse_qsl(query)
        if value and (path, name, value) not in USUAL and (name, value) != ("page", "1")
    ]
    return Address(path, tuple(sorted(given, key=lambda pair: (pair[0] == "page", pair))))
