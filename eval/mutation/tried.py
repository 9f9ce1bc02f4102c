"""One input read and cleaned in a process of its own, within limits, and how that ended."""

from __future__ import annotations

import multiprocessing
import os
import resource
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from morgue import read
from morgue.clean import clean
from morgue.model import Original, Problem

End = Literal["articles", "problems", "nothing", "exception", "hang", "crash"]
TEXT = b"The ferry sailed again on Monday, the harbour office said. " * 5
UNFORESEEN = "reading-failed"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may take: seconds in all, and bytes of memory beside what the program itself takes."""

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an input ended, how long it took and how many bytes of memory; `words` tells what went wrong."""

    end: End
    seconds: float
    memory: int
    articles: int = 0
    problems: int = 0
    words: str = ""


@cache
def ready() -> None:
    """Reads and cleans an article and a page once: what cleaning loads late is then there for every child."""
    for name, raw in (("a.txt", TEXT), ("a.html", b"<html><body><p>" + TEXT + b"</p></body></html>")):
        for record in read.read(read.Found(name, len(raw), "", partial(BytesIO, raw))):
            _cleaned(record)


def tried(path: Path, limits: Limits) -> Outcome:
    """Reads and cleans one file, in a child that is ended where it takes too long."""
    ready()
    ours, theirs = multiprocessing.Pipe(duplex=False)
    began = time.monotonic()
    child = os.fork()  # cheaper than a new interpreter for each of thousands
    if not child:
        _work(path, limits, theirs)
    theirs.close()
    told: tuple[End, int, int, str] | None = None
    hung = not ours.poll(limits.seconds)
    with suppress(EOFError):
        told = None if hung else ours.recv()
    ours.close()
    if hung:
        os.kill(child, 9)
    _, _, used = os.wait4(child, 0)
    seconds, memory = time.monotonic() - began, used.ru_maxrss * 1_024
    if told is None:
        return Outcome("hang" if hung else "crash", seconds, memory, words=f"after {seconds:.0f} s")
    end, articles, problems, words = told
    return Outcome(end, seconds, memory, articles, problems, words)


def _work(path: Path, limits: Limits, connection: Connection) -> None:
    """What the child does. It never returns."""
    try:
        limit = _own_size() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        connection.send(_read(path))
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        connection.send(("exception", 0, 0, f"{type(error).__name__}: {error}"[:200]))
    finally:
        connection.close()
        os._exit(0)


def _own_size() -> int:
    """The bytes of address space that the program takes before it reads anything."""
    with Path("/proc/self/statm").open(encoding="ascii") as stat:
        return int(stat.read().split()[0]) * resource.getpagesize()


def _read(path: Path) -> tuple[End, int, int, str]:
    found, problems = read.find([path])
    articles, doubts = 0, len(problems)
    for each in found:
        for record in read.read(each):
            article, words = _cleaned(record)
            if words:
                return "exception", articles, doubts, words
            articles += article
            doubts += not article
    return ("articles" if articles else "problems" if doubts else "nothing"), articles, doubts, ""


def _cleaned(record: Original | Problem) -> tuple[bool, str]:
    """Whether the record became an article, and what went wrong in a way that nobody has foreseen."""
    if isinstance(record, Problem):
        return False, record.message[:200] if record.code == UNFORESEEN else ""
    article, _ = clean(record)
    return article is not None, ""
