"""Writes the files of a site: none that is there already as it should be, and notes what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from morgue.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Record:
    """A file of the site: its path, the SHA-256 and the length of its content, and whether it had to be written."""

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
        is_new = not _holds(whole, content)
        if is_new:
            _write(whole, content)
        self.records.append(Record(path, sha256(content).hexdigest(), len(content), is_new))

    def taken(self) -> list[Record]:
        """The records since the last time."""
        records, self.records = self.records, []
        return records


def _write(path: str, content: bytes) -> None:
    try:
        with open(path, "wb") as file:  # noqa: PTH123 - as in _holds
            file.write(content)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)


def _holds(path: str, content: bytes) -> bool:
    """Whether a file has this content. Its time says nothing: an interrupted run may have written half of it."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a path object for each of a million files
            return file.read(len(content) + 1) == content
    except OSError:
        return False
