"""Inputs for the tests of the intake, and what came of them."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from rich.console import Console

from morgue.engine import Limits
from morgue.intake import Intake, Order, take_in
from morgue.intake.jobs import Filed, Job, unpack
from morgue.intake.listing import Listed
from morgue.intake.reading import Reading
from morgue.progress import Steps
from morgue.read import Found, Options
from morgue.store import Workings

PLAIN = "The harbour reopened on Friday after a long winter, and the first ferries left for the islands at noon."
LINES = b"".join(b'{"text": "%s It was day %d."}\n' % (PLAIN.encode(), number) for number in range(3))
LETTERS = b"".join(b"From - Fri\nSubject: Ferries\n\n%s It was day %d.\n\n" % (PLAIN.encode(), n) for n in range(3))


class _Stuck(io.BytesIO):
    """A stream that never gives its end."""

    def readline(self, size: int | None = -1, /) -> bytes:
        return super().readline(size) or self._for_ever()

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size) or self._for_ever()

    def _for_ever(self) -> bytes:
        threading.Event().wait()
        return b""


class _Deadly(_Stuck):
    """A stream that ends the process instead of itself."""

    def _for_ever(self) -> bytes:
        os._exit(3)


class _Greedy(io.BytesIO):
    """A stream that wants half a gigabyte of memory for a moment."""

    def read(self, size: int | None = -1, /) -> bytes:
        return bytes(bytearray(500_000_000)[:0]) + super().read(size)


def job(raw: bytes, name: str = "a.jsonl", stream: Callable[[bytes], BinaryIO] = io.BytesIO) -> Job:
    """The job of reading a file of these bytes."""
    found = Found(name, len(raw), "", partial(stream, raw), location=f"/{name}")
    return Job(name, found, {}, Options())


def filed(workings: Workings, limits: Limits, *jobs: Job) -> list[list[Filed]]:
    """What came of each job's records."""
    reading = Reading(workings, limits, lambda _: None)
    reading.read([Listed("0" * 64, "2022-02-15T09:50:30Z", each) for each in jobs])
    return [[unpack(packed) for packed in workings.records(reading.numbers[each.key])] for each in jobs]


def said(records: list[Filed]) -> list[str]:
    """In short: the end of an article's text, the code of a problem."""
    return [each.article.text[-5:] if each.article else each.problems[0].code for each in records]


def taken_in(folder: Path, workings: Workings, *, keep: bool = False) -> Intake:
    """What a build takes in from a folder; the workings remember it as if the archive had been written."""
    with Steps(Console(stderr=True), quiet=True) as steps:
        intake = take_in(Order((folder,), keep=keep), workings, steps)
    workings.finish(intake.inputs, ())
    return intake
