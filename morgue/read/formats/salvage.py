"""A zip whose end is lost, where its directory stood. What lies before is whole: each member has its own header too."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

LOCAL, DIRECTORY, END, SIZES = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x07\x08"
HEADER = struct.Struct("<4s5H3L2H")  # mark; version, flags, method, time, date; checksum, packed, unpacked; two lengths
LATER = 0x8  # flag: checksum and sizes stand behind the member, as those do who write without going back
STORED, DEFLATED = 0, 8
CHUNK = 1 << 16


class _Member(NamedTuple):
    """A member's line for the directory, and the byte behind the member."""

    line: bytes
    end: int


def salvaged(raw: bytes) -> tuple[bytes, int]:
    """The zip up to its last whole member, with a directory of its own, and how many members these are."""
    lines: list[bytes] = []
    end = 0
    while member := _member(raw, end):
        lines.append(member.line)
        end = member.end
    count = min(len(lines), 0xFFFF)
    directory = b"".join(lines[:count])
    tail = END + struct.pack("<4H2LH", 0, 0, count, count, len(directory), end, 0)
    return raw[:end] + directory + tail, count


def _member(raw: bytes, start: int) -> _Member | None:
    """The member that begins at a byte, or None where none does or it is not whole."""
    if not raw.startswith(LOCAL, start) or len(raw) < start + HEADER.size:
        return None
    _, version, flags, method, time, date, checksum, packed, unpacked, name, extra = HEADER.unpack_from(raw, start)
    body = start + HEADER.size + name + extra
    end = body + packed
    if flags & LATER:
        told = _walked(raw, body) if method == DEFLATED else None
        if told is None:
            return None
        checksum, packed, unpacked = told
        end = body + packed
        end += 16 if raw.startswith(SIZES, end) else 12
    if end > len(raw) or body > len(raw):
        return None
    told_once = struct.pack(
        "<4s6H3L5H2L",
        *(DIRECTORY, version, version, flags, method, time, date, checksum, packed, unpacked),
        *(name, 0, 0, 0, 0, 0, start),
    )
    return _Member(told_once + raw[start + HEADER.size : start + HEADER.size + name], end)


def _walked(raw: bytes, body: int) -> tuple[int, int, int] | None:
    """Checksum and sizes of a packed member that does not tell them before, or None where it is not whole."""
    unpacking, checksum, unpacked, place = zlib.decompressobj(-zlib.MAX_WBITS), 0, 0, body
    try:
        while not unpacking.eof and place < len(raw):
            data = unpacking.decompress(raw[place : place + CHUNK])
            place += CHUNK
            checksum, unpacked = zlib.crc32(data, checksum), unpacked + len(data)
    except zlib.error:
        return None
    if not unpacking.eof or unpacked > 0xFFFFFFFF:  # noqa: PLR2004 - as much as the format can tell
        return None
    return checksum, min(place, len(raw)) - len(unpacking.unused_data) - body, unpacked
