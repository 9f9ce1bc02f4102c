"""The answers of content that says itself how it is told, as types: what `as_json` of that class promises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from morgue.browse.paging import Paging
from morgue.browse.quote_facets import QuoteFacet
from morgue.browse.quote_lines import QuoteLine
from morgue.browse.quotes import Quotes
from morgue.browse.search.articles import ArticleHit, StoryLink
from morgue.browse.search.entities import EntityHit
from morgue.browse.search.facets import FacetValue
from morgue.browse.search.page import SearchPage
from morgue.browse.search.quotes import QuoteHit
from morgue.browse.search.suggest import Suggestion, Suggestions


class HitVersion(TypedDict):
    """Another article of the hit's story that matches too."""

    uid: str
    headline: str | None
    derivation: str
    address: str
    share: float | None


class ArticleFound(TypedDict):
    """An article that matches; folded, it stands for its story."""

    uid: str
    external_id: str | None
    headline: str | None
    address: str
    published: str | None
    source: str | None
    wire: str | None
    derivation: str
    story: StoryLink | None
    versions: list[HitVersion]
    matching: int
    snippet: str
    score: float


class ArticleOfQuote(TypedDict):
    """The article that prints a quote."""

    uid: str
    title: str
    address: str


class QuoteMatched(TypedDict):
    """A quote that matches; folded, it stands for everything that prints it."""

    uid: str
    text: str
    snippet: str
    form: str
    cue: str | None
    speaker: str | None
    speaker_uid: str | None
    address: str
    article: ArticleOfQuote
    source: str | None
    published: str | None
    quote_count: int
    wording_count: int
    score: float


class SearchAnswer(TypedDict):
    """One page of what a search finds, with its facets."""

    hits: list[ArticleFound | QuoteMatched | EntityHit]
    total: int
    total_is_capped: bool
    hit_count: int
    facets: Mapping[str, list[FacetValue]]
    facets_are_capped: bool
    relaxed: bool
    complete_count: int
    suggestion: str | None
    notes: list[str]
    next: str | None


class QuoteInList(TypedDict):
    """A thing said, with the quote that was found of it."""

    uid: str
    address: str
    text: str
    speaker: str | None
    speaker_uid: str | None
    quote_count: int
    story_count: int
    wording_count: int
    drift: float
    quote: str
    form: str
    cue: str | None
    snippet: str
    article: ArticleOfQuote
    source: str | None
    published: str | None


class QuotesAnswer(TypedDict):
    """One page of a search among quotes, with its facets."""

    q: str
    speaker: str
    speaker_name: str | None
    source: str
    altered: bool
    quotes: list[QuoteInList]
    paging: Paging
    speakers: list[tuple[str, str]]
    sources: list[tuple[str, str]]
    total: int
    total_is_capped: bool
    hit_count: int
    facets: Mapping[str, list[QuoteFacet]]
    facets_are_capped: bool
    relaxed: bool
    complete_count: int
    suggestion: str | None
    notes: list[str]


class SuggestAnswer(TypedDict):
    """What may be meant by what was typed, at most eight, the most covered first."""

    q: str
    suggestions: list[Suggestion]


ANSWERS: Mapping[type, type] = {
    ArticleHit: ArticleFound,
    QuoteHit: QuoteMatched,
    SearchPage: SearchAnswer,
    Quotes: QuotesAnswer,
    QuoteLine: QuoteInList,
    Suggestions: SuggestAnswer,
}
"""For each class with `as_json`, the type of what that gives."""
