"""Which code and which libraries make a result: what a rebuild may only take over from a build by the very same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable

NAME = re.compile(r"[\w.-]+")


@cache
def edition(*rooms: str) -> str:
    """A digest of all files of these rooms ("morgue.read"), and of the versions of the libraries that morgue needs."""
    digest = sha256()
    for room in sorted(rooms):
        for file in _below(files(room)):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    digest.update("\0".join(_libraries()).encode())
    return digest.hexdigest()


def _below(folder: Traversable) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != "__pycache__":
            yield from _below(each)
        elif each.name.endswith((".py", ".yml")):
            yield each


def _libraries() -> Iterator[str]:
    """Name and version of each, as installed."""
    try:
        needed = requires("morgue") or []
    except PackageNotFoundError:  # run from a folder, not installed
        needed = []
    for name in sorted({match[0] for line in needed if (match := NAME.match(line))}):
        try:
            yield f"{name}=={version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not here"
