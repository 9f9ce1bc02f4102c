"""Where an address of the server leads on the static site.

What has no page of its own leads to where it is told, a list that only a server can narrow leads to search in the
browser, and what is not published leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from morgue.browse import holdings
from morgue.browse.citing.formats import FORMATS
from morgue.browse.opening import Connection
from morgue.browse.search.request import ENTITY_FACETS
from morgue.publish.addresses import INDEX, Address, query_of, read_address
from morgue.publish.feeds import least
from morgue.publish.lists import list_addresses, longest
from morgue.publish.options import Options

REMEMBERED = 50_000  # addresses: names recur on many pages
UID = r"[0-9a-f]{12}"
CITED = "|".join(map(re.escape, FORMATS))
IN_TEXT = ("quote-", "at-")  # what places in the text of an article are called
TABLES = ("/archive", "/-")  # Datasette's own addresses
# The shelf of search that answers for a list that only a server narrows.
SHELVES = {"/quotes": "quotes", "/entities": "entities"}

Rule = Callable[["Targets", re.Match[str], Address], str | None]


class Targets:
    """The target of each address: a path within the site ("articles/0123456789ab/#at-12"), None where there is none."""

    def __init__(self, connection: Connection, options: Options) -> None:
        self.connection, self.options = connection, options
        self.of = lru_cache(REMEMBERED)(self._of)

    @cached_property
    def lists(self) -> frozenset[Address]:
        """The lists that are published."""
        return frozenset(list_addresses(self.connection, only_search=self.options.only_search))

    def _of(self, written: str) -> str | None:
        if written.startswith(TABLES):
            return self.tables(written)
        before, mark, fragment = written.partition("#")
        address = read_address(before)
        target = self._page(address)
        # A place within a page is lost where the page's content is told elsewhere.
        is_own = target == self.folder(address.place) and (self.options.bodies or not fragment.startswith(IN_TEXT))
        return f"{target}#{fragment}" if mark and is_own else target

    def _page(self, address: Address) -> str | None:
        for pattern, rule in _RULES:
            if match := pattern.fullmatch(address.path):
                return rule(self, match, address)
        return None  # what only a server answers

    def folder(self, place: str) -> str:
        """The address of a page by its folder."""
        name = INDEX if self.options.index_names else ""
        return f"{place}/{name}" if place else name

    def tables(self, written: str) -> str | None:
        """Datasette in the browser, where the address stands behind the #. Five on each page, they are not read."""
        address = written.partition("#")[0]
        return f"{self.folder('datasette')}#{address}" if self.options.has("datasette") else None

    def search(self, parameters: tuple[tuple[str, str], ...] = ()) -> str | None:
        """A search in the browser. Its page is there without it, too: it tells how to go about without a search."""
        query = query_of(pair for pair in parameters if pair[0] != "page")
        return self.folder("search") + (f"?{query}" if query and self.options.has("search") else "")


def _home(targets: Targets, _match: re.Match[str], address: Address) -> str | None:
    return targets.folder(address.place)


def _static(_targets: Targets, match: re.Match[str], _address: Address) -> str | None:
    return match[0].lstrip("/")


def _search(targets: Targets, _match: re.Match[str], address: Address) -> str | None:
    return targets.search(address.parameters)


