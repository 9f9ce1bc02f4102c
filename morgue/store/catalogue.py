"""Tables that are quicker filled in Python than in SQL: entities packed by article, and names by what is typed."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from morgue.model.names import lookup_keys
from morgue.store.rows import Row

_KINDS = ("person", "organization", "place", "group")
_NAMED = """
SELECT x.article_id, e.kind, e.id FROM article_entities x JOIN entities e ON e.id = x.entity_id
WHERE e.kind IN ('person', 'organization', 'place', 'group')
UNION ALL SELECT DISTINCT article_id, 'speaker', speaker_id FROM quotes WHERE speaker_id IS NOT NULL
ORDER BY 1, 2, 3
"""
# Of two forms of a name with one key the commoner tells it; the name itself before any other form.
_NAMES = """
SELECT e.kind, e.id, e.name, e.mention_count, 0 AS other, e.mention_count AS common FROM entities e
UNION ALL SELECT e.kind, e.id, a.name, e.mention_count, 1, a.mention_count
  FROM aliases a JOIN entities e ON e.id = a.entity_id WHERE a.name <> e.name
UNION ALL SELECT 'source', s.id, s.name, f.article_count, 0, 0 FROM sources s
  JOIN facet_counts f ON f.facet = 'source' AND f.value = s.id
ORDER BY 1, 2, 5, 6 DESC, 3
"""


def article_facets(db: Database) -> Iterator[Row]:
    """For each article that names anybody the numbers of these entities, packed, by kind."""
    for article, named in groupby(db.execute(_NAMED), key=itemgetter(0)):
        numbers: dict[str, list[int]] = {kind: [] for kind in (*_KINDS, "speaker")}
        for _, kind, number in named:
            numbers[kind].append(number)
        yield {"article_id": article, **{kind: packed(found) for kind, found in numbers.items()}}


def packed(numbers: Iterable[int]) -> bytes:
    """The numbers as four bytes each, the lowest byte first."""
    found = list(numbers)
    return struct.pack(f"<{len(found)}I", *found)


def name_keys(db: Database) -> Iterator[Row]:
    """Every way to begin to type a name, each once for an entity or source."""
    for (kind, number), forms in groupby(db.execute(_NAMES), key=itemgetter(0, 1)):
        first: dict[str, tuple[str, int]] = {}
        for _, _, name, weight, _, _ in forms:
            for key in lookup_keys(name):
                first.setdefault(key, (name, weight))
        for key, (name, weight) in first.items():
            yield {"key": key, "kind": kind, "number": number, "name": name, "weight": weight}
