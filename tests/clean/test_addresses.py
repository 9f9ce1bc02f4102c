"""Which addresses are of one page."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from morgue.clean.addresses import address_of, canonical

pytestmark = pytest.mark.unit

PAGE = "https://news.example/politics/2022/harbour"
ADDRESSES = st.one_of(
    st.text(),
    st.from_regex(r"https?://[\w.:@%\[\]-]{1,20}/[\S]{0,30}", fullmatch=True),
    st.lists(
        st.sampled_from([
            "http://", "https:", "//", "www.", "m.", "amp.", "news.example", "a.b", ":80", "/", "index.html", "amp",
            ".amp", "..", "?", "&", "&amp;", "=", "utm_source", "a", "%2", "%41", "%", "é", "#", "#!",
            "web.archive.org", "/web/2022/", "xn--", "。", "[", "]", "::1", ";jsessionid=", "\n", "\ud800", "ß",
        ]),
        max_size=12,
    ).map("".join),
)  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/politics/2022/harbour",
        "http://news.example/politics/2022/harbour",
        "HTTPS://NEWS.Example/politics/2022/harbour",
        "//news.example/politics/2022/harbour",
        "www.news.example/politics/2022/harbour",
        "https://www.news.example:443/politics/2022/harbour",
        "http://news.example.:80/politics/2022/harbour",
        "https://reader:secret@news.example/politics/2022/harbour",
        "https://m.news.example/politics/2022/harbour",
        "https://amp.news.example/politics/2022/harbour",
        "https://www.news.example/politics/2022/harbour/",
        "https://news.example//politics/./2021/../2022/harbour",
        "https://news.example/politics/2022/harbour/index.html",
        "https://news.example/politics/2022/harbour/amp/",
        "https://news.example/politics/2022/harbour.amp",
        "https://news.example/politics/2022/harbour;jsessionid=1A2B",
        "https://news.example/politics/2022/harbour#comments",
        "https://news.example/politics/2022/harbour#:~:text=the%20harbour",
        "https://news.example/politics/2022/harbour?",
        "https://news.example/politics/2022/harbour?utm_source=rss&amp;UTM_Medium=feed&fbclid=x",
        "https://news.example/politics/2022/harbour?utm%5Fsource=rss&ref=front",
        "https://news.example/%70olitics/2022/h%61rbour",
        " https://news.example/politics/2022/\nharbour ",
        "https://web.archive.org/web/20220214101500/https://www.news.example/politics/2022/harbour",
        "https://web.archive.org/web/20220214101500id_/http:/news.example/politics/2022/harbour",
        "https://www-news-example.cdn.ampproject.org/c/s/news.example/politics/2022/harbour/amp",
    ],
)
def test_what_makes_no_difference(address: str) -> None:
    """Scheme, mobile hosts, ports, index pages, fragments, trackers and ways of writing all lead to one page."""
    assert canonical(address) == PAGE


@pytest.mark.parametrize(
    "address",
    [
        "https://news.example/politics/2022/Harbour",
        "https://news.example/politics/2022/harbour?page=2",
        "https://news.example/politics/2022/harbour?id=1",
        "https://news.example:8080/politics/2022/harbour",
        "https://blog.news.example/politics/2022/harbour",
        "https://news.example/politics/2022/harbour.html",
        "https://news.example/politics%2F2022/harbour",
        "https://news.example/politics/2022/harbour#!/17",
    ],
)
def test_what_makes_a_difference(address: str) -> None:
    """Letters of the path, other parameters, other hosts and ports, and the routes of a site in one page."""
    assert canonical(address) not in (PAGE, None)


def test_the_order_of_parameters_makes_no_difference() -> None:
    """Nor does a tracker or a name without its value; what stands alone may be the number of the page."""
    assert canonical("http://news.example/?b=2&utm_id=9&a=1&c=") == canonical("http://news.example/?a=1&b=2")
    assert (
        canonical("http://news.example/?b=2&1234")
        == canonical("http://news.example/?1234&b=2")
        != canonical("http://news.example/?b=2")
    )


def test_a_letter_is_written_in_one_way() -> None:
    """As itself or as an escape, in capitals or not."""
    forms = {canonical(f"https://news.example/caf{letter}") for letter in ("é", "%c3%a9", "%C3%A9")}
    assert forms == {"https://news.example/caf%C3%A9"}


def test_an_international_host_is_written_in_one_way() -> None:
    """As people read it or as the domain name system does."""
    assert canonical("https://MÜNCHEN.example/") == canonical("https://xn--mnchen-3ya.example") is not None


@pytest.mark.parametrize(
    "address", [None, "", "story.html", "mailto:news@news.example", "http://", "http://[oops", "http://a:b/", "urn:x:1"]
)
def test_what_is_no_address_of_a_page_has_no_form(address: str | None) -> None:
    """Names of files, mail, and what makes no sense."""
    assert canonical(address) is None


@given(ADDRESSES)
@example("http://a.b/%%34%31")
@example("http://web.archive.org./web/2022/http://web.archive.org/web/2021/http://a.b//index.html")
@example("http://a.b" + "/amp" * 2000)
@example("http://a.b/\ud800")
def test_the_form_of_a_form_is_that_form(address: str) -> None:
    """Whatever is given: nothing is raised, and comparing twice is comparing once."""
    form = canonical(address)
    assert canonical(form) == form


@pytest.mark.parametrize(
    ("stated", "declared", "expected"),
    [
        ("https://news.example/a?print=1", "https://news.example/a", "https://news.example/a"),
        ("https://edition.news.example/a", "https://www.news.example/b", "https://news.example/b"),
        ("https://news.example/a", "https://edition.news.example/b", "https://edition.news.example/b"),
        ("https://news.example/a", "https://agency.example/b", "https://news.example/a"),
        ("https://news.example/a", "https://fakenews.example/b", "https://news.example/a"),
        ("https://news.example/a", None, "https://news.example/a"),
        (None, "https://news.example/a", "https://news.example/a"),
        (None, None, None),
    ],
)
def test_a_page_may_declare_its_address_on_its_own_site(
    stated: str | None, declared: str | None, expected: str | None
) -> None:
    """A page that declares another site's address is a copy from there, not another capture of that page."""
    assert address_of(stated, declared) == expected
