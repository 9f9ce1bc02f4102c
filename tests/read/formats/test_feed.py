"""Feeds are read from their bytes alone."""

import io

import pytest

from morgue.model import Original, Problem
from morgue.read import Found, read
from tests.read.made import told

pytestmark = pytest.mark.unit


def records(feed: str) -> list[Original | Problem]:
    """Everything that is read from a feed."""
    raw = feed.encode()
    return list(read(Found("feed.xml", len(raw), "2022-03-01T10:00:00Z", lambda: io.BytesIO(raw))))


def item(inside: str) -> Original:
    """The one entry of a feed."""
    (document,) = records(f'<rss version="2.0"><channel><title>Gazette</title><item>{inside}</item></channel></rss>')
    assert isinstance(document, Original)
    return document


def test_the_longest_content_counts() -> None:
    """Where an entry gives its content twice, in full and cut, the full one is the article."""
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="text">Cut.</content>'
        '<content type="text">Not cut at all.</content></entry></feed>'
    )
    (document,) = records(feed)
    assert isinstance(document, Original)
    assert document.content == "Not cut at all."


def test_a_feed_says_that_the_date_is_its_own() -> None:
    """The basis of a date is told, so that it can be shown beside it."""
    document = item("<description>Text.</description><pubDate>Tue, 01 Mar 2022 08:00:00 GMT</pubDate>")
    assert document.stated.bases["published"] == "feed"


def test_an_update_dates_an_entry_without_a_date() -> None:
    """An entry that says only when it was updated is dated by that, and no warning is given."""
    feed = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><updated>2022-03-01</updated><summary>Text.</summary></entry></feed>'
    (document,) = records(feed)
    assert isinstance(document, Original)
    assert document.stated.published == "2022-03-01"


def test_an_entry_says_when_it_was_updated() -> None:
    """The update stands beside the date of publication."""
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><published>2022-03-01</published>'
        "<updated>2022-03-02</updated><summary>Text.</summary></entry></feed>"
    )
    (document,) = records(feed)
    assert isinstance(document, Original)
    assert (document.stated.published, document.stated.updated) == ("2022-03-01", "2022-03-02")


def test_no_other_file_is_read_into_a_feed() -> None:
    """An entity that names a file on this machine stays empty."""
    doctype = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{__file__}">]>'
    feed = '<rss version="2.0"><channel><item><description>A&x;B</description></item></channel></rss>'
    (document,) = records(doctype + feed)
    assert isinstance(document, Original)
    assert document.content == "AB"


def test_scripts_never_come_in() -> None:
    """What could run in a reader's browser is taken out of the text."""
    document = item(
        "<description>&lt;p onclick='go()'&gt;Text.&lt;/p&gt;&lt;script&gt;go()&lt;/script&gt;</description>"
    )
    assert document.content == "<p>Text.</p>"


def test_the_bytes_of_an_entry_are_the_entry() -> None:
    """Two entries of a feed are two originals, each with what feedparser knows of it."""
    assert b'"title": "One"' in item("<title>One</title><description>Text.</description>").raw


@pytest.mark.parametrize("root", ["urlset", "sitemapindex", "sm:urlset"])
def test_a_sitemap_is_told_as_one(root: str) -> None:
    """A list of addresses says what to do with it, also one that names headlines as Google's for news do."""
    raw = f"<?xml version='1.0'?><!-- <rss> --><{root} xmlns='a'><url><loc>https://g.example/1</loc></url></{root}>"
    assert told("news.xml", raw.encode()) == ["sitemap"]
