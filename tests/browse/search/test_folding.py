"""One hit a story: who stands for it, and what is told of the others."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.page import search_page
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def hit(search: Search, query_string: str, place: int = 0) -> ArticleHit:
    """One hit of a search for articles."""
    found = search(query_string).hits[place]
    assert isinstance(found, ArticleHit)
    return found


def test_a_story_is_one_hit(search: Search) -> None:
    """By default the articles of a story are one hit."""
    page = search("q=putin+anchor")
    assert page.group_count == len(page.hits)
    assert page.total > len(page.hits)


def test_unfolded_every_article_is_a_hit(search: Search) -> None:
    """With fold=0 every article is a hit of its own, without versions."""
    page = search("q=putin&fold=0")
    assert len(page.hits) == page.total == 5
    assert all(isinstance(each, ArticleHit) and not each.versions for each in page.hits)


def test_the_origin_stands_for_its_story(search: Search) -> None:
    """Where the story's origin matches it represents the story, even where another version ranks higher."""
    assert hit(search, "q=ships+vows&match=any").card.derivation == "original"


def test_another_version_stands_in_where_the_origin_does_not_match(search: Search) -> None:
    """Where the origin does not match, the best of the versions that do represents the story."""
    assert hit(search, "q=vessels").card.headline == "Wheat vessels could depart soon"


def test_other_matching_versions_are_listed(search: Search) -> None:
    """The other versions that match stand with the hit, with what they are and how much is shared."""
    versions = hit(search, "q=putin+ships").as_json()["versions"]
    assert isinstance(versions, list)
    assert [(each["derivation"], each["share"]) for each in versions] == [("partial", 0.98), ("rewrite", 0.08)]
    assert versions[1].keys() == {"uid", "headline", "derivation", "address", "share"}


def test_a_hit_tells_versions_from_independent_reports(event: sqlite3.Connection, search: Search) -> None:
    """What was made from a report, and what was written without it."""
    (found,) = search_page(event, {}, {"q": ["port OR library OR putin"]}).hits
    assert isinstance(found, ArticleHit)
    assert found.folded == "4 more versions and 3 other reports"
    assert hit(search, "q=putin+ships").folded == "2 more versions"


def test_versions_that_do_not_match_are_counted(search: Search) -> None:
    """A hit says how many more articles its story has."""
    found = hit(search, "q=putin+ships")
    assert found.matching == 3
    assert found.hidden_count == 1


def test_stories_keep_the_order_of_their_best(search_crowd: Search) -> None:
    """By relevance a story stands where its best version does."""
    folded = search_crowd("q=ferry+storm+herring&size=100").hits
    best = [each.score for each in folded if isinstance(each, ArticleHit)]
    assert best == sorted(best, reverse=True)


def test_folded_and_unfolded_searches_count_the_same_groups(search: Search) -> None:
    """How many stories match does not depend on how they are shown, nor on the page."""
    folded = search("q=putin&size=10")
    assert folded.group_count == search("q=putin&fold=0").group_count > 0
