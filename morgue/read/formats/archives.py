"""Archives of many files: zip and tar. Their members are read as if they were files; nothing is unpacked to disk."""

from __future__ import annotations

import io
import tarfile
import zipfile
from calendar import timegm
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from tarfile import EmptyHeaderError, EOFHeaderError, HeaderError, ReadError  # type: ignore[attr-defined] # not in typeshed
from typing import IO, BinaryIO, Self, cast

from morgue.model import Problem
from morgue.read import problems
from morgue.read.broken import BROKEN, DamagedError, LockedError, damage
from morgue.read.form import Format, Found, Options
from morgue.read.formats.salvage import salvaged
from morgue.read.limits import all_bytes
from morgue.read.manifest import is_manifest
from morgue.read.members import furniture, hidden, of_its_own, page_folders, plain
from morgue.read.moments import moment

LOCKED = 0x1  # the zip format's flag
PATIENCE = 3  # reads at the end of a tar; a whole one needs one or two


def _zip(found: Found, options: Options) -> Iterator[Found]:
    # A zip is read from its end, and a stream inside another file only forward.
    stream = io.BytesIO(all_bytes(found, options)) if found.packed else found.open()
    with damage(), stream:
        try:
            archive = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as error:
            raw, count = salvaged(all_bytes(found, options))
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                yield from _members(found, archive)
            raise DamagedError(f"its end is lost: {count} of its files are whole" if count else str(error)) from error
        with archive:
            yield from _members(found, archive)


def _members(found: Found, archive: zipfile.ZipFile) -> Iterator[Found]:
    """The members in the order of their names, manifests first, those further in behind those further out."""
    members = [(plain(info.filename), info) for info in archive.infolist() if not info.filename.endswith("/")]
    folders = page_folders(path for path, _ in members)
    seen: Counter[str] = Counter()
    for path, info in sorted(members, key=lambda member: _order(member[0])):
        if path and not hidden(path) and not furniture(path, folders):
            opened = partial(_zipped, archive, info)
            member, called = of_its_own(path, seen)
            told = _zip_moment(info, found)
            yield Found(found.path, info.compress_size, told, opened, found.inside(member), called)


def _order(path: str) -> tuple[bool, int, str]:
    manifest = is_manifest(path.rpartition("/")[2])
    return (not manifest, path.count("/") if manifest else 0, path)


def _zipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    if info.flag_bits & LOCKED:
        raise LockedError("is locked with a password")
    try:
        with damage():
            return cast("BinaryIO", archive.open(info))
    except DamagedError as error:
        if isinstance(error.__cause__, NotImplementedError):
            raise LockedError("is packed by a method that is not known here") from error
        raise


def _zip_moment(info: zipfile.ZipInfo, found: Found) -> str:
    """A zip tells local time without its zone: taken as it stands, so that it is the same on every machine."""
    try:
        return moment(timegm((*info.date_time, 0, 0, 0)))
    except (ValueError, OverflowError):  # month 0, say
        return found.read_at


class _Header(tarfile.TarInfo):
    """A header that says when it is damaged, where tarfile takes it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile)
        except (EOFHeaderError, EmptyHeaderError):
            raise
        except HeaderError as error:
            raise ReadError(str(error)) from error


class _Ended:
    """A stream whose end is an error soon. tarfile skips a member of a lying size by reading on for ever."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._ends = stream, 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._ends += not data
        if self._ends > PATIENCE:
            raise EOFError("it ends within a member")
        return data


def _opened_tar(stream: BinaryIO) -> tarfile.TarFile:
    # One pass forward ("|"), as what is packed allows no other.
    return tarfile.open(fileobj=cast("IO[bytes]", _Ended(stream)), mode="r|", errors="replace", tarinfo=_Header)


def _tar(found: Found, options: Options) -> Iterator[Found | Problem]:
    """The members in the order in which they lie, manifests first.

    Ordering them by name would take a walk through the packed bytes for each, or all of them in memory.
    """
    names, manifests = _tar_overview(found, options)
    folders = page_folders(names)
    yield from sorted(manifests, key=lambda each: _order(each.member))
    seen: Counter[str] = Counter()
    with damage(), found.open() as stream, _opened_tar(stream) as archive:
        for member in archive:
            path = plain(member.name)
            if is_manifest(path.rpartition("/")[2]) and member.isreg():
                continue
            if path and not member.isdir() and not hidden(path) and not furniture(path, folders):
                named, called = of_its_own(path, seen)
                yield _tarred(replace(found, member=found.inside(named), called=called), archive, member, options)


def _tarred(inner: Found, archive: tarfile.TarFile, member: tarfile.TarInfo, options: Options) -> Found | Problem:
    """The member as a file, given the archive as one under the member's name."""
    if not member.isreg():
        return problems.unreadable(inner.place, "is a link or a device, no file")
    if member.size > options.most_bytes:
        return problems.too_large(inner.place, options.most_bytes)
    raw = cast("IO[bytes]", archive.extractfile(member)).read()  # the stream goes on: it cannot be opened later
    return replace(inner, bytes=member.size, read_at=moment(member.mtime), open=partial(io.BytesIO, raw))


def _tar_overview(found: Found, options: Options) -> tuple[list[str], list[Found]]:
    """All names, and the manifests, read once before: what says something of a member may come behind it."""
    names: list[str] = []
    manifests: list[Found] = []
    # What is broken is told when the members are read.
    with suppress(*BROKEN, OSError), damage(), found.open() as stream, _opened_tar(stream) as archive:
        for member in archive:
            path = plain(member.name)
            names.append(path)
            if is_manifest(path.rpartition("/")[2]) and member.isreg() and member.size <= options.most_bytes:
                inner = replace(found, member=found.inside(path), called="")
                manifests.append(cast("Found", _tarred(inner, archive, member, options)))
    return names, manifests


ZIP = Format("zip", (".zip",), (b"PK\x03\x04", b"PK\x05\x06"), _zip)
TAR = Format("tar", (".tar",), (b"ustar",), _tar, offset=257)
