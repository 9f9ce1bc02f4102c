"""Each page has one address by which it should be known."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.compare import compare
from morgue.browse.quote import utterance
from morgue.browse.standards.canonical import Canonical, canonical, path_of
from tests.sample import ORIGINAL, REWRITE, article

pytestmark = pytest.mark.unit

ONE, OTHER = article(ORIGINAL).uid, article(REWRITE).uid


@pytest.mark.parametrize("query", ["", "utm_source=mail", "page=1", "page=nonsense", "page="])
def test_what_changes_nothing_is_left_out(query: str) -> None:
    """Trackers and the number of the first page are in no canonical address."""
    assert canonical("/entities/0123456789ab", query) == Canonical("/entities/0123456789ab", listed=True)


@pytest.mark.parametrize("path", ["/entities/0123456789ab", "/stories"])
def test_a_later_page_of_a_list_is_a_page(path: str) -> None:
    """Page 3 shows other things than page 1, and search engines may list it."""
    assert canonical(path, "page=3") == Canonical(f"{path}?page=3", listed=True)


def test_a_choice_from_a_list_is_not_listed() -> None:
    """A list narrowed or sorted keeps its parameters, but search engines are asked to leave it out."""
    assert canonical("/stories", "sort=largest&page=2") == Canonical("/stories?sort=largest&page=2", listed=False)


def test_a_place_in_a_search_is_known_by_the_search() -> None:
    """The key of the last hit shown is no part of a lasting address."""
    assert canonical("/search", "q=grain+ships&next=abc") == Canonical("/search?q=grain+ships", listed=False)


def test_a_bare_list_is_listed() -> None:
    """A list that nobody has narrowed is a page like any other."""
    assert canonical("/search", "q=") == Canonical("/search", listed=True)


def test_all_prints_of_a_thing_said_have_one_page(db: sqlite3.Connection) -> None:
    """The address of one print of a quote is known by that of the utterance."""
    quote, said = db.execute(
        "SELECT q.uid, u.uid FROM quotes q JOIN utterances u ON u.id = q.utterance_id WHERE q.uid <> u.uid"
    ).fetchone()
    assert path_of(utterance(db, {"uid": quote}, {}), f"/quotes/{quote}") == f"/quotes/{said}"


def test_a_comparison_has_one_address_whichever_side_comes_first(db: sqlite3.Connection) -> None:
    """The version made from the other stands first."""
    known = {
        path_of(compare(db, {"uid": uid, "other": other}, {}), "/anything")
        for uid, other in ((ONE, OTHER), (OTHER, ONE))
    }
    assert known == {f"/articles/{OTHER}/compare/{ONE}"}
