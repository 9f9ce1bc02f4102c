"""By what a search can be narrowed: the people, places, sources, … of its hits, counted per article and per story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from morgue.browse.search.filters import Chosen
from morgue.browse.search.request import ENTITY_FACETS, FACETS
from morgue.browse.search.statement import Statement, listed

MOST_COUNTED = 5_000  # of more hits, the entities of the first ones are counted
MOST_VALUES = 30  # of a facet

# An article that belongs to no story is a story of its own.
_COUNTS = "count(*) AS article_count, count(DISTINCT coalesce(a.story_id, -a.id)) AS story_count"
_HITS = "json_each(?) AS hit CROSS JOIN articles AS a ON a.id = hit.value"
# Each speaker once an article, however often quoted in it.
_SPEAKERS = """
(SELECT DISTINCT q.article_id, q.speaker_id
  FROM json_each(?) AS hit CROSS JOIN quotes q ON q.article_id = hit.value WHERE q.speaker_id IS NOT NULL) AS s
"""
_QUOTED = """
(SELECT DISTINCT q.article_id, q.speaker_id
  FROM json_each(?) AS hit CROSS JOIN quotes q ON q.id = hit.value WHERE q.speaker_id IS NOT NULL) AS s
"""
_SOURCES = f"{_HITS} JOIN sources s ON s.id = a.source_id"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that hits have, and how many. `selected`: the search asks for it; `excluded`: it leaves it out."""

    value: str
    label: str
    article_count: int
    story_count: int
    selected: bool = False
    excluded: bool = False


Facets = dict[str, tuple[FacetValue, ...]]


def facets_of_all(connection: sqlite3.Connection) -> Facets:
    """The facets of the whole archive, counted when it was built."""
    return {name: tuple(map(_value, _all(name).rows(connection))) for name in FACETS}


def _all(name: str) -> Statement:
    sql = "SELECT value, label, article_count, story_count FROM facet_counts WHERE facet = ?"
    return Statement(f"{sql} ORDER BY article_count DESC, label, value LIMIT {MOST_VALUES}", (name,))


def facets_of(connection: sqlite3.Connection, ids: Sequence[int], narrowed: Sequence[Chosen]) -> Facets:
    """The facets of these articles, the best first; what the search is narrowed by is always among the values."""
    statements = {"entities": entity_counts(ids[:MOST_COUNTED], narrowed), **dict(_plain(ids, narrowed))}
    found: dict[str, list[FacetValue]] = {name: [] for name in FACETS}
    for name, statement in statements.items():
        for row in statement.rows(connection):
            found[row["facet"] if name == "entities" else name].append(_value(row))
    return {name: tuple(marked(name, values, narrowed)) for name, values in found.items()}


def speakers_of_quotes(connection: sqlite3.Connection, quotes: Sequence[int], narrowed: Sequence[Chosen]) -> Facets:
    """Who says these quotes: counted over the articles and stories that print them."""
    kept = [value for each in narrowed if each.filter.name == "speaker" for value in each.values]
    rows = _speakers(quotes, kept, _QUOTED).rows(connection)
    return {"speaker": tuple(marked("speaker", map(_value, rows), narrowed))}


def _value(row: sqlite3.Row) -> FacetValue:
    return FacetValue(str(row["value"]), row["label"], row["article_count"], row["story_count"])


def _plain(ids: Sequence[int], narrowed: Sequence[Chosen]) -> Iterator[tuple[str, Statement]]:
    columns = {name: f"a.{name}" for name in ("wire", "derivation", "language")}
    kept = {name: [value for each in narrowed if each.filter.name == name for value in each.values] for name in FACETS}
    yield "speaker", _speakers(ids, kept["speaker"], _SPEAKERS)
    yield "source", _top(ids, kept["source"], "s.id", "s.name", _SOURCES)
    yield from ((name, _top(ids, kept[name], column, column)) for name, column in columns.items())


def _top(ids: Sequence[int], kept: Sequence[str], value: str, label: str, tables: str = _HITS) -> Statement:
    """The commonest values, and those to keep however rare."""
    counted = f"SELECT {value} AS value, {label} AS label, {_COUNTS} FROM {tables}"
    return _commonest(f"WITH counted AS ({counted} WHERE {value} IS NOT NULL GROUP BY {value})", ids, kept)


def _speakers(ids: Sequence[int], kept: Sequence[str], tables: str) -> Statement:
    """The same of speakers, who are counted by number first: names are looked up once for each."""
    numbered = f"SELECT s.speaker_id, {_COUNTS} FROM {tables} CROSS JOIN articles a ON a.id = s.article_id GROUP BY 1"
    named = (
        "SELECT e.uid AS value, e.name AS label, n.article_count, n.story_count FROM numbered n CROSS JOIN entities e"
    )
    counted = f"WITH numbered AS ({numbered}), counted AS ({named} ON e.id = n.speaker_id)"
    return _commonest(counted, ids, kept)


def _commonest(counted: str, ids: Sequence[int], kept: Sequence[str]) -> Statement:
    ranked = Statement(
        f"{counted},"
        " ranked AS (SELECT *, row_number() OVER (ORDER BY article_count DESC, label, value) AS place FROM counted)"
        f" SELECT * FROM ranked WHERE place <= {MOST_VALUES} OR CAST(value AS TEXT) IN",
        (json.dumps(sorted(ids)),),
    )
    return ranked + listed(kept) + "ORDER BY place"


def entity_counts(ids: Sequence[int], narrowed: Sequence[Chosen]) -> Statement:
    """The entities of these articles, of each kind the commonest, in one pass over `article_entities`."""
    kept = [value for each in narrowed if each.filter.name in ENTITY_FACETS for value in each.values]
    counted = Statement(
        f"WITH counted AS (SELECT x.entity_id, {_COUNTS} FROM {_HITS}"
        " CROSS JOIN article_entities x ON x.article_id = a.id GROUP BY x.entity_id),"
        " ranked AS (SELECT e.kind AS facet, e.uid AS value, e.name AS label, c.article_count, c.story_count,"
        " row_number() OVER (PARTITION BY e.kind ORDER BY c.article_count DESC, e.name, e.uid) AS place"
        " FROM counted c JOIN entities e ON e.id = c.entity_id WHERE e.kind IN",
        (json.dumps(sorted(ids)),),
    )
    top = f") SELECT * FROM ranked WHERE place <= {MOST_VALUES} OR value IN"
    return counted + listed(ENTITY_FACETS) + top + listed(kept) + "ORDER BY facet, place"


def marked(name: str, values: Iterable[FacetValue], narrowed: Sequence[Chosen]) -> Iterator[FacetValue]:
    """The values with what is selected marked, and behind them what is excluded or has no hit."""
    own = {value: each for each in narrowed if each.filter.name == name for value in each.values}
    found = set()
    for counted in values:
        found.add(counted.value)
        each = own.get(counted.value)
        hidden = each is not None and each.filter.excluded
        yield replace(counted, selected=each is not None and not hidden, excluded=hidden)
    for value, each in own.items():
        if value not in found:
            hidden = each.filter.excluded
            yield FacetValue(value, each.label, 0, 0, selected=not hidden, excluded=hidden)
