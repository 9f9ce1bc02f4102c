"""By what quotes can be narrowed: speaker, source and form, counted per quote, per article and per story."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from morgue.browse.search.facets import MOST_VALUES, Facets, FacetValue, marked
from morgue.browse.search.filters import FORMS, Chosen
from morgue.browse.search.statement import Statement, listed

_HITS = "json_each(?) AS hit CROSS JOIN quotes q ON q.id = hit.value CROSS JOIN articles a ON a.id = q.article_id"
# For each facet the column of its value, of its label, and the table where they stand.
_FACETS = {
    "speaker": ("e.uid", "e.name", "entities e", "e.id", "q.speaker_id"),
    "source": ("s.id", "s.name", "sources s", "s.id", "a.source_id"),
}


@dataclass(frozen=True, slots=True)
class QuoteFacet(FacetValue):
    """A value that quotes have: in how many quotes, and in how many articles and stories these stand."""

    quote_count: int = 0


def quote_facets(connection: sqlite3.Connection, quotes: Sequence[int], narrowed: Sequence[Chosen]) -> Facets:
    """The facets of these quotes, the commonest values first; what the search is narrowed by is always among them."""
    side_by_side = sorted(quotes)  # as they stand in the archive, which is read twice as fast as the best first
    return {name: tuple(_facet(connection, name, side_by_side, narrowed)) for name in (*_FACETS, "form")}


def _facet(
    connection: sqlite3.Connection, name: str, quotes: Sequence[int], narrowed: Sequence[Chosen]
) -> Iterator[QuoteFacet]:
    kept = [value for each in narrowed if each.filter.name == name for value in each.values]
    statement = form_counts(quotes) if name == "form" else counts(name, quotes, kept)
    values = [
        QuoteFacet(
            value=str(row["value"]),
            label=FORMS.get(row["label"], row["label"]) if name == "form" else row["label"],
            article_count=row["article_count"],
            story_count=row["story_count"],
            quote_count=row["quote_count"],
        )
        for row in statement.rows(connection)
    ]
    for value in marked(name, values, narrowed):
        yield value if isinstance(value, QuoteFacet) else QuoteFacet(**asdict(value))


def counts(name: str, quotes: Sequence[int], kept: Sequence[str]) -> Statement:
    """The commonest speakers or sources of these quotes, and those to keep however rare."""
    value, label, table, key, column = _FACETS[name]
    # Counted by number first: names are looked up for the values that are shown only.
    counted = Statement(
        f"WITH counted AS ({_counted(column)} HAVING {column} IS NOT NULL),"
        f" named AS (SELECT {value} AS value, {label} AS label, counted.quote_count,"
        f" counted.article_count, counted.story_count FROM counted CROSS JOIN {table} ON {key} = counted.key),"
        " ranked AS (SELECT *, row_number() OVER (ORDER BY quote_count DESC, label, value) AS place FROM named)"
        f" SELECT * FROM ranked WHERE place <= {MOST_VALUES} OR CAST(value AS TEXT) IN",
        (json.dumps(list(quotes)),),
    )
    return counted + listed(kept) + "ORDER BY place"


def form_counts(quotes: Sequence[int]) -> Statement:
    """How many of these quotes are of each form."""
    sql = f"WITH counted AS ({_counted('q.form')}) SELECT *, key AS value, key AS label FROM counted"
    return Statement(f"{sql} ORDER BY quote_count DESC, key", (json.dumps(list(quotes)),))


def _counted(column: str) -> str:
    """An article that belongs to no story is a story of its own."""
    return (
        f"SELECT {column} AS key, count(*) AS quote_count, count(DISTINCT a.id) AS article_count,"
        f" count(DISTINCT coalesce(a.story_id, -a.id)) AS story_count FROM {_HITS} GROUP BY {column}"
    )
