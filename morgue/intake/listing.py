"""The files to be taken in, each with a key that holds everything that its reading depends on."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from typing import cast

import msgspec

from morgue import read
from morgue.edition import edition
from morgue.intake.jobs import Job
from morgue.model import Problem

ROOMS = ("morgue.model", "morgue.read", "morgue.clean", "morgue.intake")
_ENCODER = msgspec.json.Encoder(order="sorted")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as it is now: its checksum, its time of change, and the job of reading it."""

    sha256: str
    read_at: str
    job: Job


def listed(
    files: Sequence[read.Found], manifests: read.Manifests, options: read.Options, advance: Callable[[int], None]
) -> tuple[list[Listed], list[Problem]]:
    """The files, and a problem for each that cannot be read; `advance` is told of such a one's bytes."""
    found: list[Listed] = []
    problems: list[Problem] = []
    for file in files:
        try:
            found.append(_listed(file, manifests, options))
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            message = f"{file.path} cannot be read ({reason}): see to its permissions, or leave it out."
            problems.append(Problem(file.path, "read", "error", "unreadable", message))
            advance(file.bytes)
    return found, problems


def _listed(file: read.Found, manifests: read.Manifests, options: read.Options) -> Listed:
    with file.open() as stream:
        digest = file_digest(cast("io.BytesIO", stream), "sha256").hexdigest()
    told = manifests.about(file.path)
    depends = (edition(*ROOMS), file.path, digest, options, told)
    key = sha256(_ENCODER.encode(depends)).hexdigest()
    return Listed(digest, file.read_at, Job(key, replace(file, read_at=""), told, options))
