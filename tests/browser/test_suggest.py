"""Names are offered while somebody types: to the eye, to the keyboard and to who listens."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.served import ROOT

MOST = 20_000  # bytes of all our scripts together, as they are served


@pytest.fixture
def box(page: Page) -> Locator:
    """The search box of the first page."""
    page.goto("/")
    return page.get_by_role("combobox", name="Search the archive")


@pytest.fixture
def offers(page: Page, box: Locator) -> Locator:
    """What is offered for "ukr" once it is there."""
    box.press_sequentially("ukr")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def test_names_are_offered(offers: Locator, box: Locator) -> None:
    """With their kind and how often they occur; the box says that it has a list."""
    expect(offers.first).to_contain_text(re.compile(r"Ukraine.*place.*articles"))
    expect(box).to_have_attribute("aria-expanded", "true")


def test_offers_are_announced(page: Page, offers: Locator) -> None:
    """Who listens hears how many there are and how to get there."""
    expect(page.get_by_role("status")).to_have_text(re.compile(rf"^{offers.count()} names? offered, arrow keys"))


def test_arrows_lead_through_the_offers_and_back(offers: Locator, box: Locator) -> None:
    """The focus stays in the box, which names the offer pointed at; up from the first is the box again."""
    box.press("ArrowDown")
    expect(offers.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", offers.first.get_attribute("id") or "")
    expect(box).to_be_focused()
    box.press("ArrowUp")
    expect(offers.first).to_have_attribute("aria-selected", "false")
    assert box.get_attribute("aria-activedescendant") is None


def test_an_offer_narrows_the_search(page: Page, offers: Locator, box: Locator) -> None:
    """Enter on a name shows the articles that name it, however it is printed."""
    expect(offers.first).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?place=[0-9a-f]{12}$"))
    expect(page.locator("article.hit").first).to_be_visible()


def test_an_offer_keeps_the_filters_in_use(page: Page) -> None:
    """Choosing a name narrows what is there further."""
    page.goto("/search?derivation=rewrite")
    page.get_by_role("combobox").press_sequentially("ukr")
    page.get_by_role("option").first.click()
    expect(page).to_have_url(re.compile(r"/search\?derivation=rewrite&place=[0-9a-f]{12}$"))


def test_enter_without_an_offer_searches_for_the_words(page: Page, offers: Locator, box: Locator) -> None:
    """Offers never stand between a reader and a plain search."""
    expect(offers.first).to_be_visible()
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=ukr$"))


def test_words_typed_on_leave_the_offer(page: Page, offers: Locator, box: Locator) -> None:
    """An offer pointed at before is not what was typed since."""
    expect(offers.first).to_be_visible()
    box.press("ArrowDown")
    box.press("a")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=ukra$"))


def test_escape_closes_the_list_and_keeps_the_words(offers: Locator, box: Locator) -> None:
    """One key, and nothing is lost."""
    box.press("Escape")
    expect(offers.first).to_be_hidden()
    expect(box).to_have_value("ukr")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_tab_goes_on(page: Page, offers: Locator, box: Locator) -> None:
    """The list is no stop on the way, and closes."""
    box.press("Tab")
    expect(page.get_by_role("button", name="Search")).to_be_focused()
    expect(offers.first).to_be_hidden()


def test_a_late_answer_to_what_is_typed_no_longer_is_dropped(page: Page, box: Locator) -> None:
    """An answer for "uk" that comes after that for "ukraine" changes nothing."""
    held: list[Route] = []
    page.route(re.compile(r"suggest\.json\?q=uk$"), lambda route: held.append(route))  # noqa: PLW0108 - see visits.py
    with page.expect_request(re.compile(r"q=uk$")):
        box.press_sequentially("uk")
    box.press_sequentially("raine")
    expect(page.get_by_role("option").first).to_contain_text("Ukraine")
    late = {"label": "The United Kingdom", "kind": "place", "note": "", "count": 1, "parameter": "", "address": "/"}
    for route in held:
        route.fulfill(json={"q": "uk", "suggestions": [late] * 3})
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("listbox")).not_to_contain_text("Kingdom")


def test_nothing_moves(page: Page, box: Locator) -> None:
    """The list lies over the page and pushes nothing down."""
    heading = page.get_by_role("heading", level=1)
    before = heading.bounding_box()
    box.press_sequentially("ukr")
    expect(page.get_by_role("option").first).to_be_visible()
    assert heading.bounding_box() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_open_list_can_be_used_by_everybody(
    page: Page, offers: Locator, box: Locator, width: int, scheme: str
) -> None:
    """Axe finds nothing in the head with its list open, and the list fits the window."""
    page.set_viewport_size({"width": width, "height": 700})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    box.press("ArrowDown")
    expect(offers.first).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert page.evaluate("async () => (await axe.run('.site-head')).violations.map(each => each.id)") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_search_goes_on_where_nobody_answers(page: Page, box: Locator) -> None:
    """Without an answer there is no list, and Enter searches."""
    page.route("**/suggest.json*", lambda route: route.abort())
    with page.expect_request("**/suggest.json*"):
        box.press_sequentially("ukr")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=ukr$"))


@pytest.fixture
def plain(browser: Browser, address: str) -> Iterator[Page]:
    """A tab that runs no scripts."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_the_box_is_a_search_box(plain: Page) -> None:
    """It promises no list that will never come."""
    plain.goto("/")
    box = plain.get_by_role("searchbox", name="Search the archive")
    assert box.get_attribute("role") is None


def test_reading_choices_are_remembered(page: Page) -> None:
    """Marks that were switched off stay off on the next article."""
    page.goto("/search?q=Putin&fold=0")
    first, other = (page.locator("article.hit h2 a").nth(at).get_attribute("href") or "" for at in (0, 1))
    page.goto(first)
    page.get_by_label("names", exact=True).uncheck()
    page.goto(other)
    expect(page.get_by_label("names", exact=True)).not_to_be_checked()
    expect(page.locator(".body a.entity").first).to_have_css("text-decoration-line", "none")


def test_scripts_are_small() -> None:
    """All of them together, as they are served."""
    assert sum(path.stat().st_size for path in (ROOT / "static").glob("*.js")) < MOST
