"""The archive as the static site carries it: laid out for a reader who fetches single pages of it over a network.

What the server joins for each hit is stored joined, beside the text that snippets are cut from, so that a hit is one
read. The originals stay at home. The same archive gives the same bytes.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

PAGE_SIZE = 8192  # bytes; most articles fit into one page, with what a list prints of them

_NO_ORIGINALS = "UPDATE documents SET raw = x''; UPDATE captures SET raw = NULL"
# Views of the server that become tables, and what more stands in their rows.
_CARDS = {
    "article_cards": ("c.*, b.text", "article_cards c JOIN bodies b ON b.article_id = c.id"),
    "quote_cards": ("c.*", "quote_cards c"),
}
_LAYOUTS = """
CREATE TABLE layouts (article_id INTEGER PRIMARY KEY REFERENCES articles(id), layout TEXT NOT NULL);
INSERT INTO layouts SELECT article_id, layout FROM bodies ORDER BY article_id;
DROP TABLE bodies;
CREATE VIEW bodies AS
  SELECT c.id AS article_id, c.text, l.layout FROM article_cards c JOIN layouts l ON l.article_id = c.id;
DROP VIEW articles_text;
CREATE VIEW articles_text AS SELECT id, headline, lead, text FROM article_cards;
"""
# A row's page in Datasette counts the rows that refer to it. Without these the browser would fetch all rows for that.
_REFERRED_TO = """
CREATE INDEX related_by_other ON related(other_id);
CREATE INDEX roles_by_other ON roles(of_id) WHERE of_id IS NOT NULL;
CREATE INDEX quote_catalogue_by_speaker ON quote_catalogue(speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX quoted_about_by_quote ON quoted_about(quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX quoted_about_by_utterance ON quoted_about(utterance_id) WHERE utterance_id IS NOT NULL;
"""


def write_published(archive: Path, target: Path, *, bodies: bool) -> None:
    """Write a copy of the archive for the static site.

    Args:
        archive: the archive as it was built.
        target: the file to write; one that is there is replaced.
        bodies: False to leave the articles' texts out. They can still be found by their words.
    """
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        scratch = Path(folder) / "archive.db"
        shutil.copyfile(archive, scratch)
        with closing(sqlite3.connect(scratch, isolation_level=None)) as connection:
            _lay_out(connection, bodies=bodies)
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute("VACUUM INTO ?", (str(target),))


def _lay_out(connection: sqlite3.Connection, *, bodies: bool) -> None:
    # Nothing of the scratch copy must survive a crash, and views may name what is about to be replaced.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA legacy_alter_table = ON")
    connection.executescript(_NO_ORIGINALS)
    for view, (columns, tables) in _CARDS.items():
        _store(connection, view, columns, tables)
    connection.executescript(_LAYOUTS)
    connection.executescript(_REFERRED_TO)
    if not bodies:
        connection.execute("UPDATE article_cards SET text = ''")
    connection.execute("ANALYZE")


def _store(connection: sqlite3.Connection, view: str, columns: str, tables: str) -> None:
    """Replace a view by a table of its rows, which are found by `id`."""
    chosen = connection.execute(f"SELECT {columns} FROM {tables} LIMIT 0").description  # noqa: S608 - names are our own
    names = ", ".join("id INTEGER PRIMARY KEY" if name == "id" else f'"{name}"' for name, *_ in chosen)
    connection.execute(f"CREATE TABLE stored ({names})")
    connection.execute(f"INSERT INTO stored SELECT {columns} FROM {tables} ORDER BY c.id")  # noqa: S608 - as above
    connection.execute(f"DROP VIEW {view}")
    connection.execute(f"ALTER TABLE stored RENAME TO {view}")
