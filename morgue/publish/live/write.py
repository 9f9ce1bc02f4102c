"""Writes datasette/: Python and Datasette for the browser. The database is the one that search reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from morgue.publish.amounts import Amount
from morgue.publish.live import packing
from morgue.publish.live.runtime import runtime, runtime_files
from morgue.publish.options import Options
from morgue.publish.search.client import modules
from morgue.publish.writing import Writer

_FOLDER = "datasette"
_SERVICE = "live/service.js"  # among the client's modules
# Of the options, those that decide where links lead.
_OPTIONS = ("base_url", "bodies", "only_search", "every", "index_names")

HOW_TO_GET = "Datasette in the browser needs the npm parts: run `npm ci` in web/ and publish again."


def is_there() -> bool:
    """Whether Python for the browser and all that it is to run can be published."""
    return runtime() is not None and packing.is_there()


def write(_archive: Path, writer: Writer, options: Options) -> None:
    """Write all that the page of Datasette fetches, but for the database; the page is rendered with the others."""
    for path, content in _files(options):
        writer.write(f"{_FOLDER}/{path}", content)
    writer.write(f"{_FOLDER}/manifest.json", json.dumps(_told(options)).encode())


def estimate(_archive: Path, options: Options) -> Amount:
    """How many files and bytes that will be."""
    sizes = [len(content) for _, content in _files(options)]
    return Amount(files=len(sizes) + 1, bytes=sum(sizes), largest=max(sizes))


@cache
def _files(options: Options) -> tuple[tuple[str, bytes], ...]:
    return tuple(_made(options))


def _made(options: Options) -> Iterator[tuple[str, bytes]]:
    folder = runtime()
    if folder:
        yield from ((f"pyodide/{path}", content) for path, content in runtime_files(folder))
    yield "python.zip", packing.pack(options.folder)
    yield "service.js", (modules() / _SERVICE).read_bytes()


def _told(options: Options) -> dict[str, Any]:
    """What Datasette is told of the site."""
    settings = options.folder / "settings.json"
    return {
        "settings": json.loads(settings.read_bytes()) if settings.is_file() else {},
        "options": {name: getattr(options, name) for name in _OPTIONS},
        "without": sorted(options.without),
    }
