"""The body of an answer of the web, which servers send packed and in chunks, as a capture keeps it.

warcio unpacks gzip and deflate; of brotli it knows an older library only, and of Zstandard nothing.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import brotli  # type: ignore[import-untyped] # it has no types
import zstandard
from warcio.bufferedreaders import ChunkedDataReader

Unpack = Callable[[bytes], bytes]
PIECE = 64  # packed bytes at a time: brotli makes fifty megabytes of so many, at worst
GZIP, RAW = 16 + zlib.MAX_WBITS, -zlib.MAX_WBITS


def _brotli() -> Unpack:
    unpack: Unpack = brotli.Decompressor().process
    return unpack


def _zstandard() -> Unpack:
    return zstandard.ZstdDecompressor(max_window_size=2**27).decompressobj().decompress


def _gzip() -> Unpack:
    return zlib.decompressobj(GZIP).decompress


def _zlib() -> Unpack:
    return zlib.decompressobj().decompress


def _deflate() -> Unpack:
    return zlib.decompressobj(RAW).decompress


# "deflate" is zlib by the standard, and was bare deflate in some browsers' and servers' mind.
WAYS: dict[str, tuple[Callable[[], Unpack], ...]] = {
    "br": (_brotli,),
    "zstd": (_zstandard,),
    "gzip": (_gzip,),
    "x-gzip": (_gzip,),
    "deflate": (_zlib, _deflate),
}


def body(record: Any, most: int) -> bytes:
    """What was sent, unpacked: up to `most` bytes and one more. What is not packed as it says stays as it is."""
    stream, headers = record.raw_stream, record.http_headers
    if headers and (headers.get_header("Transfer-Encoding") or "").strip().lower() == "chunked":
        stream = ChunkedDataReader(stream)
    raw: bytes = stream.read(most + 1)
    told = (headers.get_header("Content-Encoding") if headers else None) or ""
    for name in reversed(told.lower().split(",")):
        ways = WAYS.get(name.strip(), ())
        raw = next((plain for way in ways if (plain := _unpacked(raw, way(), most)) is not None), raw)
    return raw


def _unpacked(raw: bytes, unpack: Unpack, most: int) -> bytes | None:
    """What was packed, up to where it breaks off; None where nothing comes of it."""
    out = bytearray()
    try:
        for start in range(0, len(raw), PIECE):
            out += unpack(raw[start : start + PIECE])
            if len(out) > most:
                break
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError):
        pass  # what stands behind the end, or damage
    return bytes(out[: most + 1]) or None
