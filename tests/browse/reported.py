"""The sample archive with reported speech in it, which is of no utterance and stands in no marks."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from morgue.model import uid
from tests.sample import ORIGINAL, article, span, write_sample

REPORTED = "40 grain ships may leave Port Verity within days"
ALSO_REPORTED = "the wait “a slow theft"  # it holds quoted words
REPORTED_UID = uid("reported", REPORTED)

INSERT = """
INSERT INTO quotes (uid, article_id, start_char, end_char, text, form, cue, speaker_id, speaker_text, rule, confidence)
SELECT ?, a.id, ?, ?, ?, 'indirect', ?, e.id, ?, 'reported', .8 FROM articles a, entities e
WHERE a.uid = ? AND e.name = ?
"""
CATALOGUED = """
DELETE FROM quote_catalogue; DELETE FROM catalogue; DELETE FROM codes; DELETE FROM facet_counts WHERE facet = 'kind';
"""


def write_reported(path: Path) -> Path:
    """Build the archive at `path` and hand the path back."""
    write_sample(path)
    filling = (files("morgue.store") / "catalogue.sql").read_text("utf-8")
    with closing(sqlite3.connect(path)) as db, db:
        for words, cue, printed, name in (
            (REPORTED, "said", "Vladimir Putin", "Vladimir Putin"),
            (ALSO_REPORTED, "called", "He", "Tomas Okafor"),
        ):
            start, end = span(ORIGINAL.text, words)
            about = (article(ORIGINAL).uid, name)
            db.execute(INSERT, (uid("reported", words), start, end, words, cue, printed, *about))
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        db.executescript(CATALOGUED + filling.replace("CREATE INDEX", "CREATE INDEX IF NOT EXISTS"))
        about_quotes = (files("morgue.store") / "quoted_about.sql").read_text("utf-8")
        db.executescript("DELETE FROM quoted_about;" + about_quotes)
        author = "INSERT INTO authors SELECT id, ?, ? FROM articles WHERE uid = ?"
        db.execute("DELETE FROM authors WHERE article_id = (SELECT id FROM articles WHERE uid = ?)", about[:1])
        db.executemany(author, ((n, each, about[0]) for n, each in enumerate(("Mara Ellis", "Jan van der Berg"))))
    return path