def _list(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    """A list that is published; otherwise search goes on with it, or the names from A to Z."""
    if address.first in targets.lists and address.number <= longest(address):
        return targets.folder(address.place)
    shelf = SHELVES.get(address.path)
    if shelf == "entities" and not targets.options.only_search and "q" not in dict(address.parameters):
        return targets.folder("names")
    if shelf:
        return targets.search((("in", shelf), *address.parameters))
    if targets.options.only_search and match["source"]:
        return targets.search((("source", match["source"]), ("sort", "newest")))
    return targets.search((("sort", "newest"),)) if targets.options.only_search else None


def _thing(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    return targets.folder(address.place) if address.number <= longest(address) else _more_of(targets, match)


def _more_of(targets: Targets, match: re.Match[str]) -> str | None:
    """Search goes on where the articles that name someone are too many to be listed."""
    kind = holdings.kind_of_entity(targets.connection, match["uid"])
    return targets.search(((kind, match["uid"]), ("sort", "newest"))) if kind in ENTITY_FACETS else None


def _story(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    place = None if targets.options.every else holdings.place_of_story(targets.connection, match["uid"])
    if place is None or place.prints > 1:
        return targets.folder(address.place)
    return _in_article(targets, place)


def _said(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    place = None if targets.options.every else holdings.place_said(targets.connection, match["uid"])
    if place is None:
        return targets.folder(address.place)
    if place.prints > 1:
        whole = targets.folder(f"quotes/{place.uid}")
        return whole if place.uid == match["uid"] else f"{whole}#q{match['uid']}"
    return _in_article(targets, place)


def _in_article(targets: Targets, place: holdings.Place) -> str | None:
    article = targets.folder(f"articles/{place.article}")
    return f"{article}#quote-{place.quote}" if place.quote and targets.options.bodies else article


def _compared(targets: Targets, match: re.Match[str], _address: Address) -> str | None:
    if not (targets.options.has("compare") and targets.options.bodies):
        return None
    pair = holdings.pair(targets.connection, match["uid"], match["other"])
    return targets.folder(f"articles/{pair[0]}/compare/{pair[1]}") if pair else None


def _original(targets: Targets, match: re.Match[str], _address: Address) -> str | None:
    if not (targets.options.has("originals") and targets.options.bodies):
        return None
    return original_file(match["uid"], match["digest"])


def original_file(uid: str, digest: str | None) -> str:
    """Where the file of an article lies. As .bin it is saved, not shown: it must never run here as a page of ours."""
    return f"articles/{uid}/original{'-' + digest if digest else ''}.bin"


def _json(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    page = Address(match["path"] or "/", address.parameters)
    own = targets.of(f"{page.path}?{page.query}")
    return page.json_file if targets.options.has("json") and own == targets.folder(page.place) else None


def _citation(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    if not targets.options.has("citations"):
        return None
    own = Address(match["path"])
    return address.place if targets.of(own.path) == targets.folder(own.place) else None


def _feed(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    is_there = not address.parameters and (match["source"] or match[0] == "/feed.atom")
    return address.place if targets.options.has("feeds") and is_there else None


def _feed_of_entity(targets: Targets, match: re.Match[str], address: Address) -> str | None:
    if address.parameters or not targets.options.has("feeds"):
        return None
    of: holdings.Feeding = "quotes" if match["quotes"] else "articles"
    is_there = holdings.is_fed(targets.connection, of, least(targets.options), match["uid"])
    return address.place if is_there else None


def _nowhere(_targets: Targets, _match: re.Match[str], _address: Address) -> None:
    """What only a server can answer, and nobody reads."""


def _file(targets: Targets, _match: re.Match[str], address: Address) -> str | None:
    return address.place if targets.options.base_url else None


# The rule for what is most common stands first.
_RULES: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"/quotes/(?P<uid>{UID})", _said),
        (rf"/(?:entities|articles)/(?P<uid>{UID})", _thing),
        (rf"/stories/(?P<uid>{UID})", _story),
        (r"/search", _search),
        (rf"/articles/(?P<uid>{UID})/compare/(?P<other>{UID})", _compared),
        (rf"/articles/(?P<uid>{UID})/original(?:/(?P<digest>{UID}))?", _original),
        (rf"(?P<path>/(?:articles|quotes)/{UID})\.(?:{CITED})", _citation),
        (r"/static/.+", _static),
        (r"/", _home),
        (rf"/entities/(?P<uid>{UID})(?P<quotes>/quotes)?\.atom", _feed_of_entity),
        (r"/(?:feed|search|(?P<source>sources/[0-9]+))\.atom", _feed),
        (r"/(?:sitemap|opensearch)\.xml|/sitemaps/.+\.xml", _file),
        (r"/(?:suggest\.json|search\.(?:csv|jsonl))", _nowhere),
        (r"(?P<path>/(?:[a-z0-9/-]*[a-z0-9])?)\.json", _json),
        (r"/(?:stories|entities|quotes|discrepancies|dates|names|about|sources(?:/(?P<source>[0-9]+))?)", _list),
        (r"/(?:dates|names)/(?P<source>)[a-z0-9-]+", _list),
    )
)
