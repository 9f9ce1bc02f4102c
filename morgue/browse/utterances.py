"""Things said, in one line each, as lists show them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

UTTERANCES = """
SELECT u.id, u.uid, u.text, e.uid AS speaker_uid, e.name AS speaker, u.quote_count, u.story_count, u.wording_count,
       u.drift
FROM utterances u LEFT JOIN entities e ON e.id = u.speaker_id
"""
# A quote that is of no utterance, such as reported speech, is a thing said of its own.
ALONE = """
SELECT q.id, q.uid, q.text, e.uid AS speaker_uid, coalesce(e.name, q.speaker_text) AS speaker, 1 AS quote_count,
       1 AS story_count, 1 AS wording_count, 0.0 AS drift
FROM quotes q LEFT JOIN entities e ON e.id = q.speaker_id
"""


@dataclass(frozen=True, slots=True)
class UtteranceLine:
    """A thing said: its words as first printed, by whom, how often printed, in how many wordings."""

    uid: str
    address: str
    text: str
    speaker: str | None
    speaker_uid: str | None
    quote_count: int
    story_count: int
    wording_count: int
    drift: float

    @property
    def is_altered(self) -> bool:
        """Whether its versions print different words."""
        return self.wording_count > 1


def utterance_line(row: sqlite3.Row) -> UtteranceLine:
    """The line in a row of `UTTERANCES` or `ALONE`."""
    return UtteranceLine(
        uid=row["uid"],
        address=f"/quotes/{row['uid']}",
        text=row["text"],
        speaker=row["speaker"],
        speaker_uid=row["speaker_uid"],
        quote_count=row["quote_count"],
        story_count=row["story_count"],
        wording_count=row["wording_count"],
        drift=row["drift"],
    )
