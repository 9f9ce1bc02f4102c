"""What an address of ours is made of: the shape that `pages.PAGES` lists and that plugins and publisher serve."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, dataclass
from typing import Any, Protocol, runtime_checkable

Parameters = Mapping[str, Sequence[str]]
"""A parsed query string: each name with all its values, in order."""

Content = Callable[[sqlite3.Connection, Mapping[str, str], Parameters], object | None]
"""From the archive, the named parts of the path and the query string to a page's content.

None where there is none, `Moved` where it has another address.
"""


Further = Callable[[sqlite3.Connection, Any, Parameters], Any]
"""From the archive, the content of a page with a long list and a query string to the content of another of its pages.

What stands beside the list is taken over: it is asked for once, however many pages there are.
"""


@dataclass(frozen=True, slots=True)
class Moved:
    """That what was asked for has another address now."""

    address: str


@runtime_checkable
class File(Protocol):
    """Content that is no page but a whole file, given as it is."""

    @property
    def name(self) -> str:
        """What to save it as."""

    @property
    def media_type(self) -> str:
        """What a browser is told that it is."""

    def text(self, title: str, root: str) -> str:
        """The file, as the archive of this title gives it that is served at `root` ("https://example.org")."""


ONLY_ON_PAGE = {"only_on_page": True}
"""The metadata of a content's field that serves the page and isn't told in its JSON."""


def is_only_on_page(of: Field[object]) -> bool:
    """Whether a field of content is left out of its JSON."""
    return bool(of.metadata.get("only_on_page"))


HTML = "text/html; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Page:
    """One kind of address.

    `pattern` is a regular expression for the whole path, without `.json`, its parts as named groups. `template` is a
    file under templates/, rendered with the content as `page`; "" where the content is a `File`. `further` is given
    where the other pages of its list can be had for less than `content` asks.
    """

    pattern: str
    template: str
    content: Content
    media_type: str = HTML
    further: Further | None = None

    @property
    def has_json(self) -> bool:
        """Whether the same content is also given as JSON, under the address with `.json` added."""
        return bool(self.template) and self.media_type == HTML


def only(parameters: Parameters, name: str) -> str:
    """The last value given for a parameter, stripped; "" where there is none."""
    values = parameters.get(name, ())
    return values[-1].strip() if values else ""
