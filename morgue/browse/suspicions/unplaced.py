"""Names that are nobody's, since nothing decided whose: those that a known body's name begins or ends with.

“Judiciary Committee” beside the House's and the Senate's: a verdict says which of them an archive means.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from morgue.browse.rows import all_rows
from morgue.browse.suspicions.nouns import Subject, Suspicion

LEAST = 2  # words of a name, and
LONGEST = 8  # words of a longer one
BODIES = frozenset({"organization", "other", "work", "event"})
UNPLACED = """
SELECT text, count(*) AS n FROM mentions WHERE entity_id IS NULL AND text LIKE '% %' GROUP BY text ORDER BY text
"""


def unplaced(connection: sqlite3.Connection, subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """Each such name with the most mentioned body that has it at either end.

    What somebody bears is left aside: New York that is not the city is no newspaper.
    """
    longer, borne = _longer(subjects), {subject.words for subject in subjects}
    for row in all_rows(connection, UNPLACED):
        bodies = longer.get(_words(row["text"]), [])
        if bodies and _words(row["text"]) not in borne:
            others = f"; {len(bodies) - 1} more have it" if len(bodies) > 1 else ""
            why = f"nothing tells whose it is: a part of a known name{others}"
            yield Suspicion("read", (bodies[0],), why, printed=row["text"], times=row["n"])


def _longer(subjects: Sequence[Subject]) -> Mapping[tuple[str, ...], list[Subject]]:
    """The words at either end of bodies' names → these bodies, the most mentioned first, as they come."""
    found: dict[tuple[str, ...], list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.kind not in BODIES or len(subject.words) > LONGEST:
            continue
        for size in range(LEAST, len(subject.words)):
            for part in {subject.words[:size], subject.words[-size:]}:
                found[part].append(subject)
    return found


def _words(text: str) -> tuple[str, ...]:
    return Subject(0, "", text, "", 0, 0).words
