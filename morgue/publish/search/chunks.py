"""A large file as several, named by their content, so that hosts take them and caches may keep them for ever."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

CHUNK = 4 * 1024 * 1024  # bytes; a multiple of the database's page size


def chunks(file: Path) -> Iterator[bytes]:
    """The pieces of a file, in order."""
    with file.open("rb") as source:
        while piece := source.read(CHUNK):
            yield piece


def named(content: bytes, ending: str) -> str:
    """A file name that stands for this content and no other."""
    return f"{sha256(content).hexdigest()[:16]}.{ending}"
