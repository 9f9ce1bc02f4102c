"""Two entities that may be one: names nearly alike, or one name in two kinds."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from morgue.browse.rows import one_row
from morgue.browse.suspicions.nouns import Subject, Suspicion

ALIKE = 88  # of 100: below that, names are more often two than one
ALIKE_AFTER = 84  # where the given name is the very same
SHORTEST = 6  # letters: in shorter names one letter makes another
LARGEST = 400  # names in a block: of more, the most mentioned
TOGETHER = 1  # articles that name both: of more, they are two people, or two bodies
BEGINNING = 4  # letters by which the names of a block begin
NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"})

COMPANY = """
SELECT count(*) AS n FROM article_entities a JOIN article_entities b ON b.article_id = a.article_id AND b.entity_id = ?
WHERE a.entity_id = ?
"""


def two_kinds(subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """One name that is a body here and a place, or a person, there."""
    named: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        named[subject.folded].append(subject)
    for group in named.values():
        if len(group) > 1:
            kinds = ", ".join(dict.fromkeys(subject.kind for subject in group))
            yield Suspicion("merge", tuple(group), f"one name, several entries ({kinds})")


def alike(connection: sqlite3.Connection, subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """Names that differ in a letter or two, hardly ever in one article."""
    blocks: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for subject in subjects:
        for key in _keys(subject):
            blocks[key].append(subject)
    for key in sorted(blocks):
        for one, other in combinations(blocks[key][:LARGEST], 2):
            enough = ALIKE_AFTER if key[0] == "given" else ALIKE
            score = fuzz.ratio(one.folded, other.folded, score_cutoff=enough)
            if score and one.folded != other.folded and _hardly_together(connection, one, other):
                yield Suspicion("merge", (one, other), f"names alike ({score:.0f} of 100)")


def _keys(subject: Subject) -> Iterator[tuple[str, str]]:
    """Where a name looks for its like: people by the beginnings of given name and surname, others by their first."""
    numbered = any(c.isdigit() for c in subject.folded) or not NUMERALS.isdisjoint(subject.words[1:])
    if len(subject.folded) < SHORTEST or numbered:
        return
    if subject.kind != "person":
        yield subject.kind, subject.folded[:BEGINNING]
    elif len(subject.words) > 1:
        yield "given", f"{subject.words[0]} {subject.words[-1][0]}"
        yield "surname", f"{subject.words[0][0]} {subject.words[-1]}"


def _hardly_together(connection: sqlite3.Connection, one: Subject, other: Subject) -> bool:
    rarer, commoner = sorted((one, other), key=lambda subject: (subject.article_count, subject.id))
    row = one_row(connection, COMPANY, (commoner.id, rarer.id))
    return row is not None and row["n"] <= TOGETHER
