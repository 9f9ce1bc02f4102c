"""Runs one step over many items in worker processes, and kills one that hangs, dies or takes too much memory.

A step is a function that is given an item and a place to send what comes of it. It shares nothing with others, so where
it runs is free. A worker that gives no sign of life within the patience that is allowed is ended; the caller is told
which item it was at, and may add a smaller one in its place.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, Literal, Self, TypeVar, cast

Item = TypeVar("Item")
Send = Callable[[Any], None]
Step = Callable[[Item, Send], None]
Why = Literal["hung", "died"]

# A server that forks is cheaper than a new interpreter for each worker, and unlike this process it has no threads,
# with which forking can deadlock. Windows has none.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_METHOD)  # of which kind depends on the system
_READY, _ENDED = "ready", "ended"
_STARTING = 600.0  # seconds that a worker may take to load what it works with
_LONGEST_WAIT = 1.0  # seconds; an interrupt should not wait longer


@dataclass(frozen=True, slots=True)
class Limits:
    """How many processes work at once, and what one may take.

    `patience` is the seconds that may pass without a sign of life, `memory` the bytes of one process; None is no limit.
    """

    workers: int = 1
    patience: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Came(Generic[Item]):
    """Something that the step sent about an item."""

    item: Item
    result: Any


@dataclass(frozen=True, slots=True)
class Ended(Generic[Item]):
    """The step is done with an item."""

    item: Item


@dataclass(frozen=True, slots=True)
class Stopped(Generic[Item]):
    """The worker was ended for want of a sign of life, or ended by itself (`died`), before the item was done."""

    item: Item
    why: Why


Event = Came[Item] | Ended[Item] | Stopped[Item]


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: Any
    connection: Connection
    deadline: float
    ready: bool = False
    item: Item | None = None  # that it is at

    @property
    def rests(self) -> bool:
        """Whether nothing is asked of it: it has started, and is at no item."""
        return self.ready and self.item is None


def prepare(*modules: str) -> None:
    """Begin to import, beside what this process does meanwhile, what workers will need."""
    if _METHOD == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415 - there is none on Windows

        _CONTEXT.set_forkserver_preload(list(modules))
        forkserver.ensure_running()


class Crew(Generic[Item]):
    """Worker processes and the items that wait for them. A context manager: at its end the workers are gone.

    Args:
        make: builds the step; called once in each process, so it must be picklable, as items and results must.
        limits: how many processes, and what each may take.
    """

    def __init__(self, make: Callable[[], Step[Item]], limits: Limits) -> None:
        self._make, self._limits = make, limits
        self._waiting: deque[Item] = deque()
        self._workers: list[_Worker[Item]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in list(self._workers):
            self._dismiss(worker)

    def add(self, item: Item, *, first: bool = False) -> None:
        """Put an item at the end of the queue, or before all others."""
        (self._waiting.appendleft if first else self._waiting.append)(item)

    def events(self) -> Iterator[Event[Item]]:
        """What happens, in the order in which it does, until no item is left. Items may be added meanwhile."""
        while self._waiting or any(worker.item is not None for worker in self._workers):
            self._assign()
            ready = wait([worker.connection for worker in self._workers], self._until_deadline())
            for worker in list(self._workers):
                event = self._heard(worker) if worker.connection in ready else self._overdue(worker)
                if event is not None:
                    yield event

    def _assign(self) -> None:
        """Give each idle worker an item, and take on more workers while there are more items."""
        busy = sum(worker.item is not None for worker in self._workers)
        for _ in range(len(self._workers), min(self._limits.workers, busy + len(self._waiting))):
            self._hire()
        for worker in self._workers:
            if worker.rests and self._waiting:
                worker.item = self._waiting.popleft()
                self._alive(worker)
                with suppress(OSError):  # it has died: its end of the pipe says so when it is listened to
                    worker.connection.send(worker.item)

    def _hire(self) -> None:
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_work, args=(theirs, self._make, self._limits.memory), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours, time.monotonic() + _STARTING))

    def _alive(self, worker: _Worker[Item]) -> None:
        worker.deadline = time.monotonic() + (self._limits.patience or float("inf"))

    def _until_deadline(self) -> float:
        soonest = min((worker.deadline for worker in self._workers if not worker.rests), default=0.0)
        return min(max(0.0, soonest - time.monotonic()), _LONGEST_WAIT)

    def _heard(self, worker: _Worker[Item]) -> Event[Item] | None:
        try:
            heard = worker.connection.recv()
        except (EOFError, OSError):
            return self._lost(worker, "died")
        self._alive(worker)
        if heard == _READY:
            worker.ready = True
            return None
        if heard == _ENDED:
            done, worker.item = worker.item, None
            return Ended(cast("Item", done))
        return Came(cast("Item", worker.item), heard)

    def _overdue(self, worker: _Worker[Item]) -> Event[Item] | None:
        if worker.rests or time.monotonic() < worker.deadline:
            return None
        return self._lost(worker, "hung")

    def _lost(self, worker: _Worker[Item], why: Why) -> Event[Item] | None:
        self._dismiss(worker)
        if not worker.ready:
            raise ChildProcessError("A worker process could not start; what it said stands above.")
        return None if worker.item is None else Stopped(worker.item, why)

    def _dismiss(self, worker: _Worker[Item]) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.kill()
        worker.process.join()
        worker.process.close()


def _work(connection: Connection, make: Callable[[], Step[Any]], memory: int | None) -> None:
    """What a worker process does until nobody talks to it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers in order
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _bound(memory)
    step = make()
    connection.send(_READY)
    with suppress(EOFError):
        while True:
            step(connection.recv(), connection.send)
            connection.send(_ENDED)


def _leave_with_parent() -> None:
    """A worker that hangs would outlive a parent that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        signal.raise_signal(signal.SIGTERM)


def _bound(memory: int | None) -> None:
    """Makes what asks for more memory fail with MemoryError, where the system can."""
    if memory is not None and sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        with suppress(ValueError, OSError):  # macOS knows the limit and does not take it
            resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
