"""One record of an input as a document, with where it comes from."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

from morgue.model import ContentType, Document, Stated
from morgue.read.decoding import Decoded
from morgue.read.form import Found

MEDIA_TYPES: dict[ContentType, str] = {"text": "text/plain", "html": "text/html", "markdown": "text/markdown"}


def read_at(found: Found) -> str:
    """The file's time of change in UTC, to the second.

    Not the clock's time: the same input must give the same archive, byte for byte.
    """
    changed = datetime.fromtimestamp(int(found.file.stat().st_mtime), tz=UTC)
    return changed.strftime("%Y-%m-%dT%H:%M:%SZ")


def whole(found: Found, raw: bytes, decoded: Decoded, content_type: ContentType) -> Document:
    """A file that is one article."""
    return Document(
        path=found.path,
        member="",
        sha256=sha256(raw).hexdigest(),
        media_type=MEDIA_TYPES[content_type],
        encoding=decoded.encoding,
        raw=raw,
        content=decoded.text,
        content_type=content_type,
        stated=Stated(),
        read_at=read_at(found),
    )
