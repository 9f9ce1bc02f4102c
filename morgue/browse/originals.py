"""The files that articles came from, as they were read."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass
from mimetypes import guess_extension, guess_type
from pathlib import PurePosixPath
from urllib.parse import quote

from morgue.browse.rows import one_row

DOCUMENT = """
SELECT d.path, d.member, d.media_type, d.raw FROM articles a JOIN documents d ON d.id = a.document_id WHERE a.uid = ?
"""
# A capture's row holds bytes only where they are not the document's own. They are of the document's kind as a rule.
CAPTURE = """
SELECT c.path, c.member, d.media_type, c.raw FROM articles a JOIN captures c USING (document_id)
JOIN documents d ON d.id = a.document_id
WHERE a.uid = ? AND c.raw IS NOT NULL AND substr(c.sha256, 1, length(?)) = ? ORDER BY c.id
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


def original(connection: sqlite3.Connection, uid: str, digest: str | None = None) -> Original | None:
    """The document behind an article, or that of its captures whose SHA-256 begins so; None where there is none."""
    row = one_row(connection, CAPTURE, (uid, digest, digest)) if digest else one_row(connection, DOCUMENT, (uid,))
    if row is None:
        return None
    name = _name(row["path"], row["member"], row["media_type"])
    return Original(name, row["media_type"], zlib.decompress(row["raw"]))


def _name(path: str, member: str, media_type: str) -> str:
    """The file's name; of what lay in a file of another kind, with an ending of its own ("crawl.warc.html")."""
    name = PurePosixPath(path).name
    ending = guess_extension(media_type) if member and guess_type(name)[0] != media_type else None
    return name + (ending or "")
