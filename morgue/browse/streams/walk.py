"""Reads a stream in steps so short that none trips the time limit of a server, holding some hundred rows at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Protocol

from morgue.browse.streams.stream import Row, Span, Stream

FIRST, LEAST, MOST = 20_000, 500, 500_000  # numbers that a step looks through: it begins, and is at least and at most
FEW = 2_000  # where so few of them match, the next step looks further
ROWS = 500  # read at once


class Ask(Protocol):
    """Runs a question on the archive, within the time limit of the server."""

    def __call__(self, question: Callable[[sqlite3.Connection], Any], /) -> Awaitable[Any]:
        """The answer.

        Raises:
            sqlite3.OperationalError: "interrupted", where it took too long.
        """


async def walk(ask: Ask, stream: Stream) -> AsyncIterator[Sequence[Row]]:
    """The rows of a stream, some hundred at a time."""
    done, width = 0, FIRST
    while done < stream.highest:
        span = _span(stream, done, width)
        try:
            keys = await ask(partial(stream.keys, span=span))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error) or width <= LEAST:
                raise
            width = max(width // 4, LEAST)
            continue
        for first in range(0, len(keys), ROWS):
            some = keys[first : first + ROWS]
            yield await ask(partial(stream.rows, keys=some))
        done += span[1] - span[0] + 1
        width = min(width * 2, MOST) if len(keys) < FEW else min(width, FIRST)


def _span(stream: Stream, done: int, width: int) -> Span:
    """The next numbers to look through: from the highest down, or from 1 up."""
    if stream.newest_first:
        last = stream.highest - done
        return max(last - width + 1, 1), last
    return done + 1, min(done + width, stream.highest)
