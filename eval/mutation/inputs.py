"""What an input that is tried is called, and how it came to be."""

from __future__ import annotations

from typing import NamedTuple


class Input(NamedTuple):
    """A file to be tried: the kind of mutation that made it, what it was made from, its name, its bytes."""

    kind: str
    origin: str
    name: str
    raw: bytes
