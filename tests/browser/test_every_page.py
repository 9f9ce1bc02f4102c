"""What holds on every kind of page, at a laptop's and a phone's width, light and dark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.page_types import PageType, Server, page_types
from tests.browser.visits import NARROWEST, SCHEMES, WIDTHS, Scheme, Visitor

LIGHT_ENOUGH = 100_000  # bytes of a page with its styles and scripts, unpacked

KINDS = tuple(page_types())
every_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
OURS = tuple(kind for kind in KINDS if kind.ours)
every_kind_of_ours = pytest.mark.parametrize("kind", OURS, ids=[kind.name for kind in OURS])


@pytest.fixture(scope="module")
def visitor(browser: Browser, folders: Mapping[Server, Path]) -> Iterator[Visitor]:
    """Visits each page once for all tests."""
    with ExitStack() as servers:
        yield Visitor(browser, folders, servers)


@every_kind
def test_it_answers(visitor: Visitor, kind: PageType) -> None:
    """With its status, in our frame."""
    visit = visitor.visit(kind)
    assert visit.status == kind.status
    assert 'class="masthead"' in visit.html


@every_kind
def test_it_stays_at_home(visitor: Visitor, kind: PageType) -> None:
    """Nothing is asked of another host."""
    own = (visitor.address(kind.server), "data:")
    assert [url for url in visitor.visit(kind).asked if not url.startswith(own)] == []


@every_kind
def test_no_script_fails(visitor: Visitor, kind: PageType) -> None:
    """No error, and nothing that the security policy forbids; JSON-LD is no script to it."""
    assert visitor.visit(kind).failed == ()


@pytest.mark.parametrize("width", [*WIDTHS, NARROWEST])
@every_kind
def test_it_fits(visitor: Visitor, kind: PageType, width: int) -> None:
    """Nothing is wider than the window, so nobody scrolls to the side."""
    assert visitor.visit(kind).extents[width] <= width


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
@every_kind
def test_everybody_can_use_it(visitor: Visitor, kind: PageType, width: int, scheme: Scheme) -> None:
    """Axe finds nothing that breaks WCAG 2.2 AA."""
    assert visitor.visit(kind).violations[width, scheme] == ()


@every_kind_of_ours
def test_it_is_light(visitor: Visitor, kind: PageType) -> None:
    """A page of ours is small, with all that it brings."""
    assert visitor.visit(kind).weight < LIGHT_ENOUGH
