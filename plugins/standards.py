"""Gives templates what the head of a page says to programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment

from morgue.browse.site import Site
from morgue.browse.standards.head import Head, head
from morgue.browse.standards.linked_data import Place
from morgue.browse.titles import DEFAULT_TITLE


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """`head_of` in every template."""
    del datasette
    env.globals["head_of"] = _head_of


def _head_of(
    page: Any,
    address: str,
    query: str,
    site: Site | None,
    root: str | None,
    written: Callable[[str], str] | None = None,
) -> Head:
    """The head of the page at `address?query`; `root` and `written` as `Place` has them, None where nobody knows."""
    title = site.title if site else DEFAULT_TITLE
    return head(page, address, query, Place((root or "").rstrip("/"), title, written or str))
