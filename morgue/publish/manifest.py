"""What a site consists of: a checksum for each file, in the form that `sha256sum --check` reads, and totals."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from operator import attrgetter
from pathlib import Path

from morgue.errors import MorgueError
from morgue.publish.writing import Record

CHECKSUMS = "SHA256SUMS"
# Stands in the folder while a site is being written: what lies there then is ours, and isn't whole.
UNFINISHED = "UNFINISHED"


class SiteError(MorgueError):
    """A folder cannot be published into, or is no site."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a site has that its manifest doesn't say, sorted by path; `files` are those that the manifest tells."""

    files: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        """Whether the site is as it was published."""
        return not (self.missing or self.changed or self.extra)


def write_manifest(site: Path, records: Iterable[Record]) -> None:
    """Write the checksums of all files, in order of their paths."""
    beside = site / f"{CHECKSUMS}.new"
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{record.digest}  {record.path}\n" for record in sorted(records, key=attrgetter("path")))
    beside.replace(site / CHECKSUMS)


def read_manifest(site: Path) -> dict[str, str]:
    """The checksum of each file by its path; nothing where no site was finished here.

    Raises:
        SiteError: The file of checksums has a line that is none.
    """
    path = site / CHECKSUMS
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        digest, parted, name = line.partition("  ")
        if not parted or not name:
            raise SiteError(f"{path} has a line without a checksum and a path: {line!r}.")
        found[name] = digest
    return found


def files_below(site: Path) -> Iterator[str]:
    """The path of every file of a folder, relative to it, with slashes."""
    for folder, folders, names in os.walk(site):
        folders.sort()
        inside = f"{folder[len(str(site)) :]}/".replace(os.sep, "/").lstrip("/")
        yield from (inside + name for name in sorted(names))


def compare(site: Path) -> Difference:
    """How the files of a site differ from what was published.

    Raises:
        SiteError: Nothing was published here, or not to its end.
    """
    wanted = _published(site)
    there = set(files_below(site)) - {CHECKSUMS}
    changed = [path for path in sorted(there & wanted.keys()) if digest_of(site / path) != wanted[path]]
    return Difference(
        files=len(wanted),
        missing=tuple(sorted(wanted.keys() - there)),
        changed=tuple(changed),
        # A host's own files (CNAME, .nojekyll, .git) stand beside ours.
        extra=tuple(sorted(path for path in there - wanted.keys() if not _is_hosts(path))),
    )


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's content."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _published(site: Path) -> Mapping[str, str]:
    if (site / UNFINISHED).exists():
        raise SiteError(f"Publishing to {site} was interrupted: run `morgue publish` again, it goes on.")
    if not (site / CHECKSUMS).is_file():
        raise SiteError(f"{site} is no published site: there is no {CHECKSUMS} in it.")
    return read_manifest(site)


def _is_hosts(path: str) -> bool:
    return path.startswith(".") or path in ("CNAME", "_headers", "_redirects")
