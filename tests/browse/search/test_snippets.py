"""Snippets: what was looked for is marked, and nothing in a text can become markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.search.articles import ArticleHit
from morgue.browse.search.snippets import Fragment, as_html, fragments
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


def first(search: Search, query_string: str) -> ArticleHit:
    """The first hit of a search for articles."""
    hit = search(query_string).hits[0]
    assert isinstance(hit, ArticleHit)
    return hit


def test_words_are_marked_in_the_text(search: Search) -> None:
    """The words looked for are marked in the snippet, in whichever form they stand there."""
    marked = [piece.text for piece in first(search, "q=quarrels").snippet if piece.marked]
    assert marked == ["quarrel"]


def test_words_are_marked_in_the_headline(search: Search) -> None:
    """The headline is marked as well."""
    marked = [piece.text for piece in first(search, "q=library").headline if piece.marked]
    assert marked == ["Library"]


def test_without_words_the_lead_is_shown(search: Search) -> None:
    """Without words the hit shows its first lines, nothing marked."""
    hit = first(search, "sort=newest&fold=0")
    assert "".join(piece.text for piece in hit.snippet) == hit.card.lead
    assert not any(piece.marked for piece in hit.snippet)


def test_without_a_headline_the_text_begins_the_hit(search: Search) -> None:
    """An article without a headline is shown under its first words."""
    hit = first(search, "q=Hafen")
    assert hit.card.headline is None
    assert hit.headline == (Fragment(hit.card.title),)


def test_json_marks_are_the_only_markup() -> None:
    """In JSON everything is escaped but the marks."""
    pieces = fragments("a <script> & \x02peace\x03 <b>")
    assert as_html(pieces) == "a &lt;script&gt; &amp; <mark>peace</mark> &lt;b&gt;"


@given(st.lists(st.sampled_from(["a", "<mark>", "</mark>", "\x02", "\x03", " ", "\n", "&"])).map("".join))
def test_marks_are_always_paired(text: str) -> None:
    """However marks stand in a text, the HTML opens and closes them in turn."""
    html = as_html(fragments(text))
    assert html.count("<mark>") == html.count("</mark>")
    assert "<mark><mark>" not in html
    assert "\x02" not in html
