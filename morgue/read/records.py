"""One record of an input as a document, with where it comes from."""

from __future__ import annotations

from hashlib import sha256

from morgue.model import ContentType, Document, Stated
from morgue.read.decoding import Decoded
from morgue.read.form import Found

MEDIA_TYPES: dict[ContentType, str] = {"text": "text/plain", "html": "text/html", "markdown": "text/markdown"}


def whole(
    found: Found,
    raw: bytes,
    decoded: Decoded,
    content_type: ContentType,
    *,
    stated: Stated | None = None,
    media_type: str | None = None,
) -> Document:
    """A file or a member of an archive that is one article."""
    return Document(
        path=found.path,
        member=found.member,
        sha256=sha256(raw).hexdigest(),
        media_type=media_type or MEDIA_TYPES[content_type],
        encoding=decoded.encoding,
        raw=raw,
        content=decoded.text,
        content_type=content_type,
        stated=stated or Stated(),
        read_at=found.read_at,
    )
