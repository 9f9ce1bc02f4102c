"""What a build wants of the intake, and what it gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from morgue import read
from morgue.engine import Limits
from morgue.model import Article, Changes, Problem
from morgue.store import Input


@dataclass(frozen=True, slots=True)
class Order:
    """The inputs, how to read them, what one of them may take, and whether what is gone stays in the archive.

    `own` are the files that the build writes.
    """

    inputs: tuple[Path, ...]
    reading: read.Options = field(default_factory=read.Options)
    limits: Limits = field(default_factory=Limits)
    keep: bool = False
    own: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of all inputs, in their order; what changed since the build before; what to remember for the next."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    changes: Changes
    inputs: tuple[Input, ...]
