"""Searching among quotes and among names."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.api.answers import as_json
from morgue.browse.search.entities import EntityHit
from morgue.browse.search.quotes import QuoteHit
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def quotes(search: Search, query_string: str) -> list[QuoteHit]:
    """The quotes that a search finds."""
    return [hit for hit in search(f"in=quotes&{query_string}").hits if isinstance(hit, QuoteHit)]


def names(search: Search, query_string: str) -> list[str]:
    """The names that a search finds."""
    return [hit.name for hit in search(f"in=entities&{query_string}").hits if isinstance(hit, EntityHit)]


def test_a_saying_is_one_hit(search: Search) -> None:
    """A thing said is one hit, in the wording of its story's origin, however often it is printed."""
    (hit,) = quotes(search, "q=ships")
    assert hit.speaker == "Vladimir Putin"
    assert "".join(piece.text for piece in hit.text) == "The ships will sail, and nobody has to ask us twice,"
    assert (hit.quote_count, hit.wording_count) == (4, 3)


def test_unfolded_every_wording_is_a_hit(search: Search) -> None:
    """With fold=0 each quote is a hit of its own."""
    assert len(quotes(search, "q=ships&fold=0")) == 3


def test_a_quote_has_its_place(db: sqlite3.Connection, search: Search) -> None:
    """A quote's address is its place on the page of all its wordings."""
    (hit,) = quotes(search, "q=ships")
    row = db.execute(
        "SELECT u.uid FROM quotes q JOIN utterances u ON u.id = q.utterance_id WHERE q.uid = ?", (hit.uid,)
    ).fetchone()
    assert hit.address == f"/quotes/{row[0]}#q{hit.uid}"


def test_quotes_are_marked(search: Search) -> None:
    """The words looked for are marked in a quote."""
    (hit,) = quotes(search, "q=nobody")
    assert hit.as_json()["snippet"] == "The ships will sail, and <mark>nobody</mark> has to ask us twice,"


def test_a_speaker_narrows_to_their_own_quotes(search: Search) -> None:
    """Among quotes, `speaker` means who says the quote, not who else speaks in the article."""
    assert {hit.speaker for hit in quotes(search, "speaker=Ada+Lindqvist")} == {"Ada Lindqvist"}
    assert "Ada Lindqvist" not in {hit.speaker for hit in quotes(search, "speaker=-Ada+Lindqvist")}


def test_other_filters_narrow_by_the_article(search: Search) -> None:
    """Among quotes, the other filters mean the article that prints the quote."""
    assert {hit.source for hit in quotes(search, "source=Daily+Lantern&fold=0")} == {"Daily Lantern"}


def test_quotes_are_found_by_speaker_too(search: Search) -> None:
    """A speaker's name finds what they said."""
    assert {hit.speaker for hit in quotes(search, "q=okafor")} == {"Tomas Okafor"}


def test_names_are_found_most_covered_first(search: Search) -> None:
    """Names come in order of how many articles they are in."""
    assert names(search, "q=lindqvist") == ["Ada Lindqvist", "Adam Lindqvist"]


def test_names_are_found_by_alias(search: Search) -> None:
    """A name is found by any form in which it is printed."""
    assert names(search, 'q="U.N."') == ["United Nations"]


def test_names_without_words_are_all(db: sqlite3.Connection, search: Search) -> None:
    """Without words all names are listed, the most covered first."""
    rows = db.execute("SELECT name FROM entities ORDER BY article_count DESC, id LIMIT 20")
    assert names(search, "") == [name for (name,) in rows]


@pytest.mark.parametrize(("shelf", "keys"), [("quotes", {"speaker", "text"}), ("entities", {"name", "kind"})])
def test_every_shelf_has_json(search: Search, shelf: str, keys: set[str]) -> None:
    """Quotes and names are given as JSON too, with uid and address."""
    hits = as_json(search(f"in={shelf}"))["hits"]
    assert isinstance(hits, list)
    assert hits[0].keys() >= {"uid", "address", *keys}
