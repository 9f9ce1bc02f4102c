"""Writes search/: the database that the browser reads, what it must know of it, and the client."""

from __future__ import annotations

import json
import tempfile
from math import ceil
from pathlib import Path
from typing import Any

from morgue.browse.opening import opened
from morgue.browse.row_counts import row_counts
from morgue.browse.search.spelling import vocabulary
from morgue.browse.search.written import written
from morgue.publish.amounts import Amount
from morgue.publish.options import Options
from morgue.publish.search.bundle import bundle, packed
from morgue.publish.search.chunks import CHUNK, chunks, named
from morgue.publish.search.client import HOW_TO_GET, client, is_there
from morgue.publish.writing import Writer
from morgue.store.published import write_published
from morgue.store.published_pages import layout
from morgue.store.published_size import published_size

__all__ = ["HOW_TO_GET", "estimate", "is_there", "write"]

_FOLDER = "search"
_BESIDE = 5  # files beside the pieces of the database: manifest, statements, spelling, two bundles of pages


def write(archive: Path, writer: Writer, options: Options) -> None:
    """Write everything that the search page fetches; the page itself is rendered with the others.

    Raises:
        ClientMissingError: the parts from npm are not there.
    """
    files = dict(client(options.folder / "templates"))
    with tempfile.TemporaryDirectory(prefix="morgue-") as folder:
        database = Path(folder) / "archive.db"
        write_published(archive, database, bodies=options.bodies)
        manifest = _database(database, writer)
    manifest |= {"statements": _statements(writer), "spelling": _spelling(archive, writer)}
    manifest |= {"every": options.every, "lists": not options.only_search}
    writer.write(f"{_FOLDER}/db/manifest.json", _json(manifest))
    for path, content in files.items():
        writer.write(f"{_FOLDER}/client/{path}", content)


def estimate(archive: Path, options: Options) -> Amount:
    """About how many files and bytes that will be."""
    size = published_size(archive, bodies=options.bodies)
    scripts = [len(content) for content in dict(client(options.folder / "templates")).values()]
    number = ceil(size / CHUNK) + _BESIDE + len(scripts)
    return Amount(files=number, bytes=size + sum(scripts), largest=max(min(size, CHUNK), *scripts))


def _database(database: Path, writer: Writer) -> dict[str, Any]:
    """Write the database in pieces; what the manifest tells of it."""
    places = layout(database)
    with opened(database) as connection:
        rows, views = row_counts(connection), row_counts(connection, "view")
    names = [_named(writer, piece, "bin") for piece in chunks(database)]
    bundles = {"first": places.hot, "words": places.words}
    return {
        "size": database.stat().st_size,
        "page_size": places.page_size,
        "chunk_size": CHUNK,
        "chunks": names,
        "bundles": {
            name: _named(writer, bundle(database, pages, places.page_size), "bin") for name, pages in bundles.items()
        },
        "roots": places.roots,
        "rows": rows,
        "views": views,
    }


def _statements(writer: Writer) -> str:
    return _named(writer, packed(_json(written())), "bin")


def _spelling(archive: Path, writer: Writer) -> str:
    with opened(archive) as connection:
        words = list(vocabulary(connection).items())
    return _named(writer, packed(_json({"words": words})), "bin")


def _named(writer: Writer, content: bytes, ending: str) -> str:
    """Write a file of the database under a name made from its content, and tell it."""
    name = named(content, ending)
    writer.write(f"{_FOLDER}/db/{name}", content)
    return name


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
