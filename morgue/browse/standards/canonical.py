"""Under which address a page should be known, whichever of its addresses it was asked by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from urllib.parse import parse_qsl, urlencode

from morgue.browse.compare import Compare
from morgue.browse.quote import Utterance

# Pages whose parameters choose what they list. Everywhere else a parameter changes nothing but the page of a long list.
LISTS = frozenset({"/search", "/stories", "/entities", "/quotes", "/sources", "/discrepancies"})
PLACES = ("next", "page")  # where in a list the reader is


@dataclass(frozen=True, slots=True)
class Canonical:
    """The address, and whether a search engine should list it: one choice of many from a list it should not."""

    address: str
    listed: bool


@singledispatch
def path_of(content: object, path: str) -> str:
    """The path by which the content that was asked for at `path` should be known."""
    del content
    return path


@path_of.register
def _(content: Utterance, path: str) -> str:
    """A thing said has one page, though each of its prints leads there by an address of its own."""
    del path
    return content.line.address


@path_of.register
def _(content: Compare, path: str) -> str:
    """Either version may be named first; what was made is compared with what it was made from."""
    del path
    return f"/articles/{content.right.uid}/compare/{content.left.uid}"


def canonical(path: str, query: str) -> Canonical:
    """The canonical address of what `path?query` shows."""
    if not query:
        return Canonical(path, listed=True)
    given = [(name, value) for name, value in parse_qsl(query) if value]
    if path not in LISTS:
        return Canonical(
            _written(path, [(name, value) for name, value in given if _is_later(name, value)]), listed=True
        )
    chosen = [pair for pair in given if pair[0] not in PLACES]
    places = [pair for pair in given if _is_later(*pair)]
    # A keyset place dies with the archive: its page is known by the address of the whole search.
    listed = not chosen and not any(name == "next" for name, _ in given)
    return Canonical(_written(path, chosen + places), listed)


def _is_later(name: str, value: str) -> bool:
    return name == "page" and value.isascii() and value.isdigit() and int(value) > 1


def _written(path: str, parameters: list[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(parameters)}" if parameters else path
