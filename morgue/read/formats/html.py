"""Web pages that were saved as HTML, by a browser, by SingleFile or by a crawler: a page is an article."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.model import Document, Problem
from morgue.read import problems
from morgue.read.charset import decode_page
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes
from morgue.read.records import whole
from morgue.read.saved import saved


def _page(found: Found, options: Options) -> Iterator[Document | Problem]:
    raw = all_bytes(found, options)
    decoded = decode_page(raw)
    if decoded is None:
        yield problems.binary(found.place)
    elif not decoded.text.strip():
        yield problems.empty(found.place)
    else:
        if decoded.weak:
            yield problems.guessed(found.place, decoded.encoding)
        yield whole(found, raw, decoded, "html", stated=saved(decoded.text))


HTML = Format("html", (".html", ".htm", ".xhtml", ".shtml"), (b"<!doctype html", b"<html"), _page)
