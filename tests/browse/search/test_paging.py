"""Pages: every hit once, in order, whatever the sort and the fold."""

from __future__ import annotations

import sqlite3
from itertools import product

import pytest

from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.entities import EntityHit
from morgue.browse.search.page import SearchPage
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit

WORDS = ("", "q=ferry+storm", "q=ferry+storm+herring+bridge")
SORTS = ("relevance", "newest", "oldest")
FOLDS = ("0", "1")
SHELVES = ("articles", "quotes", "entities")


def pages(search: Search, query_string: str) -> list[SearchPage]:
    """All pages of a search, by their tokens."""
    found = [search(query_string)]
    while found[-1].next:
        assert len(found) < 100, "the pages never end"
        found.append(search(f"{query_string}&next={found[-1].next}"))
    return found


def uids(found: list[SearchPage]) -> list[str]:
    """The uid of every hit, in order."""
    return [hit.card.uid if isinstance(hit, ArticleHit) else hit.uid for page in found for hit in page.hits]


@pytest.mark.parametrize(("words", "sort", "fold", "shelf"), [*product(WORDS, SORTS, FOLDS, SHELVES)])
def test_pages_cover_everything_once(search_crowd: Search, words: str, sort: str, fold: str, shelf: str) -> None:
    """The pages of ten together are the page of a hundred, in the same order, for every sort and fold."""
    asked = f"{words}&sort={sort}&fold={fold}&in={shelf}"
    found = uids(pages(search_crowd, f"{asked}&size=10"))
    whole = search_crowd(f"{asked}&size=100")
    assert found == uids([whole])
    assert len(found) == len(set(found)) == (whole.group_count if fold == "1" else whole.total)


def test_newest_first_goes_back_in_time(crowd: sqlite3.Connection, search_crowd: Search) -> None:
    """Newest first is publication order backwards, the undated last."""
    rows = crowd.execute("SELECT uid FROM articles ORDER BY published DESC, id DESC")
    assert uids(pages(search_crowd, "sort=newest&fold=0")) == [uid for (uid,) in rows]


def test_oldest_first_has_the_undated_last(crowd: sqlite3.Connection, search_crowd: Search) -> None:
    """Oldest first is publication order, the undated last."""
    rows = crowd.execute("SELECT uid FROM articles ORDER BY published IS NULL, published, id")
    assert uids(pages(search_crowd, "sort=oldest&fold=0")) == [uid for (uid,) in rows]


def test_relevance_goes_down(search_crowd: Search) -> None:
    """By relevance, scores never rise."""
    found = pages(search_crowd, "q=ferry+storm+herring&fold=0")
    scores = [hit.score for page in found for hit in page.hits if not isinstance(hit, EntityHit)]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) > 1


@pytest.mark.parametrize(
    ("size", "shown"), [("10", 10), ("1", 10), ("100", 60), ("5000", 60), ("many", 20), ("", 20), ("٣٠", 20)]
)
def test_a_page_has_ten_to_a_hundred_hits(search_crowd: Search, size: str, shown: int) -> None:
    """Other sizes are brought within; what is no number is twenty."""
    assert len(search_crowd(f"size={size}&fold=0").hits) == shown


@pytest.mark.parametrize("token", ["x", "WzFd", "e30", "bnVsbA", "WyJhIiwiYiJd", "%00", "W1sxXSwyXQ", "💥"])
def test_a_token_that_is_not_ours_begins_again(search_crowd: Search, token: str) -> None:
    """A broken token shows the first page."""
    assert uids([search_crowd(f"next={token}")]) == uids([search_crowd("")])


def test_the_next_page_has_an_address(search_crowd: Search) -> None:
    """The link to the next page keeps every parameter."""
    page = search_crowd("q=ferry&person=-Lena+Moss&sort=oldest&fold=0&size=10")
    assert page.next_address == f"/search?q=ferry&person=-Lena+Moss&sort=oldest&fold=0&size=10&next={page.next}"


def steps(crowd: sqlite3.Connection, search: Search, query_string: str) -> int:
    """How many steps the database takes for a search."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    crowd.set_progress_handler(step, 1)
    search(query_string)
    crowd.set_progress_handler(None, 1)
    return taken


@pytest.mark.parametrize("words", ["", "q=ferry", "q=ferry+storm+herring+bridge"])
def test_the_last_page_takes_no_longer_than_the_first(
    crowd: sqlite3.Connection, search_crowd: Search, words: str
) -> None:
    """Nothing is skipped: a token tells where a page begins."""
    asked = f"{words}&fold=0&size=10"
    found = pages(search_crowd, asked)
    assert len(found) > 1
    last = steps(crowd, search_crowd, f"{asked}&next={found[-2].next}")
    assert last <= steps(crowd, search_crowd, asked)
