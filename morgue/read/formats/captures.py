"""A record of a web archive as a document: pages that were fetched well, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from morgue.model import ContentType, Original, Problem, Stated
from morgue.read import problems
from morgue.read.charset import decode_page
from morgue.read.form import Found, Options
from morgue.read.formats.transfer import body

PAGES: dict[str, ContentType] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
WEB = ("http://", "https://")  # what a tool notes about its own work has other addresses
MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z?")
NEXT = re.compile(
    rb"\r?\n\r?\n\r?\n?WARC/[01]\.\d+\r?\n"
)  # where a record that states a false length runs into the next


def captured(found: Found, record: Any, offset: int, options: Options) -> Iterator[Original | Problem]:
    """The page that a record holds; nothing, if it holds none: a request, a picture, an error, a redirect."""
    media_type, charset = _type(record)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if media_type not in PAGES or not url.startswith(WEB):
        return
    raw = body(record, options.most_bytes)
    member = found.inside(f"record at byte {offset}")
    place = f"{found.path}, {member}"
    if len(raw) > options.most_bytes:
        yield problems.too_large(place, options.most_bytes)
        return
    page = NEXT.split(raw, maxsplit=1)[0]
    if not page.strip():
        return
    decoded = decode_page(page, charset)
    if decoded is None:
        yield problems.binary(place)
        return
    if decoded.weak:
        yield problems.guessed(place, decoded.encoding)
    yield Original(
        path=found.path,
        member=member,
        sha256=sha256(page).hexdigest(),
        media_type=media_type,
        encoding=decoded.encoding,
        bytes=len(page),
        raw=page,
        content=decoded.text,
        content_type=PAGES[media_type],
        stated=Stated(url=url),
        read_at=_read_at(record, found),
    )


def _type(record: Any) -> tuple[str, str | None]:
    """Media type and charset of a page; "" for whatever is none."""
    headers = record.http_headers
    if record.rec_type == "response":
        told = headers.get_header("Content-Type") if headers and headers.get_statuscode() == "200" else None
    elif record.rec_type in {"resource", "conversion"}:
        told = record.rec_headers.get_header("Content-Type")
    else:
        told = None
    charset = CHARSET.search(told or "")
    return (told or "").partition(";")[0].strip().lower(), charset[1].lower() if charset else None


def _read_at(record: Any, found: Found) -> str:
    told = MOMENT.fullmatch(record.rec_headers.get_header("WARC-Date") or "")
    return f"{told[1]}Z" if told else found.read_at
