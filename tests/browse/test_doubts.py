"""An article's page tells what the build was not sure of about it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from morgue.browse.articles import Article, article
from morgue.browse.doubts import Doubt

pytestmark = pytest.mark.unit

UNREAD = "no model for the language “fr”; searchable, but without names and speakers: build again with --model fr=NAME"


def test_an_article_in_a_language_without_a_model_says_so(db: sqlite3.Connection) -> None:
    """The problem with its file stands on its page without the file's name, those of other files do not."""
    uid, path, member = db.execute(
        "SELECT a.uid, d.path, d.member FROM articles a JOIN documents d ON d.id = a.document_id ORDER BY a.id LIMIT 1"
    ).fetchone()
    place = f"{path}, {member}" if member else path
    problems = [(place, f"{place}: {UNREAD}"), (f"{place}.gone", f"{place}.gone: {UNREAD}")]
    with closing(sqlite3.connect(":memory:")) as doubted:
        db.backup(doubted)
        doubted.execute("DELETE FROM problems")
        sql = "INSERT INTO problems (path, stage, level, code, message) VALUES (?, 'extract', 'warning', 'no-model', ?)"
        doubted.executemany(sql, problems)
        page = article(doubted, {"uid": uid}, {})

    assert isinstance(page, Article)
    assert page.doubts == (Doubt("warning", "no-model", UNREAD[0].upper() + UNREAD[1:]),)


def test_most_articles_raise_no_doubts(db: sqlite3.Connection) -> None:
    """Where nothing went wrong, nothing is listed."""
    uids = [row[0] for row in db.execute("SELECT uid FROM articles")]
    pages = [article(db, {"uid": uid}, {}) for uid in uids]

    assert sum(not page.doubts for page in pages if isinstance(page, Article)) > len(uids) / 2
