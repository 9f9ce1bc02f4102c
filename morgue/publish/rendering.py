"""Renders the project's templates as the server does, without a server between."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader
from markupsafe import Markup

from morgue.browse.opening import Connection
from morgue.browse.paging import Paging
from morgue.browse.prose import render
from morgue.browse.site import site
from morgue.browse.standards.head import Head, head
from morgue.browse.standards.linked_data import Place
from morgue.browse.titles import archivists_words, split_title
from morgue.publish.addresses import Address
from morgue.publish.lists import longest
from morgue.publish.options import Options
from morgue.publish.targets import Targets
from morgue.publish.templates import Templates


@dataclass(frozen=True, slots=True)
class Asked:
    """What templates want to know of a request."""

    path: str
    query_string: str


class Renderer:
    """The templates of a folder, with what every page is told of the archive."""

    def __init__(self, connection: Connection, options: Options, targets: Targets) -> None:
        self.options, self.targets = options, targets
        self.title, about = split_title(archivists_words(options.folder))
        self.site = site(connection, self.title)
        self._environment = Templates(loader=_loader(options.folder), autoescape=True, auto_reload=False)
        self._environment.globals.update(
            site=self.site,
            about=Markup(render(about)),  # noqa: S704 - nh3 cleaned it
            root=options.base_url,
            head_of=self._head,
            edition=options,
            list_ends=self._list_ends,
        )
        self._asked = Address(
            "/"
        )  # the page at work: a macro of another file, as that of paging, is told of globals only

    def page(self, template: str, address: Address, page: Any, /, **more: Any) -> str:
        """The page of an address as the server would give it, its links from the server's root."""
        self._asked = address
        context = {
            "page": page,
            "address": address.path,
            "json_address": self._json_address(address),
            "address_of": self.address_of,
            "request": Asked(address.path, address.query),
        }
        return self._environment.get_template(template).render({**context, **more})

    def address_of(self, written: str) -> str:
        """An address of the server as the site has it, from its root."""
        target = self.targets.of(written)
        return written if target is None else f"/{target}"

    def _list_ends(self, paging: Paging) -> str:
        """Where a list that ends on this page, and only here, goes on: "names", "search", "stories" or "nowhere".

        Empty where it goes on, or where there is no more of it.
        """
        if not paging.more or paging.number < longest(self._asked):
            return ""
        place = (self.targets.of(f"{self._asked.path}{paging.next}") or "").partition("/")[0]
        if place == "names" or (place == "search" and self.options.has("search")):
            return place
        return "stories" if self._asked.path == "/stories" else "nowhere"

    def _json_address(self, address: Address) -> str | None:
        query = f"?{address.query}" if address.query else ""
        return f"{address.path}.json{query}" if self.options.has("json") else None

    def _head(self, page: Any, address: str, query: str, *_of_site: Any) -> Head:
        return head(page, address, query, Place(self.options.base_url, self.title, self.address_of))


def _loader(folder: Path) -> FileSystemLoader:
    """Our templates, and those of Datasette, which ours include. To import it only to know where it lies takes long."""
    datasette = find_spec("datasette")
    places = datasette.submodule_search_locations if datasette else None
    found = [Path(path) / "templates" for path in places or ()]
    return FileSystemLoader([folder / "templates", *found])
