"""Pages of a b-tree taken apart, so that they pack well: like goes beside like, numbers as steps from the one before.

A page is told by its cells alone; where on the page they lie is the client's matter (web/client/archive/cells.js lays
them out anew). The format of pages: https://sqlite.org/fileformat2.html#b_tree_pages
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF = 2, 5, 10, 13
KINDS = (_INDEX_INTERIOR, _TABLE_INTERIOR, _INDEX_LEAF, _TABLE_LEAF)
_INTERIOR = (_INDEX_INTERIOR, _TABLE_INTERIOR)
_LAST_OF_SEVEN = 0x80
_WHOLE = 8  # bytes of a varint that carry seven bits; a ninth carries eight


@dataclass
class Streams:
    """What pages consist of, kind by kind: `STREAMS` tells in which order they are written."""

    pages: bytearray = field(default_factory=bytearray)
    children: bytearray = field(default_factory=bytearray)
    rowids: bytearray = field(default_factory=bytearray)
    lengths: bytearray = field(default_factory=bytearray)
    heads: bytearray = field(default_factory=bytearray)
    values: bytearray = field(default_factory=bytearray)


STREAMS = ("pages", "children", "rowids", "lengths", "heads", "values")


def taken_apart(pages: Iterable[tuple[int, bytes]]) -> bytes:
    """All pages (their numbers from 0, their bytes) as one string: each stream behind its length."""
    streams = Streams()
    before = 0
    for number, page in pages:
        _put(streams.pages, number - before)
        before = number
        _take_apart(page, streams)
    written = (bytes(getattr(streams, name)) for name in STREAMS)
    return b"".join(struct.pack("<I", len(stream)) + stream for stream in written)


def is_tree(page: bytes) -> bool:
    """Whether a page (but the first of a file) is part of a b-tree."""
    return page[0] in KINDS


def _take_apart(page: bytes, streams: Streams) -> None:
    kind, count = page[0], int.from_bytes(page[3:5])
    _put(streams.pages, kind)
    _put(streams.pages, count)
    child = rowid = 0
    for place in _places(page, count):
        at = place
        if kind in _INTERIOR:
            child = _step(streams.children, int.from_bytes(page[at : at + 4]), child)
            at += 4
        length = 0
        if kind != _TABLE_INTERIOR:
            length, at = _varint(page, at)
            _put(streams.lengths, length)
        if kind in (_TABLE_LEAF, _TABLE_INTERIOR):
            found, at = _varint(page, at)
            rowid = _step(streams.rowids, found, rowid)
        if kind != _TABLE_INTERIOR:
            _record(page[at : at + stored(len(page), kind, length)], streams)
    if kind in _INTERIOR:
        _step(streams.children, int.from_bytes(page[8:12]), child)


def _places(page: bytes, count: int) -> Iterator[int]:
    start = 12 if page[0] in _INTERIOR else 8
    return (place for (place,) in struct.iter_unpack(">H", page[start : start + 2 * count]))


def stored(size: int, kind: int, length: int) -> int:
    """How many bytes of a record of this length its page holds, the number of the page that it goes on at included."""
    most = size - 35 if kind == _TABLE_LEAF else (size - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (size - 12) * 32 // 255 - 23
    fitting = least + (length - least) % (size - 4)
    return (fitting if fitting <= most else least) + 4


def _record(record: bytes, streams: Streams) -> None:
    """The types of a record's columns apart from their values."""
    head, _ = _varint(record, 0) if record else (0, 0)
    streams.heads += record[:head]
    streams.values += record[head:]


def _step(stream: bytearray, number: int, before: int) -> int:
    step = number - before
    _put(stream, 2 * step if step >= 0 else -2 * step - 1)
    return number


def _put(stream: bytearray, number: int) -> None:
    """A number of any size, seven bits a byte, the lowest first."""
    while number >= _LAST_OF_SEVEN:
        stream.append(number % _LAST_OF_SEVEN + _LAST_OF_SEVEN)
        number //= _LAST_OF_SEVEN
    stream.append(number)


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number as SQLite writes it, and the place behind it."""
    number = 0
    for place in range(at, at + _WHOLE):
        number = number * _LAST_OF_SEVEN + page[place] % _LAST_OF_SEVEN
        if page[place] < _LAST_OF_SEVEN:
            return number, place + 1
    return number * 256 + page[at + _WHOLE], at + _WHOLE + 1
