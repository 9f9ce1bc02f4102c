"""Web pages that a browser saved as one file of many parts (MHTML): the first HTML part is the article."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from morgue.model import Original, Problem, Stated
from morgue.read import problems
from morgue.read.broken import DamagedError, damage
from morgue.read.charset import decode_page
from morgue.read.depth import MOST_PARTS, too_many_parts
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes
from morgue.read.records import whole
from morgue.read.saved import address, captured, saved


def _page(found: Found, options: Options) -> Iterator[Original | Problem]:
    raw = all_bytes(found, options)
    if not raw.strip():
        yield problems.empty(found.place)
        return
    with damage():
        if too_many_parts(raw):
            raise DamagedError(f"it has over {MOST_PARTS} parts")
        message = message_from_bytes(raw)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        body = part.get_payload(decode=True) if part else None
    decoded = decode_page(body, _charset(part)) if part and isinstance(body, bytes) else None
    if part is None or decoded is None or not decoded.text.strip():
        yield problems.no_page(found.place)
        return
    stated = _stated(message, part, decoded.text)
    yield whole(found, raw, decoded, "html", stated=stated, media_type="multipart/related")


def _stated(message: Message, part: Message, page: str) -> Stated:
    inner = saved(page)
    told = (message["Snapshot-Content-Location"], part["Content-Location"], message["Content-Location"])
    url = next(filter(None, (address(str(each)) for each in told if each)), inner.url)
    date = captured(str(message["Date"])) if message["Date"] else {}
    return Stated(url=url, extra={"saved_with": "browser", **inner.extra, **date})


def _charset(part: Message) -> str | None:
    name = part.get_param("charset")
    return name if isinstance(name, str) else None


MHTML = Format("mhtml", (".mhtml", ".mht"), (b"from: <saved by",), _page)
