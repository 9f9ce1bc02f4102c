"""The old archive stays in its place until the new one is whole: files beside it, and one atomic replacement."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from morgue.errors import ArchiveError

_DRAFT, _PACKED = "building", "packed"
_JOURNALS = ("-journal", "-wal", "-shm")


@contextmanager
def replacing(path: Path) -> Iterator[tuple[Path, Path]]:
    """Lend two file names beside `path`; what stands under the second at the end of the block replaces `path`.

    Args:
        path: the file to replace or to create. A symbolic link stays one: the file that it points to is replaced.

    Yields:
        A name for a working file, and the name for the finished one. Neither exists yet; both are gone afterwards.

    Raises:
        ArchiveError: where nothing can be written beside `path`, or `path` cannot be replaced.
    """
    target = path.resolve()
    refuse_unwritable(path)
    _sweep(target)
    draft, packed = (target.with_name(f".{target.name}.{use}-{os.getpid()}") for use in (_DRAFT, _PACKED))
    try:
        yield draft, packed
        _replace(target, packed)
    finally:
        for file in (draft, packed):
            _remove(file)


def refuse_unwritable(path: Path) -> None:
    """Tell before the work, not after it, that `path` cannot be written.

    Raises:
        ArchiveError: it is a folder, or its folder is missing or not writable.
    """
    target = path.resolve()
    if target.is_dir():
        raise ArchiveError(f"{path} is a folder: name a file in it instead, such as {path / 'archive.db'}.")
    if not target.parent.is_dir():
        raise ArchiveError(f"The folder {target.parent} does not exist: create it, or choose another place for {path}.")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise ArchiveError(f"The folder {target.parent} is not writable: make it so, or choose another place.")


def _sweep(target: Path) -> None:
    """Clear away what builds left that died without a chance to clean up (power cut, kill -9)."""
    for use in (_DRAFT, _PACKED):
        for leftover in sorted(target.parent.glob(f".{target.name}.{use}-*")):
            pid = leftover.name.rpartition("-")[2]
            if pid.isdigit() and not _alive(int(pid)):
                _remove(leftover)


def _alive(pid: int) -> bool:
    if pid == os.getpid() or os.name != "posix":  # Windows has no harmless signal to ask with
        return pid != os.getpid()
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def with_journals(file: Path) -> tuple[Path, ...]:
    """A database and the files that SQLite writes beside it, whether they are there or not."""
    return (file, *(file.with_name(file.name + suffix) for suffix in _JOURNALS))


def _remove(file: Path) -> None:
    for each in with_journals(file):
        each.unlink(missing_ok=True)


def _replace(target: Path, packed: Path) -> None:
    try:
        _sync(packed)
        # A journal of the old archive would be taken for one of the new archive, and spoil it.
        for journal in with_journals(target)[1:]:
            journal.unlink(missing_ok=True)
        packed.replace(target)
        _sync(target.parent)
    except OSError as error:
        remedy = "free some space" if error.errno == errno.ENOSPC else "see that nothing else holds the file"
        raise ArchiveError(f"{target} could not be replaced ({error.strerror}): {remedy} and build again.") from error


def _sync(path: Path) -> None:
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
