"""Which documents are captures of one article, and what becomes of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean.captures import gathered
from morgue.model import Article
from tests.clean.captured import CAPTURES, HARBOUR, HERALD, LANTERN, capture

pytestmark = pytest.mark.unit


def kept(*articles: Article) -> list[tuple[str, ...]]:
    """The path of each article that is kept, and those of its captures."""
    return [(each.document.path, *(other.path for other in each.captures)) for each in gathered(articles)[0]]


def test_the_same_bytes_are_one_article() -> None:
    """Wherever they were found; the earliest stays, though it is read last."""
    assert kept(capture(2, raw="x", url=f"{HARBOUR}/2"), capture(1, raw="x", url=None)) == [("01.html", "02.html")]


def test_the_same_bytes_of_two_sources_are_two_articles() -> None:
    """What a manifest says of two equal files is believed: one paper printed the other's text."""
    two = [capture(1, raw="x", url=None, source=HERALD), capture(2, raw="x", url=None, source=LANTERN)]
    assert kept(*two) == [("01.html",), ("02.html",)]
    assert kept(*two, capture(3, raw="x", url=None)) == [("01.html", "03.html"), ("02.html",)]


def test_one_address_and_one_text_are_one_article() -> None:
    """White space and capitals make no difference."""
    assert kept(capture(1), capture(2, "The  HARBOUR\n\nreopened.")) == [("01.html", "02.html")]


def test_another_text_at_the_same_address_is_a_version() -> None:
    """It stays an article of its own, be it for one word."""
    assert kept(capture(1), capture(2, "The harbour closed.")) == [("01.html",), ("02.html",)]


def test_another_headline_over_the_same_text_is_a_version() -> None:
    """A headline changed silently is news for who checks facts; none, or the site's name behind it, is no change."""
    assert kept(capture(1, headline="Harbour open"), capture(2, headline="Harbour open at last")) == [
        ("01.html",),
        ("02.html",),
    ]
    assert kept(
        capture(1, headline="Harbour open"), capture(2), capture(3, headline="Harbour open | Harbour Herald")
    ) == [("01.html", "02.html", "03.html")]
    assert kept(capture(1), capture(2, headline="Harbour open"), capture(3, headline="Port shut")) == [
        ("01.html", "02.html"),
        ("03.html",),
    ]


def test_one_text_at_two_addresses_is_two_articles() -> None:
    """Two outlets print one report: that is a copy, and linking tells of it."""
    assert kept(capture(1), capture(2, url="https://other.example/harbour")) == [("01.html",), ("02.html",)]


def test_two_addresses_that_declare_one_are_one_article() -> None:
    """What the pages say of their address counts beside what they were captured under."""
    two = capture(2, url=f"{HARBOUR}?print=1", address=HARBOUR)
    assert kept(capture(1, address=None), two) == [("01.html", "02.html")]


def test_captures_are_gathered_along_a_chain() -> None:
    """The first and the last have nothing in common but the one between them."""
    chain = [capture(1, raw="x", url=None), capture(2, raw="x"), capture(3, "The harbour reopened.")]
    assert kept(*chain) == [("01.html", "02.html", "03.html")]


def test_the_head_is_completed_from_other_captures() -> None:
    """The first capture that has what the kept one lacks gives it, with the reason for it; what is there stays."""
    one = capture(1, headline="Harbour open")
    two = capture(
        2,
        byline="By Ada Lindqvist",
        authors=("Ada Lindqvist",),
        published="2022-03-01",
        precision="day",
        basis="feed",
        bases={"byline": "feed"},
        headline="Harbour open - Herald",
    )
    three = capture(3, byline="By nobody", section="Port")
    ((whole,), _) = gathered([three, one, two])
    assert (whole.headline, whole.byline, whole.authors) == ("Harbour open", "By Ada Lindqvist", ("Ada Lindqvist",))
    assert (whole.published, whole.precision, whole.basis, whole.section) == ("2022-03-01", "day", "feed", "Port")
    assert whole.bases == {"byline": "feed"}


def test_each_document_that_is_gathered_leaves_a_warning() -> None:
    """It names the document that stayed, and says whether the bytes are the same."""
    _, problems = gathered([capture(1, raw="x"), capture(2, raw="x"), capture(3)])
    assert [(each.path, each.stage, each.level, each.code) for each in problems] == [
        ("02.html", "clean", "warning", "duplicate"),
        ("03.html", "clean", "warning", "capture"),
    ]
    assert all("01.html" in each.message for each in problems)


def test_gathering_again_changes_nothing() -> None:
    """An article with its captures is the same article as before, and a further capture joins the others."""
    ((whole,), _) = gathered([capture(1), capture(2, raw="x")])
    assert gathered([whole]) == ([whole], ())
    assert kept(whole, capture(3, raw="x", url=None)) == [("01.html", "02.html", "03.html")]


@given(CAPTURES, st.randoms(use_true_random=False))
def test_no_document_is_lost_and_the_order_makes_no_difference(articles: list[Article], random: Any) -> None:
    """Each document is an article's own or among its captures, once; whoever comes first, the same are one."""
    shuffled = random.sample(articles, len(articles))
    groups = kept(*articles)
    assert sorted(path for group in groups for path in group) == sorted(each.document.path for each in articles)
    assert sorted(kept(*shuffled)) == sorted(groups)
