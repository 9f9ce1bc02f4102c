"""What goes to a worker, and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import msgspec

from morgue import read
from morgue.model import Article, Problem

OUT_OF_MEMORY = "out-of-memory"  # the code of a problem that a higher limit solves


class At(NamedTuple):
    """A step of the work on an input: the next record is read at a place, or the document at a place is cleaned.

    The same input takes the same steps each time, so one names a step for good.
    """

    stage: Literal["read", "clean"]
    place: str
    number: int


@dataclass(frozen=True, slots=True)
class Job:
    """One input to be read and cleaned.

    `key` holds everything that the reading depends on. `found.read_at` is "": a file's time of change is no part of
    what it holds. `told` is what manifests say of it.
    `done` records came of it before a step hung; `passed_over` has a problem for each step that is not to be made.
    """

    key: str
    found: read.Found
    told: Mapping[str, read.Row]
    options: read.Options
    done: int = 0
    passed_over: Mapping[At, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of one record: an article or none, the problems met, and the row of a manifest that was about it."""

    article: Article | None
    problems: tuple[Problem, ...]
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """A `Filed` on its way, packed, with the original bytes of the article, as zlib packs them, and their checksum.

    `lasting` is False for what another build, with other limits, may do better.
    """

    packed: bytes
    sha256: str | None = None
    raw: bytes | None = None
    lasting: bool = True


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Filed)


def parcel(filed: Filed, sha256: str | None = None, raw: bytes | None = None) -> Parcel:
    """What came of a record, ready to be sent."""
    lasting = all(problem.code != OUT_OF_MEMORY for problem in filed.problems)
    return Parcel(pack(filed), sha256, raw, lasting)


def pack(filed: Filed) -> bytes:
    """The bytes of what came of a record."""
    return _ENCODER.encode(filed)


def unpack(packed: bytes) -> Filed:
    """What the bytes say.

    Raises:
        msgspec.ValidationError: they were written by an edition whose nouns were others.
    """
    return _DECODER.decode(packed)
