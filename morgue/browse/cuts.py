"""What each version of a story left out of the article that it was made from, and what it added."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from morgue.browse.beside import Span, uncovered
from morgue.browse.cards import begin
from morgue.browse.rows import all_rows

MOST = 30  # versions; of more, the comparison of each tells
SHOWN = 3  # stretches told of each version, the longest
LENGTH = 180

# Passages as seen from the version, whichever side their row stands from.
PASSAGES = """
SELECT a.uid, p.start_char, p.end_char, p.other_start, p.other_end
FROM articles a JOIN passages p ON p.article_id = a.id AND p.other_id = a.derived_from WHERE a.story_id = ?
UNION ALL SELECT a.uid, p.other_start, p.other_end, p.start_char, p.end_char
FROM articles a JOIN passages p ON p.other_id = a.id AND p.article_id = a.derived_from WHERE a.story_id = ?
"""
TEXTS = f"""
SELECT a.uid, b.text, o.text AS source_text FROM articles a JOIN bodies b ON b.article_id = a.id
JOIN bodies o ON o.article_id = a.derived_from WHERE a.story_id = ? ORDER BY a.published, a.id LIMIT {MOST}
"""


@dataclass(frozen=True, slots=True)
class Cut:
    """What was left out, or added: how many words of how many, and the longest stretches of it, their beginnings."""

    words: int
    of: int
    stretches: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much of the whole it is."""
        return self.words / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Cuts:
    """What one version did to its source."""

    left_out: Cut
    added: Cut


def cuts(connection: sqlite3.Connection, story_id: int) -> Mapping[str, Cuts]:
    """By uid, each version that passages are known of."""
    here: defaultdict[str, list[Span]] = defaultdict(list)
    there: defaultdict[str, list[Span]] = defaultdict(list)
    for row in all_rows(connection, PASSAGES, (story_id, story_id)):
        here[row["uid"]].append((row[1], row[2]))
        there[row["uid"]].append((row[3], row[4]))
    return {
        row["uid"]: Cuts(_cut(row["source_text"], there[row["uid"]]), _cut(row["text"], here[row["uid"]]))
        for row in (all_rows(connection, TEXTS, (story_id,)) if here else ())
        if row["uid"] in here
    }


def _cut(text: str, covered: Sequence[Span]) -> Cut:
    pieces = [piece for start, end in uncovered(text, covered) for piece in text[start:end].split("\n\n")]
    longest = sorted(pieces, key=len, reverse=True)[:SHOWN]
    words = sum(len(piece.split()) for piece in pieces)
    return Cut(words, len(text.split()), tuple(begin(piece, LENGTH) for piece in longest))
