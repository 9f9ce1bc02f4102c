"""Words: which articles they find, and in which order."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.search import hits
from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.page import SearchPage
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def headlines(page: SearchPage) -> list[str | None]:
    """The headlines of the hits, in order."""
    return [hit.card.headline for hit in page.hits if isinstance(hit, ArticleHit)]


def ids(page: SearchPage) -> list[str | None]:
    """The external ids of the hits, in order."""
    return [hit.external_id for hit in page.hits if isinstance(hit, ArticleHit)]


def test_two_words_are_both_wanted(search: Search) -> None:
    """Where articles have both words, those with one of them are not shown."""
    page = search("q=putin+wheat&fold=0")
    assert page.total == page.complete_count == 3
    assert not page.is_partial


def test_some_words_are_enough_where_no_article_has_all(search: Search) -> None:
    """Where no article has all words, those with some are shown, and the page says so."""
    page = search("q=library+fish")
    assert page.relaxed
    assert set(headlines(page)) == {"Library opens its doors again", "A short visit to the quay"}


def test_articles_with_all_of_many_words_come_first(search: Search) -> None:
    """With more than two words the complete articles lead, and those with some of the words follow."""
    page = search("q=putin+smoked+herring&fold=0")
    assert headlines(page)[0] == "A short visit to the quay"
    assert page.complete_count == 1
    assert page.is_partial
    assert page.total > 1
    assert not page.relaxed


def test_enough_complete_articles_stand_alone(search_crowd: Search) -> None:
    """Where ten articles have all of three words, those with some of them are not shown."""
    page = search_crowd("q=the+were+discussed&fold=0")
    assert page.total == page.complete_count == 60
    assert not page.is_partial


def test_a_phrase_is_required(search: Search) -> None:
    """Words in quote marks must stand together, in typographic marks as well."""
    assert search("q=“grain+ships”").total == search('q="grain+ships"').total == 2
    assert search('q="ships+grain"').total == 0


def test_a_minus_leaves_out(search: Search) -> None:
    """A word behind a minus must not be in the article."""
    assert search("q=putin&fold=0").total - search("q=putin+-herring&fold=0").total == 1


def test_only_a_minus_finds_everything_else(search: Search) -> None:
    """A query of exclusions alone finds the articles without them."""
    assert search("q=-putin&fold=0").total + search("q=putin&fold=0").total == 8


def test_or_takes_either(search: Search) -> None:
    """Of two words joined by OR one is enough."""
    both = set(ids(search("q=library+OR+herring&fold=0")))
    assert both == set(ids(search("q=library&fold=0"))) | set(ids(search("q=herring&fold=0")))


def test_a_star_finds_beginnings(search: Search) -> None:
    """A word with a star finds every word that begins so."""
    assert search("q=libr*").total == search("q=library").total > 0


def test_near_finds_words_close_together(search: Search) -> None:
    """NEAR finds articles where the words are at most so far apart."""
    assert search("q=NEAR(president+putin,+1)&fold=0").total > 0
    assert search("q=NEAR(president+anchor,+1)&fold=0").total == 0


def test_any_of_the_words_can_be_asked_for(search: Search) -> None:
    """With match=any, one of the words is enough even where others are insisted on."""
    assert search('q="grain+ships"+library').total < search('q="grain+ships"+library&match=any').total


def test_all_of_the_words_can_be_asked_for(search: Search) -> None:
    """With match=all, nothing but articles with all words is shown."""
    assert search("q=library+fish&match=all").total == 0


def test_a_headline_weighs_more_than_text(search: Search) -> None:
    """Of two stories, the one with the word in its headline leads."""
    assert headlines(search("q=quay&fold=0"))[0] == "A short visit to the quay"


def test_nothing_typed_shows_everything_newest_first(search: Search) -> None:
    """Without words the archive is shown, newest first."""
    page = search("fold=0")
    assert page.total == 8
    assert ids(page)[0] == "ships"


def test_stop_words_bring_no_hits_of_their_own(search: Search) -> None:
    """A question's small words do not widen it."""
    assert search("q=the+library+of+the").total == search("q=library").total


def test_what_cannot_be_searched_is_an_empty_query(search: Search) -> None:
    """Marks without letters are as good as nothing typed."""
    assert search("q=%22+-+*+%00").total == 8


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
def test_more_hits_than_can_be_ranked_are_capped(
    crowd: sqlite3.Connection, search_crowd: Search, monkeypatch: pytest.MonkeyPatch, sort: str
) -> None:
    """Beyond the cap only the newest hits count (or the oldest, where those come first), and the page says so."""
    monkeypatch.setattr(hits, "MOST_HITS", 10)
    page = search_crowd(f"q=discussed&fold=0&sort={sort}&size=10")
    first, last = (1, 10) if sort == "oldest" else (51, 60)
    rows = crowd.execute("SELECT uid FROM articles WHERE id BETWEEN ? AND ?", (first, last))
    assert page.total_is_capped
    assert page.total == 10
    assert {hit.card.uid for hit in page.hits if isinstance(hit, ArticleHit)} == {uid for (uid,) in rows}


def test_the_whole_archive_is_counted_beyond_the_cap(search_crowd: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without words or filters the total is that of the archive, whatever can be paged through."""
    monkeypatch.setattr(hits, "MOST_HITS", 10)
    page = search_crowd("fold=0")
    assert page.total == 60
    assert page.total_is_capped
