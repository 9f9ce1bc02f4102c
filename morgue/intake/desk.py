"""The desk at which a worker sits: one input after the other is read and cleaned, and each step is told."""

from __future__ import annotations

import io
import time
import zlib
from dataclasses import replace
from functools import partial
from itertools import count
from typing import BinaryIO, cast

from lxml.etree import XMLSyntaxError

from morgue import read
from morgue.clean import clean
from morgue.engine import Send, Step
from morgue.intake.jobs import OUT_OF_MEMORY, At, Filed, Job, Parcel, parcel
from morgue.model import Article, Original, Problem

# The parser of HTML mends whatever is wrong with a page: it fails only where it gets no more memory.
NO_MORE_MEMORY = (MemoryError, XMLSyntaxError)
PULSE = 1.0  # seconds between the signs of life of somebody who only reads on


def desk() -> Step[Job]:
    """The step that a worker makes."""
    return take


def take(job: Job, send: Send) -> None:
    """Reads and cleans an input. Sends an `At` before each step, a `Parcel` for each record, how many bytes it read."""

    def watch(place: str, number: int) -> Problem | None:
        at = At("read", place, number)
        send(at)
        return job.passed_over.get(at)

    found = replace(job.found, open=partial(_pulsing, job.found, send))
    records = read.read(found, job.options, watch)
    for number, record in zip(count(), records, strict=False):
        if number >= job.done:
            send(_parcel(record, number, job, send))


def _parcel(record: Original | Problem, number: int, job: Job, send: Send) -> Parcel:
    if isinstance(record, Problem):
        return parcel(Filed(None, (record,)))
    original, target = read.applied(record, job.told)
    at = At("clean", original.place, number)
    send(at)
    hung = job.passed_over.get(at)
    article, problems = (None, (hung,)) if hung else _cleaned(original)
    filed = Filed(article, problems, target)
    if article is None:
        return parcel(filed)
    return parcel(filed, original.sha256, zlib.compress(original.raw, level=9))


def _cleaned(original: Original) -> tuple[Article | None, tuple[Problem, ...]]:
    try:
        return clean(original)
    except NO_MORE_MEMORY:
        message = f"{original.place}: takes more memory than is allowed: build again with a higher --memory."
        return None, (Problem(original.place, "clean", "error", OUT_OF_MEMORY, message),)
    except Exception as error:  # noqa: BLE001 - whatever one document trips, the others go on
        message = f"{original.place}: no article could be made of it ({type(error).__name__}: {error})"
        return None, (Problem(original.place, "clean", "error", "cleaning-failed", message),)


def _pulsing(found: read.Found, send: Send) -> BinaryIO:
    """The opened file, which tells how many bytes are read on: long stretches of an archive hold no article."""
    return cast("BinaryIO", io.BufferedReader(_Pulsing(found.open(), send), io.DEFAULT_BUFFER_SIZE * 8))


class _Pulsing(io.RawIOBase):
    def __init__(self, stream: BinaryIO, send: Send) -> None:
        self._stream, self._send = stream, send
        self._told, self._read = time.monotonic(), 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._read += len(data)
        if time.monotonic() - self._told > PULSE:
            self._send(self._read)
            self._told, self._read = time.monotonic(), 0
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
