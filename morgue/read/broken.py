"""The errors by which reading ends early: those of libraries where a file is broken, in plain words, and our own."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import zstandard


class TooLargeError(Exception):
    """A file or member is larger than `Options.most_bytes`."""


class SpentError(TooLargeError):
    """An input unpacks to more than is allowed: it ends here, whatever else it holds."""


class LockedError(Exception):
    """What is to be read needs a password, or is packed by a method that is not known; the message says which."""


class DamagedError(Exception):
    """A library tripped over bytes, by an error that is not its own for this; the message says which."""


BROKEN = (
    DamagedError,
    EOFError,
    RecursionError,  # what lies in itself a thousand deep
    gzip.BadGzipFile,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    zstandard.ZstdError,
)


TOLD = (*BROKEN, LockedError, TooLargeError, MemoryError, OSError)  # what the registry has words for


@contextmanager
def damage() -> Iterator[None]:
    """Around a library that reads bytes: whatever it trips over is damage to them.

    zipfile alone raises six kinds of errors beside its own: ValueError where two names differ, NotImplementedError
    for a version of the year 3000, struct.error, IndexError, OverflowError, RuntimeError.

    Raises:
        DamagedError: Instead of what the registry has no words for.
    """
    try:
        yield
    except TOLD:
        raise
    except Exception as error:
        raise DamagedError(reason(error)) from error


def reason(error: Exception) -> str:
    """The error in a few words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    words = " ".join(str(error).split())
    if " " in words:  # a sentence tells enough
        return words
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
