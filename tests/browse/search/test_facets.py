"""Facets: counted per article and per story over all hits, what is in use marked."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

import pytest

from morgue.browse.query.language import Query
from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.facets import FacetValue, facets_of, facets_of_all
from morgue.browse.search.hits import find
from morgue.browse.search.request import Request
from morgue.browse.search.shelves import ARTICLES
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit

SEARCHES = (
    "q=ferry",
    "q=ferry+storm+herring",
    "person=Ida+Brandt",
    "person=Ida+Brandt&source=-Quay+Post",
    "derivation=copy&derivation=partial",
    "from=2021-03&to=2021-08&q=harbour",
    "speaker=Lena+Moss",
)
RAW = """
SELECT e.kind, e.name, m.article_id FROM mentions m JOIN entities e ON e.id = m.entity_id
UNION ALL SELECT 'speaker', e.name, q.article_id FROM quotes q JOIN entities e ON e.id = q.speaker_id
UNION ALL SELECT 'source', s.name, a.id FROM articles a JOIN sources s ON s.id = a.source_id
UNION ALL SELECT 'wire', wire, id FROM articles WHERE wire IS NOT NULL
UNION ALL SELECT 'derivation', derivation, id FROM articles
UNION ALL SELECT 'language', language, id FROM articles
"""


def counted(connection: sqlite3.Connection, ids: set[int]) -> dict[tuple[str, str], tuple[int, int]]:
    """Articles and stories by facet and label, counted from the bare rows."""
    story = dict(connection.execute("SELECT id, coalesce(story_id, -id) FROM articles"))
    articles: dict[tuple[str, str], set[int]] = defaultdict(set)
    for facet, label, article in connection.execute(RAW):
        if article in ids:
            articles[facet, label].add(article)
    return {key: (len(found), len({story[each] for each in found})) for key, found in articles.items()}


def told(facets: dict[str, tuple[FacetValue, ...]]) -> dict[tuple[str, str], tuple[int, int]]:
    """The same from the facets of a page; what has no hits left out."""
    return {
        (name, value.label): (value.article_count, value.story_count)
        for name, values in facets.items()
        for value in values
        if value.article_count
    }


@pytest.mark.parametrize("query_string", SEARCHES)
@pytest.mark.parametrize("fold", ["0", "1"])
def test_counts_are_those_of_the_hits(
    crowd: sqlite3.Connection, search_crowd: Search, query_string: str, fold: str
) -> None:
    """Every count equals one made by hand over all hits, folded or not."""
    hits = search_crowd(f"{query_string}&fold=0&size=100").hits
    shown = [hit.card.uid for hit in hits if isinstance(hit, ArticleHit)]
    ids = {number for number, uid in crowd.execute("SELECT id, uid FROM articles") if uid in shown}
    assert told(search_crowd(f"{query_string}&fold={fold}").facets) == counted(crowd, ids) != {}


def test_the_archive_was_counted_when_built(crowd: sqlite3.Connection) -> None:
    """The facets of the whole archive are those that a search finding everything has."""
    everything = find(crowd, ARTICLES, Request(), Query(), ()).matches
    assert told(facets_of_all(crowd)) == told(facets_of(crowd, everything, ())) != {}


def test_nothing_asked_takes_the_counts_of_the_build(db: sqlite3.Connection, search: Search) -> None:
    """A search for nothing shows the precomputed facets."""
    assert search("").facets == facets_of_all(db)


def test_commonest_values_come_first(search_crowd: Search) -> None:
    """Values descend by articles."""
    counts = [value.article_count for value in search_crowd("q=ferry").facets["person"]]
    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) > 1


def test_a_selected_value_is_marked(search: Search) -> None:
    """What the search asks for is marked as selected, whether named by uid or by name."""
    marked = [value.label for value in search("person=vladimir+putin&q=ships").facets["person"] if value.selected]
    assert marked == ["Vladimir Putin"]


def test_an_excluded_value_is_still_shown(search: Search) -> None:
    """What the search leaves out stays among the values, with no hits, so that it can be taken back."""
    excluded = [value for value in search("q=putin&person=-Tomas+Okafor").facets["person"] if value.excluded]
    assert [(value.label, value.article_count) for value in excluded] == [("Tomas Okafor", 0)]


def test_a_rare_selected_value_is_not_cut_off(search_crowd: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many values are commoner, a selected one is among those shown, with its counts."""
    monkeypatch.setattr("morgue.browse.search.counting.MOST_VALUES", 1)
    values = search_crowd("derivation=copy&derivation=partial&q=ferry").facets["derivation"]
    assert {value.label for value in values if value.selected and value.article_count} == {"copy", "partial"}


def test_entities_of_very_many_hits_are_counted_over_the_first(
    search_crowd: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the cap the entities of the first hits are counted, and the page says so."""
    monkeypatch.setattr("morgue.browse.search.facets.MOST_COUNTED", 10)
    monkeypatch.setattr("morgue.browse.search.page.MOST_COUNTED", 10)
    page = search_crowd("q=discussed")
    assert page.facets_are_capped
    assert max(value.article_count for value in page.facets["person"]) <= 10
    assert sum(value.article_count for value in page.facets["derivation"]) == 60


def test_quotes_count_their_own_speakers(search: Search) -> None:
    """Among quotes, only the speakers of the quotes found are counted."""
    assert [value.label for value in search("in=quotes&q=ships").facets["speaker"]] == ["Vladimir Putin"]
