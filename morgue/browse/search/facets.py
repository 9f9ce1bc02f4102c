"""By what a search can be narrowed: the people, places, sources, … of its hits, counted per article and per story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from morgue.browse.search.counting import MOST_VALUES, Counted, Tally
from morgue.browse.search.filters import Chosen
from morgue.browse.search.matches import Match
from morgue.browse.search.request import FACETS
from morgue.browse.search.statement import Statement, listed

MOST_COUNTED = 5_000  # of more hits, the entities of the first ones are counted

PACKED = ("person", "organization", "place", "group", "speaker")  # of which an article has many
CODED = ("wire", "derivation", "language")

_PACKED = """
SELECT f.article_id, f.person, f.organization, f.place, f."group", f.speaker
FROM json_each(?) AS hit CROSS JOIN article_facets f ON f.article_id = hit.value
"""
CODES = Statement("SELECT facet, code, value FROM codes")


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
Counts = Mapping[str, Sequence[Counted]]
Names = Mapping[tuple[str, int], tuple[str, str]]
"""Value and label of each counted number, by facet and number."""


def facets_of_all(connection: sqlite3.Connection) -> Facets:
    """The facets of the whole archive, counted when it was built."""
    return {name: tuple(map(_value, whole_facet(name).rows(connection))) for name in FACETS}


def whole_facet(name: str) -> Statement:
    """The commonest values of a facet over the whole archive."""
    sql = "SELECT value, label, article_count, story_count FROM facet_counts WHERE facet = ?"
    return Statement(f"{sql} ORDER BY article_count DESC, value LIMIT {MOST_VALUES}", (name,))


def _value(row: sqlite3.Row) -> FacetValue:
    return FacetValue(str(row["value"]), row["label"], row["article_count"], row["story_count"])


def facets_of(connection: sqlite3.Connection, articles: Sequence[Match], narrowed: Sequence[Chosen]) -> Facets:
    """The facets of these articles, the best first; what the search is narrowed by is always among the values.

    Args:
        connection: the archive.
        articles: one match for each article, the best first.
        narrowed: what the search asks for.
    """
    counts = dict(_counts(connection, articles, narrowed))
    names = names_of(connection, counts)
    return {name: tuple(marked(name, _named(name, counts[name], names), narrowed)) for name in FACETS}


def speakers_of_quotes(connection: sqlite3.Connection, quotes: Sequence[Match], narrowed: Sequence[Chosen]) -> Facets:
    """Who says these quotes: counted over the articles and stories that print them."""
    counts = {"speaker": Tally(quotes).of("speaker", kept("speaker", narrowed))}
    values = _named("speaker", counts["speaker"], names_of(connection, counts))
    return {"speaker": tuple(marked("speaker", values, narrowed))}


def _counts(
    connection: sqlite3.Connection, articles: Sequence[Match], narrowed: Sequence[Chosen]
) -> Iterator[tuple[str, list[Counted]]]:
    every = Tally(articles)
    first = every if len(articles) <= MOST_COUNTED else Tally(articles[:MOST_COUNTED])
    yield from ((name, every.of(name, kept(name, narrowed))) for name in (*CODED, "source"))
    rows = packed_rows([match.article for match in articles[:MOST_COUNTED]]).tuples(connection)
    for place, name in enumerate(PACKED, start=1):
        yield name, first.packed({row[0]: row[place] for row in rows}, kept(name, narrowed))


def packed_rows(articles: Sequence[int]) -> Statement:
    """The entities of these articles, packed, by kind."""
    return Statement(_PACKED, (json.dumps(sorted(articles)),))


def kept(name: str, narrowed: Sequence[Chosen]) -> set[int]:
    """The numbers of the values that the search asks for: they are told, however rare."""
    keys = (key for each in narrowed if each.filter.name == name for key in each.keys)
    return {key for key in keys if isinstance(key, int)}


def names_of(connection: sqlite3.Connection, counts: Counts) -> Names:
    """What the counted numbers stand for: names are looked up for the values that are told only."""
    numbers = {each.number for name in PACKED for each in counts.get(name, ())}
    sources = [each.number for each in counts.get("source", ())]
    entities = {number: (uid, name) for number, uid, name in entity_names(sorted(numbers)).tuples(connection)}
    return {
        **{(facet, number): named for facet in PACKED for number, named in entities.items()},
        **{("source", number): (str(number), name) for number, name in source_names(sources).tuples(connection)},
        **{(facet, code): (value, value) for facet, code, value in CODES.tuples(connection)},
    }


def entity_names(numbers: Sequence[int]) -> Statement:
    """What entities are called."""
    return Statement("SELECT id, uid, name FROM entities WHERE id IN") + listed(numbers)


def source_names(numbers: Sequence[int]) -> Statement:
    """What sources are called."""
    return Statement("SELECT id, name FROM sources WHERE id IN") + listed(numbers)


def _named(facet: str, counted: Iterable[Counted], names: Names) -> Iterator[FacetValue]:
    for each in counted:
        yield FacetValue(*names[facet, each.number], each.article_count, each.story_count)


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
