"""The files that articles came from, as they were read."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from morgue.browse.rows import one_row

DOCUMENT = """
SELECT d.path, d.media_type, d.raw FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.uid = ?
"""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document with the name and type under which to hand them out."""

    name: str
    media_type: str
    content: bytes

    @property
    def quoted_name(self) -> str:
        """The name as a Content-Disposition header wants it."""
        return quote(self.name, safe="")


def original(connection: sqlite3.Connection, uid: str) -> Original | None:
    """The document behind an article, or None for an unknown article."""
    row = one_row(connection, DOCUMENT, (uid,))
    if row is None:
        return None
    return Original(PurePosixPath(row["path"]).name, row["media_type"], zlib.decompress(row["raw"]))
