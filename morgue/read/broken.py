"""The errors by which libraries tell that a file is broken, and what they mean in plain words."""

from __future__ import annotations

import gzip
import lzma
import tarfile
import zipfile
import zlib

import zstandard


class LockedError(Exception):
    """What is to be read needs a password, or is packed by a method that is not known; the message says which."""


BROKEN = (
    EOFError,
    RecursionError,  # what lies in itself a thousand deep
    gzip.BadGzipFile,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    zstandard.ZstdError,
)


def reason(error: Exception) -> str:
    """The error in a few words."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
