"""Quotes over the whole archive: searched as `/search?in=quotes` does, narrowed by speaker, source, form and date."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from morgue.browse.addresses import Parameters, only
from morgue.browse.paging import SIZE, Paging, numbered, page_number
from morgue.browse.quote_facets import QuoteFacet, quote_facets
from morgue.browse.quote_lines import QuoteLine, quote_lines
from morgue.browse.rows import all_rows
from morgue.browse.search.facets import FacetValue
from morgue.browse.search.filters import Chosen, conditions
from morgue.browse.search.folding import Leaders, leaders
from morgue.browse.search.hits import MOST_HITS, row_count
from morgue.browse.search.page import Found, SearchPage, look, show
from morgue.browse.search.quotes import QuoteHit
from morgue.browse.search.request import USUAL, Filter, request

PATH = "/quotes"

# Whoever looks for no words sees the first of many quotes, and need not wait until all facets are counted.
FIRST, FIRST_PAGES = 2_000, 20

# Quotes are numbered from 1 without gaps, so the highest number is the count, without a scan.
_WHOLE = "SELECT coalesce(max(quote_id), 0) AS n FROM quote_catalogue"


@dataclass(frozen=True, slots=True)
class Quotes:
    """A page of quotes: the search that found them, and the one speaker or source that it is narrowed to.

    `counted` of the quotes are those that facets and dates are counted over.
    """

    q: str
    speaker: str
    speaker_name: str | None
    source: str
    altered: bool
    quotes: tuple[QuoteLine, ...]
    paging: Paging
    speakers: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    search: SearchPage
    counted: int

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return bool(self.q or self.search.chips)

    @property
    def is_beyond(self) -> bool:
        """Whether more quotes match than a narrowed search counts."""
        return self.search.total_is_capped and self.is_narrowed and self.search.total == MOST_HITS

    @property
    def reported_count(self) -> int:
        """How many of the quotes that are counted are reported speech, told in an article's own words."""
        forms = (value for value in self.search.facets["form"] if isinstance(value, QuoteFacet))
        return sum(value.quote_count for value in forms if value.value == "indirect")

    @property
    def altered_address(self) -> str:
        """The same search, for what was altered on its way."""
        return self.search.asked.with_filter(Filter("altered", "1")).address

    def as_json(self) -> dict[str, object]:
        """The page for programs: what is told of any search, and what is told of quotes."""
        searched = {name: value for name, value in self.search.as_json().items() if name not in ("hits", "next")}
        return {
            "q": self.q,
            "speaker": self.speaker,
            "speaker_name": self.speaker_name,
            "source": self.source,
            "altered": self.altered,
            "quotes": [line.as_json() for line in self.quotes],
            "paging": asdict(self.paging),
            "speakers": self.speakers,
            "sources": self.sources,
            **searched,
        }


def quotes(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Quotes:
    """Quotes, the best or the most printed first. Parameters: those of a search, and `page`."""
    asked = replace(request(parameters), shelf="quotes", path=PATH, size=USUAL, after="")
    number = page_number(parameters)
    found = look(connection, asked, FIRST if not asked.q and number <= FIRST_PAGES else None)
    page = _page(found, number)
    search = show(connection, found, page, quote_facets(connection, found.hits.matches, found.narrowed))
    speaker = _one(found.narrowed, "speaker")
    source = _one(found.narrowed, "source")
    hits = [hit for hit in search.hits if isinstance(hit, QuoteHit)]
    return Quotes(
        q=found.asked.q,
        speaker=speaker.value if speaker else only(parameters, "speaker"),
        speaker_name=speaker.label if speaker else None,
        source=source.value if source else only(parameters, "source"),
        altered=bool(only(parameters, "altered")),
        quotes=quote_lines(connection, hits, fold=found.asked.fold),
        paging=numbered(parameters, more=page.next is not None),
        speakers=_pairs(search.facets["speaker"]),
        sources=_pairs(search.facets["source"]),
        search=replace(search, next=None, facets_are_capped=False, total=_total(connection, found, search)),
        counted=len(found.hits.matches),
    )


def _total(connection: sqlite3.Connection, found: Found, search: SearchPage) -> int:
    """How many quotes match: perhaps more than facets are counted over, of a narrowed search at most `MOST_HITS`."""
    asked = search.asked
    if asked.q or not search.total_is_capped:
        return search.total
    if not asked.is_narrowed:
        return int(all_rows(connection, _WHOLE)[0]["n"])
    narrowing = tuple(conditions(asked, found.narrowed, found.query, found.shelf))
    return min(int(row_count(found.shelf, narrowing).rows(connection)[0]["n"]), MOST_HITS)


def _page(found: Found, number: int) -> Leaders:
    """The hits of a page by its number: those up to it are put in order, so that an address is short and lasts."""
    upto = leaders(replace(found.asked, size=SIZE * number), found.hits)
    return replace(upto, leaders=upto.leaders[SIZE * (number - 1) :])


def _one(narrowed: Sequence[Chosen], name: str) -> FacetValue | None:
    """The one value that the search asks for; None where it asks for several, for none, or to leave it out."""
    own = [each for each in narrowed if each.filter.name == name and not each.filter.excluded and each.values]
    return FacetValue(own[0].values[0], own[0].label, 0, 0) if len(own) == 1 else None


def _pairs(values: Sequence[FacetValue]) -> tuple[tuple[str, str], ...]:
    return tuple((value.value, value.label) for value in values)
