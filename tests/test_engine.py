"""The engine runs a step over many items in workers, and outlives what becomes of them."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from morgue.engine import Came, Crew, Ended, Limits, Send, Step, Stopped

pytestmark = pytest.mark.unit
PATIENCE = 1.0


def made(step: Step[int]) -> Step[int]:
    """Hands a step over to a worker process."""
    return step


def square(number: int, send: Send) -> None:
    """Sends the number's square."""
    send(number * number)


def hang(number: int, send: Send) -> None:
    """Sends the number, then waits for ever where it is odd."""
    send(number)
    if number % 2:
        threading.Event().wait()


def die(number: int, send: Send) -> None:
    """Ends its process where the number is odd."""
    send(number)
    if number % 2:
        os._exit(3)


def swell(number: int, send: Send) -> None:
    """Asks for as many megabytes as the number says."""
    try:
        send(len(bytearray(number * 1_000_000)))
    except MemoryError:
        send("too much")


def break_down() -> Step[int]:
    """A step that cannot be built."""
    raise SystemExit(1)


def happened(step: Step[int], numbers: range, limits: Limits) -> list[Any]:
    """The events in the order of the items."""
    with Crew(partial(made, step), limits) as crew:
        for number in numbers:
            crew.add(number)
        return sorted(crew.events(), key=lambda event: event.item)


@pytest.mark.parametrize("workers", [1, 2])
def test_every_item_has_its_results_and_its_end(workers: int) -> None:
    """One process or several: what the step sends comes with its item, then the item's end."""
    wanted = [event for n in range(20) for event in (Came(n, n * n), Ended(n))]
    assert happened(square, range(20), Limits(workers)) == wanted


def test_nothing_in_nothing_out() -> None:
    """No items, no results, no processes."""
    assert happened(square, range(0), Limits(2)) == []


def test_a_worker_that_hangs_is_killed_and_the_others_go_on() -> None:
    """Past the patience allowed the worker is ended; what it sent before stays, and the next item is worked on."""
    wanted = [Came(0, 0), Ended(0), Came(1, 1), Stopped(1, "hung"), Came(2, 2), Ended(2)]
    assert happened(hang, range(3), Limits(1, PATIENCE)) == wanted


def test_a_worker_that_dies_is_replaced() -> None:
    """A crash in a library ends one item, not the build."""
    wanted = [Came(0, 0), Ended(0), Came(1, 1), Stopped(1, "died"), Came(2, 2), Ended(2)]
    assert happened(die, range(3), Limits(1)) == wanted


def test_a_stopped_item_can_be_replaced_by_a_smaller_one() -> None:
    """Items may be added while events are read."""
    with Crew(partial(made, die), Limits(1)) as crew:
        crew.add(1)
        events = []
        for event in crew.events():
            events.append(event)
            if isinstance(event, Stopped):
                crew.add(event.item + 1, first=True)
    assert events == [Came(1, 1), Stopped(1, "died"), Came(2, 2), Ended(2)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot bound the memory of a process")
def test_a_worker_cannot_take_all_memory() -> None:
    """What asks for more than the limit gets a MemoryError, which the step can tell."""
    assert happened(swell, range(2_000, 2_001), Limits(1, memory=1_000_000_000))[0] == Came(2_000, "too much")


def test_a_step_that_cannot_be_built_is_an_error() -> None:
    """A worker that never gets ready ends the run instead of being replaced for ever."""
    make: Callable[[], Step[int]] = break_down
    with Crew(make, Limits(1)) as crew:
        crew.add(1)
        with pytest.raises(ChildProcessError, match="could not start"):
            list(crew.events())
