"""Names are offered on the search page of a static site as the server offers them, without anybody to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.serving import CHROMIUM
from tests.web.waiting import settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
]


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A tab on the search page, its first search done."""
    context = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    tab = context.new_page()
    tab.goto("search/?q=harbour&derivation=original")
    settled(tab)
    yield tab
    context.close()


@pytest.fixture
def box(page: Page) -> Locator:
    """The search box, emptied."""
    found = page.get_by_role("combobox", name="Search the archive")
    found.fill("")
    return found


@pytest.fixture
def offers(page: Page, box: Locator) -> Locator:
    """What is offered for "ida" once it is there."""
    box.press_sequentially("ida")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def test_names_are_offered_and_announced(page: Page, offers: Locator, box: Locator) -> None:
    """With kind and number; the box says that it has a list, and who listens hears how many."""
    expect(offers.first).to_contain_text(re.compile(r"Ida Brandt.*person.*articles"))
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("form.search [role=status]")).to_have_text(re.compile(r"^\d+ names? offered, arrow keys"))


def test_the_keyboard_is_the_same(offers: Locator, box: Locator) -> None:
    """Down points at the first, up returns to the box, Escape closes and keeps the words."""
    box.press("ArrowDown")
    expect(offers.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", offers.first.get_attribute("id") or "")
    box.press("ArrowUp")
    expect(offers.first).to_have_attribute("aria-selected", "false")
    box.press("Escape")
    expect(offers.first).to_be_hidden()
    expect(box).to_have_value("ida")


def test_an_offer_narrows_within_the_page(page: Page, offers: Locator, box: Locator) -> None:
    """Filters in use stay, the page is not left, and the box is empty for what comes next."""
    expect(offers.first).to_be_visible()
    page.evaluate("window.wasNeverLeft = true")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"search/\?derivation=original&person=[0-9a-f]{12}$"))
    expect(page.locator("ul.chips")).to_contain_text("Person: Ida Brandt")
    expect(box).to_have_value("")
    assert page.evaluate("window.wasNeverLeft")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("for harbour")


def test_enter_without_an_offer_searches_for_the_words(page: Page, offers: Locator, box: Locator) -> None:
    """Offers never stand between a reader and a plain search."""
    expect(offers.first).to_be_visible()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q=ida(&|$)"))
    expect(page.locator("h1")).to_contain_text("for ida")


def test_the_open_list_can_be_used_by_everybody(page: Page, offers: Locator, box: Locator) -> None:
    """Axe finds nothing in the head with its list open, in a narrow window too."""
    page.set_viewport_size({"width": 320, "height": 700})
    box.press("ArrowDown")
    expect(offers.first).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate("async () => (await axe.run('.site-head')).violations.map(each => each.id)") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_other_pages_promise_nothing(page: Page) -> None:
    """Elsewhere on the site the box is a search field: nothing is fetched before somebody searches."""
    page.goto("./")
    assert page.get_by_role("searchbox", name="Search the archive").get_attribute("role") is None
