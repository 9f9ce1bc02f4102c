"""What people decided about an entity, and where its former addresses lead."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from morgue.browse.prose import render
from morgue.browse.rows import all_rows, one_row

CORRECTIONS = """
SELECT c.verb, c.told, c.note, c.author, c.date, o.uid AS other_uid, o.name AS other_name
FROM corrections c LEFT JOIN entities o ON o.id = c.other_id
WHERE c.entity_id = ? ORDER BY c.date DESC, c.id
"""
NOW = "SELECT e.uid FROM former_uids f JOIN entities e ON e.id = f.entity_id WHERE f.uid = ?"


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict that holds for an entity. `told` says what was decided, `note` is Markdown and says why."""

    verb: str
    told: str
    note: str
    author: str
    date: str
    other_uid: str | None
    other_name: str | None

    @property
    def note_html(self) -> str:
        """The note as safe HTML."""
        return render(self.note)


def corrections(connection: sqlite3.Connection, entity_id: int) -> tuple[Correction, ...]:
    """The verdicts on an entity, the latest first."""
    return tuple(
        Correction(
            verb=row["verb"],
            told=row["told"],
            note=row["note"],
            author=row["author"],
            date=row["date"],
            other_uid=row["other_uid"],
            other_name=row["other_name"],
        )
        for row in all_rows(connection, CORRECTIONS, (entity_id,))
    )


def uid_now(connection: sqlite3.Connection, uid: str) -> str | None:
    """The uid of the entity that once had this one, or has it in another archive of these articles."""
    row = one_row(connection, NOW, (uid,))
    return row["uid"] if row else None
