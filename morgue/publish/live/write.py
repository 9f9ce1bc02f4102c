"""Writes datasette/: Python and Datasette for the browser. The database is the one that search reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from morgue.browse.opening import Connection, opened
from morgue.publish.amounts import Amount
from morgue.publish.lists import list_addresses
from morgue.publish.live import packing
from morgue.publish.live.runtime import place, runtime, runtime_files
from morgue.publish.options import Options
from morgue.publish.search.chunks import named
from morgue.publish.search.client import modules
from morgue.publish.writing import Writer

_FOLDER = "datasette"
_CODE = "zip"
_SERVICE = "live/service.js"  # among the client's modules
# Of the options, those that decide where links lead.
_OPTIONS = ("base_url", "bodies", "only_search", "every", "index_names")

# Lists that no page of Datasette's links to; there may be thousands.
_FAR = ("/dates/", "/names/")

HOW_TO_GET = "Datasette in the browser needs Pyodide and its own libraries: run `npm ci` in web/ and publish again."


def is_there() -> bool:
    """Whether Python for the browser and all that it is to run can be published."""
    return runtime() is not None and packing.is_there()


def write(archive: Path, writer: Writer, options: Options) -> None:
    """Write all that the page of Datasette fetches, but for the database; the page is rendered with the others."""
    for path, content in _files(options).items():
        writer.write(f"{_FOLDER}/{path}", content)
    with opened(archive) as connection:
        told = {"python": place(), **_fetched(options), **_set_up(connection, options)}
    writer.write(f"{_FOLDER}/manifest.json", json.dumps(told).encode())


def estimate(_archive: Path, options: Options) -> Amount:
    """How many files and bytes that will be."""
    sizes = [len(content) for content in _files(options).values()]
    return Amount(files=len(sizes) + 1, bytes=sum(sizes), largest=max(sizes))


@cache
def _files(options: Options) -> dict[str, bytes]:
    return dict(_made(options))


def _made(options: Options) -> Iterator[tuple[str, bytes]]:
    """Every file by its path below datasette/. What changes has another name then: browsers may keep what they have."""
    yield from ((place() + path, content) for path, content in runtime_files())
    code = packing.pack(options.folder)
    yield named(code, _CODE), code
    yield "service.js", (modules() / _SERVICE).read_bytes()
    yield "licences.txt", resources.files("morgue.publish.live").joinpath("licences.txt").read_bytes()


def _fetched(options: Options) -> dict[str, Any]:
    """The name of our Python, and how many bytes are fetched before it starts, besides what scripts import."""
    files = _files(options)
    code = next(path for path in files if "/" not in path and path.endswith(f".{_CODE}"))
    python = [path for path in files if path.startswith(place()) and not path.endswith(".js")]
    return {"code": code, "bytes": sum(len(files[path]) for path in (code, *python))}


def _set_up(connection: Connection, options: Options) -> dict[str, Any]:
    """How Datasette is set up, and which pages the site has."""
    settings = options.folder / "settings.json"
    lists = list_addresses(connection, only_search=options.only_search)
    return {
        "settings": json.loads(settings.read_bytes()) if settings.is_file() else {},
        "options": {name: getattr(options, name) for name in _OPTIONS},
        "without": sorted(options.without),
        "lists": [f"{each.path}?{each.query}" for each in lists if not each.path.startswith(_FAR)],
    }
