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
from datasette.utils import PrefixedUrlString, parse_metadata

from morgue.browse.opening import opened
from morgue.publish import links
from morgue.publish.addresses import read_address
from morgue.publish.options import Options
from morgue.publish.targets import Targets

NAME = "archive"
APP = "datasette/app"  # where Datasette's own addresses are on the site
MOST_COUNTED = 50_000  # rows of a table that shows facets without being asked: more are fetched on request only
_CALLED = "http://datasette.invalid"  # its host, as Datasette sees it: a name that no text has
# There is nobody else to wait for this reader, who fetches what he asks for over a network, and can stop it; there are
# no threads; and what is exported is in memory several times before it is saved.
_SETTINGS = {
    "num_sql_threads": 0,
    "sql_time_limit_ms": 120_000,
    "facet_time_limit_ms": 120_000,
    "allow_download": False,
    "cache_size_kb": 8000,
    "max_csv_mb": 50,
}

_OWN = re.compile(r"/(?:archive|-)(?:[/.?#].*)?", re.DOTALL)
# What has a page of its own or not: to know takes reading rows here and there, so it is looked up for who goes there.
_SOUGHT = re.compile(r"/(?:quotes|stories|articles/[0-9a-f]{12}/compare)/[0-9a-f]{12}")
# Its pages are shown in a frame, by a page of the same site.
_ALONE, _FRAMED = "frame-ancestors 'none'", "frame-ancestors 'self'"

Answer = tuple[int, dict[str, str], bytes]


class Desk:
    """Datasette on a published archive.

    Args:
        database: The archive, which never changes.
        folder: Templates, plugins and notes.
        told: What was found out at publishing: `rows` of each table, `views` with their rows, `settings` of Datasette,
            and what decides which pages the site has: `options`, `without` and `lists`.
        root: The whole address of the site, ending in a slash.
    """

    def __init__(self, database: Path, folder: Path, told: Mapping[str, Any], root: str) -> None:
        self._site, self._root = root, f"{root}{APP}"
        self._datasette = _datasette(database, folder, told)
        self._open = ExitStack()  # as long as the page is
        options = Options(
            archive=database, site=folder, folder=folder, **told["options"] | {"without": frozenset(told["without"])}
        )
        self._targets = Targets(self._open.enter_context(opened(database)), options)
        self._targets.lists = frozenset(map(read_address, told["lists"]))  # to find them takes reading all articles

    async def begin(self) -> None:
        """What Datasette does once."""
        await self._datasette.invoke_startup()

    async def answer(self, path: str) -> Answer:
        """Status, headers and body for a path of Datasette's with its query ("/archive/articles?_size=5").

        A path of one of our pages leads to the site's.
        """
        if not _OWN.fullmatch(path) and (page := self._targets.of(path)) is not None:
            return 302, {"location": f"{self._site}{page}"}, b""
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
        is_here = _OWN.fullmatch(address) or (_SOUGHT.fullmatch(address) and not self._targets.options.every)
        return f"{APP}{address}" if is_here else self._targets.of(address)

    def _placed(self, header: str) -> str:
        """A header, with addresses as they are on the site."""
        placed = header.replace(_CALLED, self._root).replace(_ALONE, _FRAMED)
        return f"{self._root}{placed}" if placed.startswith("/") else placed


def _datasette(database: Path, folder: Path, told: Mapping[str, Any]) -> Datasette:
    """Datasette with what was counted at publishing, so that it need not count."""
    tables = {name: {"count": count} for name, count in told["rows"].items()}
    views = {name: {"count": count} for name, count in told["views"].items()}
    datasette = Datasette(
        config_dir=folder,
        immutables=[str(database)],
        inspect_data={NAME: {"hash": "", "size": 0, "file": database.name, "tables": tables | views}},
        settings=told["settings"] | _SETTINGS,
        metadata=_notes(folder, told["rows"]),
    )
    # What has a count here is listed as a table.
    datasette.get_database(NAME)._cached_table_counts = dict(told["rows"])  # noqa: SLF001 - nothing else tells it
    return datasette


def _notes(folder: Path, rows: Mapping[str, int]) -> dict[str, Any]:
    """metadata.yml, where large tables show no facets unasked: to count these, all rows are fetched."""
    file = folder / "metadata.yml"
    notes: dict[str, Any] = parse_metadata(file.read_text("utf-8")) if file.is_file() else {}
    for table, of_table in notes.get("databases", {}).get(NAME, {}).get("tables", {}).items():
        if rows.get(table, 0) > MOST_COUNTED:
            of_table.pop("facets", None)
    return notes
