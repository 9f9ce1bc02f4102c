"""One record of an input as a document, with where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

from morgue.model import ContentType, Original, Problem, Stated
from morgue.read import problems
from morgue.read.decoding import Decoded
from morgue.read.form import Found
from morgue.read.saved import Saved

MEDIA_TYPES: dict[ContentType, str] = {"text": "text/plain", "html": "text/html", "markdown": "text/markdown"}


def whole(
    found: Found,
    raw: bytes,
    decoded: Decoded,
    content_type: ContentType,
    *,
    stated: Stated | None = None,
    media_type: str | None = None,
) -> Original:
    """A file or a member of an archive that is one article."""
    return Original(
        path=found.path,
        member=found.member,
        sha256=sha256(raw).hexdigest(),
        media_type=media_type or MEDIA_TYPES[content_type],
        encoding=decoded.encoding,
        bytes=len(raw),
        raw=raw,
        content=decoded.text,
        content_type=content_type,
        stated=stated or Stated(),
        read_at=found.read_at,
    )


def one_article(
    found: Found,
    raw: bytes,
    decoded: Decoded | None,
    content_type: ContentType,
    told: Callable[[str], Saved] | None = None,
) -> Iterator[Original | Problem]:
    """The document of a file of text, or the problem why there is none; `told` reads what the text says of itself."""
    if decoded is None:
        yield problems.binary(found.place)
    elif not decoded.text.strip():
        yield problems.empty(found.place)
    else:
        if decoded.weak:
            yield problems.guessed(found.place, decoded.encoding)
        page = told(decoded.text) if told else Saved(decoded.text, Stated())
        found = replace(found, read_at=page.captured or found.read_at)
        yield whole(found, raw, decoded._replace(text=page.page), content_type, stated=page.stated)
