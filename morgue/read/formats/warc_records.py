"""The records of a web archive, also those behind a broken one.

warcio stops at what it cannot read. Here the next record is looked for by how records begin, and reading goes on there.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from functools import partial
from itertools import islice
from typing import Any, BinaryIO, NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from morgue.read.broken import TooLargeError, reason
from morgue.read.form import Found

BEGINNINGS = re.compile(rb"(?<=\n)(?:WARC/[01]\.\d|\w+:\S+ [\d.]+ \d{14} )|\x1f\x8b\x08")
BLOCK = 1 << 20
LONGEST = 1 << 20  # bytes of a line in the head of a record
OVERLAP = 4_096  # bytes: the line by which a record of an ARC begins may be that long
MOST_WORDS = 100  # characters of what a library has to say
IN_ONE_PIECE = "its records are packed as one"
MOST_TRIES = 200  # beginnings without a record behind them: gzip's three bytes come up by chance


class Step(NamedTuple):
    """A record and the byte that it begins at, or None and what is wrong there."""

    offset: int
    record: Any
    wrong: str = ""


class _Forward:
    """A stream as warcio wants it, that knows its place from a byte on, whether it can go back or not."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream, self._place = stream, 0
        if stream.seekable():
            self._place = stream.seek(start)
        while self._place < start and self.read(min(BLOCK, start - self._place)):
            pass

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place


def in_one_piece(found: Found) -> bool:
    """Whether all records are packed as one, against the standard: then it is unpacked as any other file."""
    with found.open() as stream:
        return any(step.wrong == IN_ONE_PIECE for step in islice(_run(stream, 0), 2))


def records(found: Found) -> Iterator[Step]:
    """All records and errors in their order; of errors that follow from each other only the first.

    A record must be read before the next is asked for.
    """
    start: int | None = 0
    tries = 0
    while start is not None and tries < MOST_TRIES:
        last, failed = start, start > 0
        with found.open() as stream:
            for step in _run(stream, start):
                failed = step.record is None
                if step.record is not None:
                    tries, last = 0, max(start, step.offset)  # warcio loses count in damaged blocks
                    yield step
                elif not tries:
                    yield step
        tries += 1
        start = _next_beginning(found, last + 1) if failed else None


def _run(stream: BinaryIO, start: int) -> Iterator[Step]:
    """The records from a byte on, to the end or to the first that stops warcio."""
    iterator = ArchiveIterator(_Forward(stream, start), arc2warc=True)
    iterator.reader.readline = partial(_line, iterator.reader.readline)
    before: Step | None = None
    doubts = 0
    while True:
        try:
            with quiet():
                record = next(iterator, None)
        except (TooLargeError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - it has no one error for what it cannot read
            yield Step(iterator.offset, None, _wrong(error))
            return
        if before is not None and (wrong := _length(before.record, iterator.err_count - doubts)):
            yield Step(before.offset, None, wrong)
        doubts = iterator.err_count
        if record is None:
            return
        before = Step(iterator.offset, record)
        yield before


def _line(read: Callable[[int], bytes], length: int | None = None) -> bytes:
    """A line of a record's head. warcio joins what has no line end piece by piece, which takes for ever."""
    line = read(min(length or LONGEST, LONGEST))
    if len(line) == LONGEST and not line.endswith(b"\n"):
        raise ArchiveLoadFailed("a line without end")
    return line


def _length(record: Any, doubts: int) -> str:
    """What is wrong with the length of a record that was read to its end: bytes are missing, or stand behind it."""
    if getattr(record.raw_stream, "limit", 0) > 0:
        return "it ends early"
    return "it is longer than it says" if doubts else ""


def _wrong(error: Exception) -> str:
    if isinstance(error, ArchiveLoadFailed):  # it quotes what stands there, which may be anything
        return IN_ONE_PIECE if "non-chunked gzip" in str(error) else "no record begins here"
    return reason(error)[:MOST_WORDS]


def _next_beginning(found: Found, start: int) -> int | None:
    """Where, from a byte on, a record may begin."""
    with found.open() as stream:
        forward = _Forward(stream, start)
        place, held = start, b""
        while data := forward.read(BLOCK):
            held += data
            if match := BEGINNINGS.search(held):
                return place + match.start()
            place, held = place + len(held[:-OVERLAP]), held[-OVERLAP:]
    return None


def quiet() -> redirect_stderr[io.StringIO]:
    """Warcio says on the console what it stumbles over: here it becomes a problem."""
    return redirect_stderr(io.StringIO())
