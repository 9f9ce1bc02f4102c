"""From the captures of a page in files of several kinds to articles, versions and stories."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial

import pytest

from morgue.clean import clean, gathered, unique_uids
from morgue.link import link
from morgue.model import Article, Clipping, Facts, Original, Problem, uid
from morgue.read import Found, read

pytestmark = pytest.mark.unit

ADDRESS = "https://herald.example/2022/ferries"
TEXT = (
    "The ferries of Port Verity sail again after a strike of nine days, the harbour board said on Monday.",
    "Captain Ada Lindqvist took the first boat out before sunrise, with forty passengers and a brass band on deck.",
    "The board and the crews had agreed on longer breaks, better lifeboats and a doctor on every night crossing.",
    "Fares stay as they are until autumn, when the council will look at the price of oil again.",
)
CORRECTED = (*TEXT[:2], "An earlier version of this report misstated the number of crossings.", *TEXT[2:])


def page(paragraphs: Sequence[str], *, head: str = "", theme: str = "") -> bytes:
    """A page of the Herald."""
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<html lang=en><head><title>Ferries sail again</title>{head}</head><body class='{theme}'>"
        f"<article><h1>Ferries sail again</h1>{body}</article></body></html>"
    ).encode()


DESKTOP = page(TEXT, head=f"<link rel=canonical href='{ADDRESS}'>")
MOBILE = page(TEXT, head="<meta name=author content='Tomas Okafor'>", theme="small")
LATER = page(CORRECTED)


def warc(*captures: tuple[str, str, bytes]) -> bytes:
    """A web archive of these captures: moment, address, page."""
    records = []
    for moment, address, html in captures:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: {moment}\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    return b"".join(records)


CRAWL = warc(
    ("2022-03-09T12:00:00Z", ADDRESS, LATER),
    ("2022-03-07T12:00:00Z", "http://m.herald.example/2022/ferries/?utm_source=feed&amp;id=", MOBILE),
    ("2022-03-07T08:00:00Z", "http://www.herald.example/2022/ferries#top", DESKTOP),
)
HEAP = (("crawl.warc", CRAWL, "2023-01-01T00:00:00Z"), ("saved/ferries.html", DESKTOP, "2022-03-08T00:00:00Z"))


def articles(*heap: tuple[str, bytes, str]) -> tuple[list[Article], tuple[Problem, ...]]:
    """What becomes of the files: name, bytes, time of change."""
    found = [Found(name, len(raw), time, partial(io.BytesIO, raw)) for name, raw, time in heap]
    documents = [each for file in found for each in read(file) if isinstance(each, Original)]
    made, problems = gathered([article for document in documents if (article := clean(document)[0])])
    return unique_uids(made), problems


def test_three_captures_and_a_saved_file_are_two_versions_of_one_page() -> None:
    """The same text is one article with three documents; the corrected one is another, and both have their uids."""
    (later, first), problems = articles(*HEAP)
    assert first.document.read_at == "2022-03-07T08:00:00Z"
    assert [(each.path, each.read_at) for each in first.captures] == [
        ("crawl.warc", "2022-03-07T12:00:00Z"),
        ("saved/ferries.html", "2022-03-08T00:00:00Z"),
    ]
    assert first.byline == "Tomas Okafor"
    assert first.address == later.address == ADDRESS
    assert (first.uid, later.uid) == (uid("url", ADDRESS), uid(first.uid, later.document.sha256))
    assert {each.code for each in problems} == {"capture", "duplicate"}


def test_the_later_version_is_made_from_the_earlier() -> None:
    """One story, told by the address."""
    found = [Clipping(number, each, Facts()) for number, each in enumerate(articles(*HEAP)[0], start=1)]
    links = link(found)
    (row,) = links.reuse
    assert (row.article_id, row.other_id, row.direction, row.decided_by) == (1, 2, "of", "same address")
    assert [story.article_ids for story in links.stories] == [(1, 2)]


def test_a_later_capture_changes_no_address() -> None:
    """What was in the archive before keeps its uid, though the newer capture is read first."""
    old = ("2022-03-07T08:00:00Z", ADDRESS, DESKTOP)
    before, _ = articles(("b.warc", warc(old), ""))
    after, _ = articles(("a.warc", warc(("2022-03-09T12:00:00Z", ADDRESS, LATER)), ""), ("b.warc", warc(old), ""))
    assert len(after) == 2
    assert [each.uid for each in before] == [after[1].uid]
