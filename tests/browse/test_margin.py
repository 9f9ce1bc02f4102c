"""What other versions contradict stands beside the paragraph that it is said in."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.articles import Article, article
from tests.sample import ORIGINAL, REWRITE, SECOND_REWRITE, Sheet
from tests.sample import article as article_of

pytestmark = pytest.mark.unit


def read(db: sqlite3.Connection, sheet: Sheet) -> Article:
    """The page of a sheet."""
    found = article(db, {"uid": article_of(sheet).uid}, {})
    assert found
    return found


def test_a_remark_stands_beside_its_paragraph(db: sqlite3.Connection) -> None:
    """Each once, and its words are in the paragraph."""
    page = read(db, REWRITE)
    beside = [(passage.paragraph, remark) for passage in page.passages for remark in passage.remarks]
    assert [remark.kind for _, remark in beside] == [remark.kind for remark in page.remarks]
    for paragraph, remark in beside:
        assert page.text[remark.start : remark.end] == remark.here
        assert remark.here in page.text[paragraph.start : paragraph.end]


def test_each_of_the_two_articles_is_told_what_the_other_says(db: sqlite3.Connection) -> None:
    """`here` is what this one prints, from whichever side the contradiction was found."""
    (there,) = [remark for remark in read(db, SECOND_REWRITE).remarks if remark.kind == "number"]
    (here,) = [remark for remark in read(db, ORIGINAL).remarks if remark.kind == "number"]
    assert (there.here, there.there) == (here.there, here.here) == ("45 ships", "40 grain ships")
    assert there.other == article_of(ORIGINAL).uid
    assert here.other == article_of(SECOND_REWRITE).uid


def test_remarks_come_in_the_order_of_the_text(db: sqlite3.Connection) -> None:
    """As a reader meets them."""
    starts = [remark.start for remark in read(db, ORIGINAL).remarks]
    assert starts == sorted(starts)
