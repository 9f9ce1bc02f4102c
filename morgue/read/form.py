"""What a format is, what it reads, and the limits that it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from morgue.model import Original, Problem

BLANK = b"\xef\xbb\xbf \t\r\n"  # what may stand before the opening of a text
JOINT = " › "  # between the places inside places: "2022.zip › dump.jsonl › line 12"


@dataclass(frozen=True, slots=True)
class Found:
    """Something to read: a file, a member of an archive, a record of a web archive.

    `path` is the file's as given (relative to the input, forward slashes), `member` the place inside it ("news/a.html")
    or "". `bytes` is the size before unpacking. `read_at` is the time of change of the file or member (UTC, ISO 8601 to
    the second), not the clock's: the same input must give the same archive. `open` gives a fresh stream from the start,
    which the caller closes; a member's can be opened as long as its container has not gone on to the next one.
    `called` is the name that tells the format where path and member do not ("a.txt" for a.txt.gz). `location` is where
    a file lies on this machine, which no archive says.
    """

    path: str
    bytes: int
    read_at: str
    open: Callable[[], BinaryIO] = field(compare=False, repr=False)
    member: str = ""
    called: str = ""
    location: str = ""

    @property
    def name(self) -> str:
        """The last part of the place, for its extension."""
        return self.called or (self.member or self.path).rpartition(JOINT)[2].rpartition("/")[2]

    @property
    def place(self) -> str:
        """Path and member in one string, as in `Document.place`."""
        return f"{self.path}, {self.member}" if self.member else self.path

    @property
    def packed(self) -> bool:
        """Whether this lies inside another file, so that its stream can only be read forward."""
        return bool(self.member or self.called)

    def inside(self, part: str) -> str:
        """The member for a part of this: "line 12", or "dump.jsonl › line 12" where this is a member itself."""
        return f"{self.member}{JOINT}{part}" if self.member else part


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for. `map` names a table's column for a field: {"headline": "Title"}.

    The limits: `most_bytes` is the size of one file or member that is read at once; all that one input unpacks to may
    be that or `ratio` times its own size, whichever is more. An archive holds `most_members` at most, and archives lie
    `deepest` deep in each other at most.
    """

    map: Mapping[str, str] = field(default_factory=dict)
    most_bytes: int = 200_000_000
    most_members: int = 1_000_000
    deepest: int = 4
    ratio: int = 300  # text packs to a tenth, alike pages together to a fiftieth, a zip bomb to a thousandth or less


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. A container is a format that yields what it holds as further `Found`s.

    `opening` are the ways a file of this kind begins, in small letters where it is text, or how it goes on at the byte
    `offset`; they decide where a name has no extension that is known. An extension may have several parts (".warc.gz"):
    the longest that fits decides. `read` may raise OSError and what the libraries for archives raise:
    reading.py turns it into a problem.
    """

    name: str
    extensions: tuple[str, ...]
    opening: tuple[bytes, ...]
    read: Callable[[Found, Options], Iterator[Original | Problem | Found]]
    offset: int = 0

    def begins(self, head: bytes) -> bool:
        """Whether a file that starts with `head` looks like one of this kind."""
        if self.offset:
            return head.startswith(self.opening, self.offset)
        head = head.lstrip(BLANK)
        return head.startswith(self.opening) or head.lower().startswith(self.opening)
