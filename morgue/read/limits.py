"""What keeps one input from filling the memory or running for ever."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, cast

from morgue.read.broken import SpentError, TooLargeError, damage
from morgue.read.form import Found, Options


class Allowance:
    """The bytes that one input may unpack to, over all its members."""

    def __init__(self, found: Found, options: Options) -> None:
        """The allowance for an input that is a file."""
        self._left = max(options.most_bytes, options.ratio * found.bytes)

    def spend(self, count: int) -> None:
        """Takes `count` bytes off.

        Raises:
            SpentError: They are more than was left.
        """
        self._left -= count
        if self._left < 0:
            raise SpentError


class _Metered(io.RawIOBase):
    """A stream whose bytes are taken off an allowance."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        with damage():
            data = self._stream.read(len(view))
        self._allowance.spend(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def metered(stream: Callable[[], BinaryIO], allowance: Allowance) -> BinaryIO:
    """The opened stream, to be read forward, its bytes taken off the allowance."""
    return io.BufferedReader(_Metered(stream(), allowance))


def all_bytes(found: Found, options: Options) -> bytes:
    """Everything that a file or member holds.

    Raises:
        TooLargeError: It is more than `options.most_bytes`.
    """
    with found.open() as stream:
        raw = stream.read(options.most_bytes + 1)
    if len(raw) > options.most_bytes:
        raise TooLargeError
    return raw
