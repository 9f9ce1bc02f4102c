"""The page of a quote."""

from __future__ import annotations

import sqlite3

import pytest

from morgue.browse.quote import Utterance, utterance
from tests.browse.reported import REPORTED, REPORTED_UID
from tests.sample import ORIGINAL, REWRITE, article

pytestmark = pytest.mark.unit

REWRITTEN = "SELECT uid FROM quotes WHERE text LIKE 'The vessels are going%'"
OF_BOTH = "SELECT u.uid FROM utterances u WHERE u.text LIKE 'The ships will sail%'"


def read(db: sqlite3.Connection, uid: str) -> Utterance:
    """The page at an address."""
    found = utterance(db, {"uid": uid}, {})
    assert found
    return found


def one(db: sqlite3.Connection, sql: str) -> str:
    """One value."""
    return str(db.execute(sql).fetchone()[0])


def test_the_quote_asked_for_is_pointed_out(db: sqlite3.Connection) -> None:
    """Its uid leads to the utterance, and its own place and citation are shown."""
    uid = one(db, REWRITTEN)
    page = read(db, uid)
    assert page.line.uid == one(db, OF_BOTH)
    assert page.asked == uid
    assert page.context
    assert page.context.address == f"/articles/{article(REWRITE).uid}#quote-{uid}"
    assert page.citation
    assert page.citation.title == REWRITE.headline


def test_an_utterance_is_shown_where_its_source_printed_it(db: sqlite3.Connection) -> None:
    """No quote was asked for: the original's place and citation are shown."""
    page = read(db, one(db, OF_BOTH))
    assert page.asked is None
    assert page.context
    assert page.context.article == article(ORIGINAL).uid
    assert page.citation
    assert page.citation.title == ORIGINAL.headline


def test_reported_speech_has_a_page_of_its_own(reported: sqlite3.Connection) -> None:
    """With its one wording, its article and story, and the paragraph in which it stands."""
    page = read(reported, REPORTED_UID)
    assert page.is_reported
    assert [wording.is_reported for wording in page.variants.wordings] == [True]
    assert [uid for uid, _ in page.stories]
    assert page.context
    first = ORIGINAL.text.split("\n\n")[0]
    assert (page.context.before + page.context.words + page.context.after, page.context.words) == (first, REPORTED)


def test_no_quote_has_two_addresses_for_itself(reported: sqlite3.Connection) -> None:
    """Every uid of a quote or an utterance answers, and leads to an utterance or to itself."""
    for uid, whole in reported.execute(
        "SELECT q.uid, u.uid FROM quotes q LEFT JOIN utterances u ON u.id = q.utterance_id"
    ):
        assert read(reported, uid).line.uid == (whole or uid)
        assert any(p.quote == uid for wording in read(reported, uid).variants.wordings for p in wording.prints)
