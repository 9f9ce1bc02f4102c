"""The same on a phone: one column, one control to narrow, nothing to scroll sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

WIDTH = 360


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A tab on a small phone that is touched."""
    context = browser.new_context(base_url=address, viewport={"width": WIDTH, "height": 740}, has_touch=True)
    yield context.new_page()
    context.close()


def fits(page: Page) -> bool:
    """Whether nothing is wider than the screen, once the page has its looks."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_reader_on_a_phone_finds_who_said_what(phone: Page) -> None:
    """Search, narrow, read, follow a quote: all within the width of the screen."""
    phone.goto("/")
    box = phone.get_by_role("search").get_by_label("Search the archive")
    box.fill("Putin")
    box.press("Enter")
    phone.wait_for_url("**/search?*")
    facet = phone.locator(".facet a", has_text="Boris Johnson").first
    expect(facet).to_be_hidden()
    phone.get_by_text("Narrow", exact=True).tap()
    expect(facet).to_be_visible()
    assert fits(phone)

    facet.tap()
    expect(phone).to_have_url(re.compile("person="))
    phone.locator("article.hit h2 a").first.tap()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Putin accuses US, allies")
    assert fits(phone)

    phone.locator(".body a.wordings:not(.alone)").first.tap()
    expect(phone.locator("blockquote.wording").first).to_be_visible()
    assert fits(phone)


def test_hits_come_before_what_narrows_them(phone: Page) -> None:
    """The first hit is on the first screen."""
    phone.goto("/search?q=Putin")
    expect(phone.locator("article.hit h2").first).to_be_in_viewport()


def test_versions_stand_below_each_other(phone: Page) -> None:
    """A comparison has one column, and says by more than place which side is which."""
    phone.goto("/search?q=Putin")
    phone.locator("details.versions summary").first.tap()
    phone.locator("details.versions a").first.tap()
    phone.get_by_role("link", name="Compare the two").tap()
    phone.wait_for_url("**/compare/**")  # loaded, its looks too
    left, right = (phone.locator(f".pair > .{side}").first.bounding_box() for side in ("left", "right"))
    assert left is not None
    assert right is not None
    assert right["y"] >= left["y"] + left["height"] - 1
    assert fits(phone)


def test_words_are_large_enough_to_read(phone: Page) -> None:
    """The running text has at least 16 pixels, so that no phone zooms in; so has the search box."""
    phone.goto("/search?q=Putin")
    phone.locator("article.hit h2 a").first.tap()
    phone.wait_for_url("**/articles/*")  # loaded, its looks too: before them every size is the browser's own
    for part in (".body p", "form.search input"):
        size = phone.locator(part).first.evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
        assert size >= 16, part
