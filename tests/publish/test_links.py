"""Links as a static site has them."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from morgue.publish.addresses import Address
from morgue.publish.links import above, rewritten

pytestmark = pytest.mark.unit


def target(address: str) -> str | None:
    """Everything has a folder, but for what begins with /dead."""
    path, mark, place = address.partition("#")
    return None if path.startswith("/dead") else f"{path.strip('/')}/{mark}{place}".lstrip("/")


def written(html: str, depth: int = 1) -> str:
    """The HTML as it stands so many folders below the site."""
    return rewritten(html, "../" * depth, target)


@pytest.mark.parametrize(
    ("address", "begin"),
    [(Address("/"), ""), (Address("/about"), "../"), (Address("/articles/a", (("page", "2"),)), "../../../../")],
)
def test_a_page_knows_how_deep_it_lies(address: Address, begin: str) -> None:
    """Folders are counted, those of parameters too."""
    assert above(address) == begin


def test_addresses_from_the_root_become_relative() -> None:
    """Links, pictures, styles and scripts alike."""
    html = (
        '<link href="/static/a"><a class="x" href="/articles/1#at-3" title="t">a</a><script src="/static/b"></script>'
    )
    assert written(html) == (
        '<link href="../static/a/"><a class="x" href="../articles/1/#at-3" title="t">a</a>'
        '<script src="../static/b/"></script>'
    )


def test_another_page_of_the_same_list_is_found_by_its_question_mark() -> None:
    """It stands for the list's own address; words that begin so are no address."""
    html = '<a rel="next" href="?page=2">on</a><b title="?page=2">?</b>'
    led = rewritten(html, "../", str, "/stories")
    assert led == '<a rel="next" href="..//stories?page=2">on</a><b title="?page=2">?</b>'


def test_the_first_page_is_the_folder_itself() -> None:
    """From the first page to itself leads "./", as an empty address would be the page with its parameters."""
    assert written('<a href="/">home</a>', depth=0) == '<a href="./">home</a>'


def test_other_sites_and_places_in_the_page_stay() -> None:
    """What is no address of the server is not touched."""
    html = '<h2 id="x">x</h2><a href="https://a.example/b">b</a><a href="#x">x</a><a href="mailto:a@b.example">m</a>'
    assert written(html) == html


def test_a_form_takes_its_parameters_along() -> None:
    """A browser drops the parameters of a form's address, so they become fields."""
    html = rewritten(
        '<form class="f" action="/quotes" role="search"><input name="q">', "", lambda _: "search/?in=quotes"
    )
    assert html == (
        '<form class="f" action="search/" role="search"><input type="hidden" name="in" value="quotes"><input name="q">'
    )


def test_a_link_that_leads_nowhere_leaves_its_words() -> None:
    """The sentence stays whole."""
    assert written('<p>See <a href="/dead">the <b>rows</b></a> there.</p>') == "<p>See the <b>rows</b> there.</p>"


def test_words_that_say_nothing_go_with_their_link() -> None:
    """And the point that parted it from others."""
    assert written('<li>Post · <a href="/dead">compare</a></li>') == "<li>Post</li>"


def test_a_paragraph_that_held_nothing_else_goes_too() -> None:
    """No hole is left."""
    assert written('<h2>a</h2><p><a href="/dead" download>Download the original</a></p>') == "<h2>a</h2>"


def test_what_only_programs_follow_goes_without_a_trace() -> None:
    """A feed, a script, an address for a script."""
    html = '<link rel="alternate" href="/dead.atom"><script src="/dead.js"></script>'
    assert written(html + '<input data-suggest="/dead" name="q">') == '<input name="q">'


def test_a_link_to_a_place_that_the_page_lacks_is_none() -> None:
    """A quote that is not marked in the text can't be jumped to."""
    assert written('<a href="#here">a</a><a href="#gone">b</a><i id="here"></i>') == (
        '<a href="#here">a</a>b<i id="here"></i>'
    )


def test_what_only_looks_like_a_place_stays() -> None:
    """A colour is no link."""
    html = '<meta name="theme-color" content="#ffffff">'
    assert written(html) == html


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words += data


@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["/a", "/dead", "/a/b?x=1&y=2#z"])), max_size=8))
def test_the_words_of_a_page_are_never_changed(links: list[tuple[str, str]]) -> None:
    """Whatever stands in a text, quotation marks and brackets and what looks like an address."""
    html = "".join(f'<p>{escape(words)} <a href="{escape(to)}">.{escape(words)}</a></p>' for words, to in links)
    assert _Words(written(html)).words == _Words(html).words
