"""Web pages that were saved as HTML, by a browser, by SingleFile or by a crawler: a page is an article."""

from __future__ import annotations

from collections.abc import Iterator

from morgue.model import Original, Problem
from morgue.read.charset import decode_page
from morgue.read.form import Format, Found, Options
from morgue.read.limits import all_bytes
from morgue.read.records import one_article
from morgue.read.saved import saved


def _page(found: Found, options: Options) -> Iterator[Original | Problem]:
    raw = all_bytes(found, options)
    yield from one_article(found, raw, decode_page(raw), "html", saved)


HTML = Format("html", (".html", ".htm", ".xhtml", ".shtml"), (b"<!doctype html", b"<html"), _page)
