"""By what quotes can be narrowed: speaker, source and form, counted per quote, per article and per story."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from morgue.browse.search.counting import Counted, Tally
from morgue.browse.search.facets import Facets, FacetValue, Names, kept, marked, names_of
from morgue.browse.search.filters import FORMS, Chosen
from morgue.browse.search.matches import Match

QUOTE_FACETS = ("speaker", "source", "form")


@dataclass(frozen=True, slots=True)
class QuoteFacet(FacetValue):
    """A value that quotes have: in how many quotes, and in how many articles and stories these stand."""

    quote_count: int = 0


def quote_facets(connection: sqlite3.Connection, quotes: Sequence[Match], narrowed: Sequence[Chosen]) -> Facets:
    """The facets of these quotes, the commonest values first; what the search is narrowed by is always among them."""
    tally = Tally(quotes)
    counts = {name: tally.of(name, kept(name, narrowed)) for name in QUOTE_FACETS}
    names = names_of(connection, counts)
    return {name: tuple(_facet(name, counts, names, narrowed)) for name in QUOTE_FACETS}


def _facet(
    name: str, counts: Mapping[str, Sequence[Counted]], names: Names, narrowed: Sequence[Chosen]
) -> Iterator[QuoteFacet]:
    values = [_value(name, each, names) for each in counts[name]]
    for value in marked(name, values, narrowed):
        yield value if isinstance(value, QuoteFacet) else QuoteFacet(**asdict(value))


def _value(name: str, counted: Counted, names: Names) -> QuoteFacet:
    value, label = names[name, counted.number]
    return QuoteFacet(
        value=value,
        label=FORMS.get(label, label) if name == "form" else label,
        article_count=counted.article_count,
        story_count=counted.story_count,
        quote_count=counted.match_count,
    )
