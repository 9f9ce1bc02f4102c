"""Addresses of ours become links in Datasette's tables, and nothing else does."""

from __future__ import annotations

import runpy

import pytest
from datasette.app import Datasette

from tests.served import ROOT

pytestmark = pytest.mark.unit

render_cell = runpy.run_path(str(ROOT / "plugins" / "links.py"))["render_cell"]


@pytest.mark.parametrize(
    "address",
    [
        "/articles/0123456789ab",
        "/articles/0123456789ab/compare/ba9876543210",
        "/stories/0123456789ab",
        "/entities/0123456789ab",
        "/quotes/0123456789ab",
        "/sources/12",
    ],
)
def test_addresses_are_links(address: str) -> None:
    """The address of a page of ours leads there, in any query."""
    assert str(render_cell(address, "x", None, Datasette())) == f'<a href="{address}">{address}</a>'


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        b"/sources/1",
        "see /sources/1",
        "/sources/1\n",
        "//host.example",
        "/articles/<b>",
        "/archive/articles/1",
    ],
)
def test_other_values_stay_as_they_are(value: object) -> None:
    """Numbers, bytes, other words and other addresses are left to Datasette."""
    assert render_cell(value, "x", "articles", Datasette()) is None


@pytest.mark.parametrize(
    ("table", "page"),
    [
        ("articles", "articles"),
        ("stories", "stories"),
        ("entities", "entities"),
        ("utterances", "quotes"),
        ("quotes", "quotes"),
    ],
)
def test_uids_lead_to_their_pages(table: str, page: str) -> None:
    """A uid in a table that has pages leads to its page."""
    cell = render_cell("0123456789ab", "uid", table, Datasette())

    assert str(cell) == f'<a href="/{page}/0123456789ab">0123456789ab</a>'


def test_uids_of_other_tables_stay() -> None:
    """What has no page is no link."""
    assert render_cell("0123456789ab", "uid", "mentions", Datasette()) is None
