"""The search page: words and filters in, hits with facets out. See docs/search.md for what readers can type."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from morgue.browse.addresses import Parameters
from morgue.browse.query.fts import with_any
from morgue.browse.query.language import Query, parse
from morgue.browse.rows import all_rows
from morgue.browse.search.articles import ArticleHit, article_hits
from morgue.browse.search.counting import by_article
from morgue.browse.search.dates import Histogram, histogram
from morgue.browse.search.entities import EntityHit, entity_hits
from morgue.browse.search.facets import MOST_COUNTED, Facets, facets_of, facets_of_all, speakers_of_quotes
from morgue.browse.search.filters import Chosen, chosen, conditions
from morgue.browse.search.folding import Leaders, leaders
from morgue.browse.search.hits import Hits, find
from morgue.browse.search.links import Chip, Choice, FacetGroup, chips, facet_groups, shelves, sorts
from morgue.browse.search.matches import Match
from morgue.browse.search.quotes import QuoteHit, quote_hits
from morgue.browse.search.request import FACETS, Request, request
from morgue.browse.search.shelves import SHELVES, Shelf
from morgue.browse.search.spelling import suggestion

Hit = ArticleHit | QuoteHit | EntityHit

KEPT_FIRST = {"oldest": "the oldest", "printed": "the most printed", "altered": "the most altered"}

# Articles and stories are numbered from 1 without gaps, so the highest number is the count, without a scan.
_WHOLE = "SELECT coalesce(max(article_id), 0) AS n FROM catalogue"


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of results with everything around it.

    `total` counts what matches (articles, quotes or entities), `group_count` the stories (or sayings) among
    them; `total_is_capped`: there are more, but only these are ranked, counted and shown.
    """

    asked: Request
    hits: tuple[Hit, ...]
    total: int
    group_count: int
    total_is_capped: bool
    complete_count: int
    complete_first: bool
    is_partial: bool
    relaxed: bool
    can_loosen: bool
    facets: Facets
    facets_are_capped: bool
    histogram: Histogram | None
    suggestion: str | None
    next: str | None
    chips: tuple[Chip, ...]
    facet_groups: tuple[FacetGroup, ...]
    sorts: tuple[Choice, ...]
    shelves: tuple[Choice, ...]

    @property
    def next_address(self) -> str | None:
        """The next page."""
        return replace(self.asked, after=self.next).address if self.next else None

    @property
    def first_address(self) -> str | None:
        """The first page, from any later one."""
        return replace(self.asked, after="").address if self.asked.after else None

    @property
    def kept_first(self) -> str:
        """Which of too many matches are ranked, counted and shown, in words."""
        sort = self.asked.sort or self.asked.usual_sort(words=bool(self.asked.q))
        known = {"oldest": "the oldest"} if self.asked.q or self.asked.shelf != "quotes" else KEPT_FIRST
        return known.get(sort, "the newest")

    @property
    def fold_address(self) -> str:
        """The same search unfolded, or folded again."""
        return replace(self.asked, fold=not self.asked.fold, after="").address

    @property
    def any_address(self) -> str:
        """The same search, content with any one of the words."""
        return replace(self.asked, match="any", after="").address

    @property
    def all_address(self) -> str:
        """The same search, asking for all words again."""
        return replace(self.asked, match="auto", after="").address

    @property
    def words_address(self) -> str:
        """The same words without anything that narrows them."""
        return replace(self.asked, filters=(), start="", end="", after="").address

    @property
    def suggestion_address(self) -> str | None:
        """The search that was perhaps meant."""
        return replace(self.asked, q=self.suggestion, after="").address if self.suggestion else None

    def as_json(self) -> dict[str, object]:
        """The page for programs."""
        return {
            "hits": self.hits,
            "total": self.total,
            "total_is_capped": self.total_is_capped,
            "hit_count": self.group_count if self.asked.fold else self.total,
            "facets": {name: [asdict(value) for value in values] for name, values in self.facets.items()},
            "facets_are_capped": self.facets_are_capped,
            "relaxed": self.relaxed,
            "complete_count": self.complete_count,
            "suggestion": self.suggestion,
            "notes": list(self.asked.notes),
            "next": self.next,
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What a search finds, before any page of it is shown. `articles` are what facets and dates count over."""

    asked: Request
    query: Query
    narrowed: tuple[Chosen, ...]
    hits: Hits
    articles: tuple[Match, ...]

    @property
    def shelf(self) -> Shelf:
        """Where it was searched."""
        return SHELVES[self.asked.shelf]


def search_page(connection: sqlite3.Connection, _place: Mapping[str, str], parameters: Parameters) -> SearchPage:
    """Search the archive as the parameters of the address ask; never fails, whatever they are."""
    found = look(connection, request(parameters))
    page = leaders(found.asked, found.hits)
    return show(connection, found, page, _facets(connection, found))


def hits_alone(connection: sqlite3.Connection, parameters: Parameters) -> SearchPage:
    """The same search for who reads no facets: a feed."""
    found = look(connection, request(parameters))
    return show(connection, found, leaders(found.asked, found.hits), dict.fromkeys(FACETS, ()))


def look(connection: sqlite3.Connection, asked: Request, most: int | None = None) -> Found:
    """Find everything that a search asks for; without words at most so many."""
    query = parse(asked.q)
    narrowed = chosen(connection, asked.filters)
    shelf = SHELVES[asked.shelf]
    hits = find(connection, shelf, asked, query, tuple(conditions(asked, narrowed, query, shelf)), most)
    return Found(asked, query, narrowed, hits, _articles(asked, hits))


def show(connection: sqlite3.Connection, found: Found, page: Leaders, facets: Facets) -> SearchPage:
    """One page of what was found, with everything around it."""
    asked, hits, query = found.asked, found.hits, found.query
    return SearchPage(
        asked=asked,
        hits=_hits(connection, asked, page, hits),
        total=_total(connection, asked, query, hits),
        group_count=page.groups,
        total_is_capped=hits.is_capped,
        complete_count=hits.complete_count,
        complete_first=hits.complete_first,
        is_partial=hits.is_partial,
        relaxed=hits.is_relaxed,
        can_loosen=with_any(query) != hits.expression,
        facets=facets,
        facets_are_capped=len(found.articles) > MOST_COUNTED,
        histogram=histogram(found.articles, asked),
        suggestion=suggestion(connection, asked.q, query) if not hits.complete_count and query.wanted else None,
        next=page.next,
        chips=chips(asked, found.narrowed),
        facet_groups=facet_groups(asked, facets, found.narrowed),
        sorts=sorts(asked, words=bool(query.wanted)),
        shelves=shelves(asked),
    )


def _hits(connection: sqlite3.Connection, asked: Request, page: Leaders, hits: Hits) -> tuple[Hit, ...]:
    if asked.shelf == "quotes":
        return quote_hits(connection, page.leaders, hits)
    if asked.shelf == "entities":
        return entity_hits(connection, page.leaders)
    return article_hits(connection, page.leaders, hits, fold=asked.fold)


def _articles(asked: Request, hits: Hits) -> tuple[Match, ...]:
    """The articles that facets and dates are counted over, one match for each."""
    if asked.shelf == "quotes":
        return tuple(by_article(hits.matches))
    return () if asked.shelf == "entities" else hits.matches


def _facets(connection: sqlite3.Connection, found: Found) -> Facets:
    asked, narrowed = found.asked, found.narrowed
    if asked.shelf == "entities":
        return dict.fromkeys(FACETS, ())
    if asked.shelf == "articles" and not (asked.is_narrowed or found.query.clauses):
        return facets_of_all(connection)
    counted = facets_of(connection, found.articles, narrowed)
    if asked.shelf != "quotes":
        return counted
    return counted | speakers_of_quotes(connection, found.hits.matches, narrowed)


def _total(connection: sqlite3.Connection, asked: Request, query: Query, hits: Hits) -> int:
    if hits.is_capped and asked.shelf == "articles" and not (asked.is_narrowed or query.clauses):
        return int(all_rows(connection, _WHOLE)[0]["n"])
    return len(hits.matches)
