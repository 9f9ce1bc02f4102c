"""Web pages that a browser saved as one file of many parts (MHTML): the first HTML part is the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
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
from morgue.read.saved import ARCHIVES, Saved, captured, original, saved


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
    page = _saved(message, part, decoded.text)
    found = replace(found, read_at=page.captured or found.read_at)
    decoded = decoded._replace(text=page.page)
    yield whole(found, raw, decoded, "html", stated=page.stated, media_type="multipart/related")


def _saved(message: Message, part: Message, page: str) -> Saved:
    """What the browser says in the head goes before what stands in the page."""
    inner = saved(page)
    told = (message["Snapshot-Content-Location"], part["Content-Location"], message["Content-Location"])
    url, when = next((pair for each in told if each and (pair := original(str(each)))[0]), (inner.stated.url, {}))
    date = captured(str(message["Date"])) if message["Date"] else {}
    # when an archive of the web took the page goes before when a browser saved the copy
    first = {name: value for name, value in inner.stated.extra.items() if inner.stated.extra["saved_with"] in ARCHIVES}
    extra = {"saved_with": "browser", **inner.stated.extra, **date, **first, **when}
    return Saved(inner.page, Stated(url=url, extra=extra))


def _charset(part: Message) -> str | None:
    name = part.get_param("charset")
    return name if isinstance(name, str) else None


MHTML = Format("mhtml", (".mhtml", ".mht"), (b"from: <saved by",), _page)
