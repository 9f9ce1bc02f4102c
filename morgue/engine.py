"""Runs one step over many items: in this process, or in several. The step shares nothing, so where it runs is free."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# The step of a worker process, made once when it starts: a language model takes a second to load.
_step: Callable[[Any], Any]


def run(make: Callable[[], Callable[[Item], Result]], items: Sequence[Item], workers: int) -> Iterator[Result]:
    """The step's result for each item, in the order of the items.

    Args:
        make: builds the step; called once in each process, so it and the items must be picklable if `workers` > 1.
        items: what the step is run on.
        workers: how many processes; 1 means this one.
    """
    if workers == 1:
        yield from map(make(), items)
        return
    # spawn, not fork: the progress display runs a thread, and forking a threaded process can deadlock.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(make,)) as pool:
        yield from pool.map(_work, items, chunksize=min(32, max(1, len(items) // (workers * 8))))


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _step  # noqa: PLW0603 - a worker process has no other place that outlives a task
    _step = make()


def _work(item: Any) -> Any:
    return _step(item)
