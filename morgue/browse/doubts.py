"""What the build was not sure of about one article, or could not do: its rows of `problems`."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.rows import all_rows

OF_PLACE = "SELECT level, code, message FROM problems WHERE path = ? ORDER BY id LIMIT 20"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem with an article that is in the archive all the same. `message` says it without naming the file."""

    level: str
    code: str
    message: str


def doubts(connection: sqlite3.Connection, path: str, member: str) -> tuple[Doubt, ...]:
    """The problems with the record of an input, in the order in which they were met."""
    place = f"{path}, {member}" if member else path
    return tuple(
        Doubt(row["level"], row["code"], _said(row["message"].removeprefix(f"{place}: ")))
        for row in all_rows(connection, OF_PLACE, (place,))
    )


def _said(message: str) -> str:
    return message[:1].upper() + message[1:]
