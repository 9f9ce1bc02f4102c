"""How large the published copy of an archive will be, told from the archive without making the copy."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from morgue.store.published import PAGE_SIZE

_TRIED = 200  # rows of each kind
_PER_COLUMN, _PER_ROW = 1, 6  # bytes that SQLite puts beside the values of a row
_PER_ENTRY = 9  # bytes of an entry of an index that the copy has more
# Views that become tables, and the tables whose rows they have.
_CARDS = {"article_cards": "articles", "quote_cards": "quotes"}
_REFERRED_TO = """
SELECT (SELECT count(*) FROM related) + (SELECT count(of_id) FROM roles)
  + (SELECT count(speaker_id) FROM quote_catalogue) + (SELECT count(*) FROM quoted_about)
"""
_ORIGINALS = "SELECT total((SELECT length(raw))) FROM documents"
_TREES = "SELECT count(*) FROM sqlite_master WHERE rootpage > 0"


def published_size(archive: Path, *, bodies: bool) -> int:
    """About how many bytes `write_published` would write.

    Originals go, views become tables, and every table and index ends on a larger page, half of which is empty.
    """
    with closing(sqlite3.connect(f"{archive.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        pages, page = _number(connection, "PRAGMA page_count"), _number(connection, "PRAGMA page_size")
        size = float(pages * page - _number(connection, _ORIGINALS))
        size += _number(connection, _TREES) * (PAGE_SIZE - page)
        size += sum(_stored(connection, view, table) for view, table in _CARDS.items())
        size += _number(connection, _REFERRED_TO) * _PER_ENTRY
        if not bodies:
            size -= _mean(connection, "bodies", "article_id", ("text",), "articles")
    return max(round(size), PAGE_SIZE)


def _stored(connection: sqlite3.Connection, view: str, table: str) -> float:
    """Bytes of a view's rows in a table of their own."""
    columns = [name for name, *_ in connection.execute(f"SELECT * FROM {view} LIMIT 0").description]  # noqa: S608 - names are our own
    beside = _number(connection, f"SELECT count(*) FROM {table}") * (len(columns) * _PER_COLUMN + _PER_ROW)  # noqa: S608 - as above
    return beside + _mean(connection, view, "id", columns, table)


def _mean(connection: sqlite3.Connection, view: str, key: str, columns: Sequence[str], table: str) -> float:
    """Bytes of these columns in all rows, from some of them here and there."""
    last = _number(connection, f"SELECT max(id) FROM {table}")  # noqa: S608 - names are our own
    lengths = " + ".join(f'ifnull(length(CAST("{name}" AS BLOB)), 0)' for name in columns)
    numbers = [round(last * (place + 0.5) / _TRIED) for place in range(_TRIED)]
    marks = ", ".join("?" * _TRIED)
    asked = f"SELECT avg({lengths}) FROM {view} WHERE {key} IN ({marks})"  # noqa: S608 - as above
    return last * float(connection.execute(asked, numbers).fetchone()[0] or 0)


def _number(connection: sqlite3.Connection, asked: str) -> int:
    return int(connection.execute(asked).fetchone()[0] or 0)
