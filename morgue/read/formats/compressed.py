"""Single files made small: gzip, xz, bzip2, Zstandard. What is in one is read by its inner name: a.txt.gz is text."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, Protocol, cast

import zstandard

from morgue.read.form import Format, Found, Options

CHUNK = 1_024  # packed bytes: a thousand of them may be a hundred megabytes
WINDOW = 2**27  # what the zstd tool takes without being asked
TARS = {".tgz": ".tar", ".txz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".tzst": ".tar"}


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


Unpack = Callable[[BinaryIO], _Readable]


class _Unpacked(io.RawIOBase):
    """What a packed stream holds; closing it closes both."""

    def __init__(self, packed: BinaryIO, unpack: Unpack) -> None:
        self._packed = packed
        self._stream = unpack(packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._packed.close()
        super().close()


def _inner(unpack: Unpack, found: Found, _options: Options) -> Iterator[Found]:
    """The one file inside. It is the same place, so that no member is told, under another name."""
    yield Found(found.path, found.bytes, found.read_at, partial(_open, found, unpack), found.member, _inner_name(found))


def _open(found: Found, unpack: Unpack) -> BinaryIO:
    return io.BufferedReader(_Unpacked(found.open(), unpack))


def _inner_name(found: Found) -> str:
    """The name without the packer's extension: a.txt.gz → a.txt, a.tgz → a.tar."""
    stem, dot, extension = found.name.rpartition(".")
    return stem + TARS.get(dot + extension.lower(), "") if stem else found.name


def _gzip(packed: BinaryIO) -> _Readable:
    return gzip.GzipFile(fileobj=packed)


class _Zstandard:
    """What a Zstandard stream holds, frame by frame. The library's own reader takes a cut file for a whole one."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._frame, self._rest = packed, _frame(), io.BytesIO()
        self._begun = False

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, none at the end."""
        while not (data := self._rest.read(size)):
            chunk = self._frame.unused_data if self._frame.eof else b""
            chunk = chunk or self._packed.read(CHUNK)
            if not chunk:
                if self._begun and not self._frame.eof:
                    raise EOFError("the last frame is cut short")
                return b""
            if self._frame.eof:
                self._frame = _frame()
            self._begun = True
            self._rest = io.BytesIO(self._frame.decompress(chunk))
        return data


def _frame() -> zstandard.ZstdDecompressionObj:
    return zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj()


GZIP = Format("gzip", (".gz", ".tgz"), (b"\x1f\x8b\x08",), partial(_inner, _gzip))
XZ = Format("xz", (".xz", ".txz"), (b"\xfd7zXZ\0",), partial(_inner, lzma.LZMAFile))
BZIP2 = Format("bzip2", (".bz2", ".tbz", ".tbz2"), (b"BZh",), partial(_inner, bz2.BZ2File))
ZSTANDARD = Format("zstandard", (".zst", ".tzst"), (b"\x28\xb5\x2f\xfd",), partial(_inner, _Zstandard))
