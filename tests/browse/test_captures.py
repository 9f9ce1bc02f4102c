"""The captures of an article, and what else stood at its address."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from morgue.browse.articles import Article, article
from morgue.browse.captures import MANY, moment
from morgue.browse.originals import original
from morgue.model import Clipping, Document, Links
from morgue.store import new_archive
from tests.sample import clippings

pytestmark = pytest.mark.unit

PAGE = "https://herald.example/grain"
FIRST, SECOND, OTHER = clippings()[:3]


def captured(document: Document, hour: int, digit: str, url: str | None = PAGE) -> Document:
    """The document as captured at that hour, with a digest of one digit."""
    stated = replace(document.stated, url=url)
    return replace(document, sha256=digit * 64, stated=stated, read_at=f"2022-02-14T{hour:02}:50:00Z")


def archive(path: Path, *found: Clipping) -> sqlite3.Connection:
    """An archive of these articles, the bytes of each document being its digest."""
    with new_archive(path) as written:
        written.write(found, Links(), (), lambda document: zlib.compress(document.sha256.encode()))
        written.finish()
    return sqlite3.connect(path)


def versions() -> tuple[Clipping, Clipping, Clipping]:
    """A page with three captures, of which one is of other bytes; a later version of it; an unrelated page."""
    own = captured(FIRST.article.document, 9, "a")
    again = captured(replace(own, path="again.html"), 11, "a", "javascript:alert(1)")
    differs = captured(replace(own, path="crawl.warc", member="record at byte 7"), 10, "b")
    page = replace(FIRST.article, document=own, captures=(differs, again), address=PAGE)
    later = replace(SECOND.article, document=captured(SECOND.article.document, 12, "c"), address=PAGE)
    return replace(FIRST, article=page), replace(SECOND, article=later), OTHER


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The archive of `versions`."""
    connection = archive(tmp_path / "archive.db", *versions())
    yield connection
    connection.close()


def read(db: sqlite3.Connection, clipping: Clipping) -> Article:
    """The page of an article."""
    page = article(db, {"uid": clipping.article.uid}, {})
    assert page
    return page


def test_captures_stand_in_the_order_of_time(db: sqlite3.Connection) -> None:
    """Each with its moment and its place; the address is a link only if it is one on the web."""
    page = read(db, FIRST)
    assert page.capture_count == 3
    assert [(each.when, each.path, each.member, each.web_address) for each in page.captures] == [
        ("14 February 2022, 09:50", page.file.path, "", PAGE),
        ("14 February 2022, 10:50", "crawl.warc", "record at byte 7", PAGE),
        ("14 February 2022, 11:50", "again.html", "", None),
    ]


def test_the_bytes_of_each_capture_can_be_had(db: sqlite3.Connection) -> None:
    """Those that differ have an address of their own, the others that of the document; the name tells their kind."""
    page = read(db, FIRST)
    own, other, same = (each.original for each in page.captures)
    assert own == same == f"{page.address}/original"
    assert other == f"{own}/{'b' * 12}"
    found = original(db, page.uid, "b" * 12)
    assert found
    assert (found.name, found.content) == ("crawl.warc.txt", b"b" * 64)


@pytest.mark.parametrize("digest", ["a" * 12, "c" * 12, "0" * 12])
def test_there_is_no_other_capture(db: sqlite3.Connection, digest: str) -> None:
    """The document's own bytes, another article's and unknown ones have no address below this article's."""
    assert original(db, FIRST.article.uid, digest) is None


def test_an_article_that_was_captured_once_has_one_capture(db: sqlite3.Connection) -> None:
    """Its own document."""
    page = read(db, OTHER)
    assert ([each.path for each in page.captures], page.capture_count) == ([page.file.path], 1)


def test_the_versions_of_an_address_know_each_other(db: sqlite3.Connection) -> None:
    """Either way round, with the moment of capture; a page without an address has none."""
    assert [(each.card.uid, each.when) for each in read(db, FIRST).at_address] == [
        (SECOND.article.uid, "14 February 2022, 12:50")
    ]
    assert [each.card.uid for each in read(db, SECOND).at_address] == [FIRST.article.uid]
    assert read(db, OTHER).at_address == ()


def test_of_very_many_captures_the_first_are_shown(tmp_path: Path) -> None:
    """A page stays readable, and says how many there are."""
    document = FIRST.article.document
    hourly = tuple(replace(document, path=f"{number}.html") for number in range(MANY))
    connection = archive(tmp_path / "archive.db", replace(FIRST, article=replace(FIRST.article, captures=hourly)))
    page = read(connection, FIRST)
    connection.close()
    assert (len(page.captures), page.capture_count) == (MANY, MANY + 1)


@pytest.mark.parametrize(
    ("read_at", "words"),
    [("2022-02-14T09:50:30Z", "14 February 2022, 09:50"), ("2022-02-14", "14 February 2022"), ("", "undated")],
)
def test_a_moment_is_told_as_exactly_as_it_is_known(read_at: str, words: str) -> None:
    """To the minute, by the day, or not at all."""
    assert moment(read_at) == words
