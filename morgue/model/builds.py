"""What the archive tells about its own making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other than in the build before: files that were read, that had not changed, and that are gone.

    `dropped` are the paths of those that are gone from the archive, too; `kept` of those that were asked to stay.
    """

    read: int
    unchanged: int
    dropped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Build:
    """One run of the build: when, by what, with which options, what came of it and how long each step took."""

    built_at: str
    version: str
    model: str
    model_version: str
    options: Mapping[str, object]
    counts: Mapping[str, int]
    seconds: Mapping[str, float]
