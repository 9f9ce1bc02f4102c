"""Links from Datasette's tables and canned queries to the pages of this archive."""

from __future__ import annotations

import re
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from markupsafe import Markup

# What canned queries say where they name a page of ours.
_ADDRESS = re.compile(r"/(?:articles|stories|entities|quotes)/[0-9a-f]{12}(?:/compare/[0-9a-f]{12})?|/sources/\d+")
_PAGES = {name: name for name in ("articles", "stories", "entities", "quotes")} | {"utterances": "quotes"}


@hookimpl
def render_cell(value: Any, column: str, table: str | None, datasette: Datasette) -> Markup | None:
    """Makes an address of ours a link, and each uid of a table that has pages."""
    if not isinstance(value, str):
        return None
    if column == "uid" and table in _PAGES:
        return _link(datasette, f"/{_PAGES[table]}/{value}", value)
    return _link(datasette, value, value) if _ADDRESS.fullmatch(value) else None


def _link(datasette: Datasette, address: str, label: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(datasette.urls.path(address), label)
