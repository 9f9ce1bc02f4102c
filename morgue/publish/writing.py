"""Writes the files of a site: none that is there already as it should be, and notes what belongs to it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from morgue.errors import ArchiveError


class Record(NamedTuple):
    """A file of the site: its path, the SHA-256 and the length of its content, and whether it had to be written.

    A tuple, as a million of them go from one process to another: that takes a third of the time there.
    """

    path: str
    digest: str
    size: int
    is_new: bool


class Writer(Protocol):
    """What parts of the site are given to write their files with."""

    def write(self, path: str, content: bytes) -> None:
        """Put a file into the site; `path` is relative to it, with slashes."""


class SiteWriter:
    """Writes below a folder. `records` tells what was handed to it, whether it had to be written or not."""

    def __init__(self, site: Path) -> None:
        self.records: list[Record] = []
        self._site = str(site)

    def write(self, path: str, content: bytes) -> None:
        """Put a file into the site, unless it lies there with this very content."""
        if path.startswith("/") or ".." in path.split("/"):
            raise ArchiveError(f"{path!r} would lie outside of the site.")
        whole = f"{self._site}/{path}"
        is_new = _is_written(whole, content)
        self.records.append(Record(path, sha256(content).hexdigest(), len(content), is_new))

    def taken(self) -> list[Record]:
        """The records since the last time."""
        records, self.records = self.records, []
        return records


def _is_written(path: str, content: bytes) -> bool:
    """Write a file unless it is there already as it should be: of a new site, which is most work, none is."""
    try:
        _write(path, content, "xb")
    except FileExistsError:
        if _holds(path, content):
            return False
        _write(path, content, "wb")
    except FileNotFoundError:
        _make_folder(path.rpartition("/")[0])
        _write(path, content, "wb")
    return True


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - as below; the folder above is most often there
    except OSError:
        Path(folder).mkdir(parents=True, exist_ok=True)


def _write(path: str, content: bytes, mode: Literal["xb", "wb"]) -> None:
    left = memoryview(content)
    with open(path, mode, buffering=0) as file:  # noqa: PTH123 - a path object for each of a million files
        while left:
            left = left[file.write(left) :]


def _holds(path: str, content: bytes) -> bool:
    """Whether a file has this content. Its time says nothing: an interrupted run may have written half of it."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return file.read(len(content) + 1) == content
    except OSError:
        return False
