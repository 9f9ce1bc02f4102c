"""The search written out for a browser: every statement that a search can run, and the numbers and words it goes by.

The static site's client puts the same parts together (web/client/search) and asks the same SQL: what stands here is
recorded from the functions that the server calls, with marked values in the place of what readers type.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Any, cast, get_args

from morgue.browse.query.language import MOST_CLAUSES, parse, stopwords
from morgue.browse.search import articles, counting, facets, filters, hits, likeness, links, request, snippets, spelling
from morgue.browse.search import suggest as suggesting
from morgue.browse.search.entities import entity_hits
from morgue.browse.search.filters import Chosen, chosen, conditions
from morgue.browse.search.folding import Leader
from morgue.browse.search.quotes import quote_cards
from morgue.browse.search.request import FILTERS, Filter, Request, Shelf, Sort
from morgue.browse.search.shelves import SHELVES
from morgue.browse.search.statement import Statement
from morgue.model.names import LONGEST

# Values that nobody types: each stands for what the client puts in its place. Numbers are a list with two ends.
_LAST, _FIRST = -101, -102
_IDS = [_LAST, _FIRST]
_TYPED, _EXPRESSION, _CONDITIONS = "\ue001", "\ue002", "\ue003"
_MARKS: dict[str | int, str] = {
    json.dumps(_IDS): "ids",
    json.dumps(sorted(_IDS)): "sorted_ids",
    _LAST: "last",
    _FIRST: "first",
    _TYPED: "typed",
    f'"{_TYPED}"': "phrase",
    _TYPED + suggesting.LATEST: "typed_on",
    _EXPRESSION: "expression",
    _CONDITIONS: "conditions",
}
_ANY = Statement("{conditions}", (_CONDITIONS,))  # where the conditions of a search go
_DIRECTIONS = ("DESC", "ASC")


class _Recorder:
    """Stands in for the archive: keeps what it is asked, and knows nothing."""

    def __init__(self) -> None:
        self.asked: list[Statement] = []
        self.row_factory: object = None

    def cursor(self) -> _Recorder:
        return self

    def execute(self, sql: str, values: Sequence[Any] = ()) -> _Recorder:
        self.asked.append(Statement(sql, tuple(values)))
        return self

    def fetchall(self) -> list[Any]:
        return []


def written() -> dict[str, Any]:
    """Statements by name, and what else the client must know. JSON types throughout."""
    return {"statements": dict(_statements()), "settings": _settings()}


def _statements() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, statement in (
        *_finding(),
        *_conditions(),
        *_choosing(),
        *_counting(),
        *_showing(),
        *_spelling(),
        *_suggesting(),
    ):
        yield name, {"sql": statement.sql, "values": [_value(each) for each in statement.values]}


def _value(value: object) -> dict[str, Any]:
    """A value that the client knows by name, or one that always stands there."""
    mark = _MARKS.get(cast("str | int", value))
    return {"name": mark} if mark else {"is": value}


def _recorded(ask: Callable[[sqlite3.Connection], object]) -> list[Statement]:
    """What a function asks an archive that answers nothing."""
    recorder = _Recorder()
    ask(cast("sqlite3.Connection", recorder))
    return recorder.asked


def _finding() -> Iterator[tuple[str, Statement]]:
    for name, direction, words in product(SHELVES, _DIRECTIONS, ("plain", "narrowed")):
        asked = [_ANY] if words == "narrowed" else []
        found = hits.matching_rows(SHELVES[name], _EXPRESSION, asked, direction)
        yield f"matching/{name}/{words}/{direction}", found
    for name, words in product(SHELVES, ("plain", "narrowed")):
        ranked = hits.ranked_rows(SHELVES[name], _EXPRESSION, _IDS, narrowed=words == "narrowed")
        yield f"ranked/{name}/{words}", ranked
    for name, direction, led, sort in product(SHELVES, _DIRECTIONS, (False, True), get_args(Sort)):
        newest = hits.newest_rows(SHELVES[name], [_ANY], direction, led=led, sort=sort)
        yield f"newest/{name}/{direction}/{'led' if led else 'all'}/{sort}", newest
    yield "related", likeness.related_rows(_IDS)


def _conditions() -> Iterator[tuple[str, Statement]]:
    for shelf, name, excluded in product(SHELVES, FILTERS, (False, True)):
        narrowed = Chosen(Filter(name, _TYPED, excluded), "", tuple(_IDS), ())
        for condition in conditions(Request(shelf=shelf), [narrowed], parse(""), SHELVES[shelf]):
            yield f"condition/{shelf}/{name}/{'out' if excluded else 'in'}", condition
    for shelf in SHELVES:
        for end, asked in (("from", Request(shelf=shelf, start="2022")), ("to", Request(shelf=shelf, end="2022"))):
            for condition in conditions(asked, [], parse(""), SHELVES[shelf]):
                yield f"condition/{shelf}/{end}", Statement(condition.sql, (_TYPED,))
        for condition in conditions(Request(shelf=shelf), [], parse("-x"), SHELVES[shelf]):
            yield f"condition/{shelf}/unwanted", Statement(condition.sql, (_EXPRESSION,))


def _choosing() -> Iterator[tuple[str, Statement]]:
    for name in FILTERS:
        asked = _recorded(lambda archive, name=name: chosen(archive, [Filter(name, _TYPED)]))  # type: ignore[misc]
        for number, statement in enumerate(asked):
            yield f"chosen/{name}/{number}", statement


def _counting() -> Iterator[tuple[str, Statement]]:
    for name in request.FACETS:
        yield f"facet/{name}", facets.whole_facet(name)
    yield "packed", facets.packed_rows(_IDS)
    yield "entity_names", facets.entity_names(_IDS)
    yield "source_names", facets.source_names(_IDS)
    yield "codes", facets.CODES


def _showing() -> Iterator[tuple[str, Statement]]:
    yield "article_cards", articles.article_cards(_IDS)
    yield "quote_cards", quote_cards(_IDS)
    (yield from _named("article_snippets", lambda archive: snippets.article_snippets(archive, _EXPRESSION, _IDS)))
    (yield from _named("quote_texts", lambda archive: snippets.quote_texts(archive, _EXPRESSION, _IDS)))
    leaders = [Leader(number, 0.0, number, ()) for number in _IDS]
    (yield from _named("entity_cards", lambda archive: _ask_cards(archive, leaders)))


def _ask_cards(archive: sqlite3.Connection, leaders: Sequence[Leader]) -> None:
    try:
        entity_hits(archive, leaders)
    except KeyError:  # the recorder has no rows to make hits of
        return


def _named(name: str, ask: Callable[[sqlite3.Connection], object]) -> Iterator[tuple[str, Statement]]:
    (statement,) = _recorded(ask)
    yield name, statement


def _spelling() -> Iterator[tuple[str, Statement]]:
    asked = _recorded(lambda archive: spelling.suggestion(archive, _TYPED * 5, parse("xxxxxx")))
    yield "known_word", Statement(asked[0].sql, (_EXPRESSION,))
    yield "whole", _whole()


def _whole() -> Statement:
    """How many articles there are: what a page without a search asks last but for the facets."""
    return Statement("SELECT coalesce(max(article_id), 0) AS n FROM catalogue")


def _suggesting() -> Iterator[tuple[str, Statement]]:
    yield "suggest/beginning", suggesting.beginning(_TYPED)
    yield "suggest/entities", suggesting.named(_IDS)
    yield "suggest/sources", suggesting.publishing(_IDS)


def _settings() -> dict[str, Any]:
    """The numbers and words of the server's search that the client goes by."""
    return {
        "stopwords": sorted(stopwords()),
        "most_clauses": MOST_CLAUSES,
        "facets": list(request.FACETS),
        "filters": list(FILTERS),
        "quote_filters": list(request.QUOTE_FILTERS),
        "sorts": list(get_args(Sort)),
        "shelves": list(get_args(Shelf)),
        "sizes": {"smallest": request.SMALLEST, "usual": request.USUAL, "largest": request.LARGEST},
        "single": list(filters.SINGLE),
        "coded": list(filters.CODED),
        "packed": list(facets.PACKED),
        "counted_codes": list(facets.CODED),
        "forms": filters.FORMS,
        "labels": links.LABELS,
        "pages": links.PAGES,
        "trivial_alone": list(links.TRIVIAL_ALONE),
        "sort_labels": list(links.SORTS.items()),
        "sorts_of_quotes": list(links.OF_QUOTES),
        "shelf_labels": list(links.SHELVES.items()),
        "most_counted": facets.MOST_COUNTED,
        "most_values": counting.MOST_VALUES,
        "most_versions": articles.MOST_VERSIONS,
        "hits": _ranking(),
        "suggest": {
            "most": suggesting.MOST,
            "shortest": suggesting.SHORTEST,
            "longest": LONGEST,
            "parameters": list(suggesting.PARAMETERS),
        },
    }


def _ranking() -> dict[str, Any]:
    return {
        "most": hits.MOST_HITS,
        "few_words": hits.FEW_WORDS,
        "enough": hits.ENOUGH,
        "question": hits.A_QUESTION,
        "leading": list(hits.LEADING),
        "complete": hits.COMPLETE,
        "best": likeness.BEST,
        "share": likeness.SHARE,
        "can_relate": [name for name, shelf in SHELVES.items() if shelf.can_relate],
    }
