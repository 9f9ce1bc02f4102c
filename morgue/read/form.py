"""What a format is: a name, the extensions it is known by, and the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from morgue.model import Document, Problem


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, its path as given (relative to the input, forward slashes), its size."""

    file: Path
    path: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `read` may raise OSError: the registry turns it into a problem.

    `opening` is how a file of this kind begins; it decides where a file's name has no extension.
    """

    name: str
    extensions: tuple[str, ...]
    opening: bytes
    read: Callable[[Found], Iterator[Document | Problem]]
