"""Answers requests by Datasette, in the browser: `web/client/live/worker.js` runs this.

What Datasette takes for the root of a server is a folder of the site there: addresses in its pages are rewritten as in
all other pages, and lead to these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.utils import PrefixedUrlString

from morgue.browse.opening import opened
from morgue.publish import links
from morgue.publish.options import Options
from morgue.publish.targets import Targets

NAME = "archive"
APP = "datasette/app"  # where Datasette's own addresses are on the site
_CALLED = "http://datasette.invalid"  # its host, as Datasette sees it: a name that no text has
# There is nobody else to wait for this reader, who fetches what he asks for over a network; and there are no threads.
_SETTINGS = {
    "num_sql_threads": 0,
    "sql_time_limit_ms": 120_000,
    "facet_time_limit_ms": 120_000,
    "allow_download": False,
    "cache_size_kb": 8000,
}

_OWN = re.compile(r"/(?:archive|-)(?:[/.?#].*)?", re.DOTALL)
# Its pages are shown in a frame, by a page of the same site.
_ALONE, _FRAMED = "frame-ancestors 'none'", "frame-ancestors 'self'"

Answer = tuple[int, dict[str, str], bytes]


class Desk:
    """Datasette on a published archive.

    Args:
        database: The archive, which never changes.
        folder: Templates, plugins and notes.
        told: What was found out at publishing: `rows` of each table, `settings` of Datasette, and what decides which
            pages the site has: `options` and `without`.
        root: The whole address of the site, ending in a slash.
    """

    def __init__(self, database: Path, folder: Path, told: Mapping[str, Any], root: str) -> None:
        self._root = f"{root}{APP}"
        tables = {name: {"count": count} for name, count in told["rows"].items()}
        self._datasette = Datasette(
            config_dir=folder,
            immutables=[str(database)],
            inspect_data={NAME: {"hash": "", "size": 0, "file": database.name, "tables": tables}},
            settings=told["settings"] | _SETTINGS,
        )
        options = Options(
            archive=database, site=folder, folder=folder, **told["options"] | {"without": frozenset(told["without"])}
        )
        self._open = ExitStack()  # as long as the page is
        self._targets = Targets(self._open.enter_context(opened(database)), options)

    async def begin(self) -> None:
        """What Datasette does once."""
        await self._datasette.invoke_startup()

    async def answer(self, path: str) -> Answer:
        """Status, headers and body for a path of Datasette's with its query ("/archive/articles?_size=5")."""
        found = await self._datasette.client.get(PrefixedUrlString(f"{_CALLED}{path}"))
        headers = {name: self._placed(value) for name, value in found.headers.items()}
        is_page = headers.get("content-type", "").startswith("text/html")
        body = self._led(found.text, path) if is_page else found.content.replace(_CALLED.encode(), self._root.encode())
        return found.status_code, headers, body

    def _led(self, html: str, path: str) -> bytes:
        """A page with its addresses as the site has them."""
        begin = "../" * f"{APP}{path.partition('?')[0]}".count("/")
        return links.rewritten(html.replace(f'="{_CALLED}/', '="/'), begin, self._target).encode()

    def _target(self, address: str) -> str | None:
        return f"{APP}{address}" if _OWN.fullmatch(address) else self._targets.of(address)

    def _placed(self, header: str) -> str:
        """A header, with addresses as they are on the site."""
        placed = header.replace(_CALLED, self._root).replace(_ALONE, _FRAMED)
        return f"{self._root}{placed}" if placed.startswith("/") else placed
