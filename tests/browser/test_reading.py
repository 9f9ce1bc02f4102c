"""What a reader does: search, narrow, open an article, follow a quote."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect


def test_a_reader_finds_who_said_what(page: Page) -> None:
    """From the home page: search "Putin", narrow by a facet, open the article, follow a quote to all its wordings."""
    page.goto("/")
    page.get_by_role("searchbox").first.fill("Putin")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?.*q=Putin"))
    hits = page.locator("article.hit")
    expect(hits).to_have_count(2)

    page.locator(".facet a", has_text="Boris Johnson").first.click()
    expect(page).to_have_url(re.compile(r"person="))
    expect(hits).to_have_count(1)

    hits.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Putin accuses US, allies")

    page.locator(".body a.wordings").first.click()
    expect(page).to_have_url(re.compile(r"/quotes/[0-9a-f]{12}"))
    expect(page.locator("blockquote").first).to_be_visible()


def test_reading_needs_no_script(browser: Browser, address: str) -> None:
    """Search, facets and articles work where no script runs."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/search?q=Putin")
    expect(page.locator("article.hit")).to_have_count(2)
    page.locator(".facet a").first.click()
    expect(page.locator("article.hit").first).to_be_visible()
    context.close()


def test_a_quote_says_who_speaks_to_mouse_keyboard_and_paper(page: Page) -> None:
    """As a hint under the mouse, in the line where the keyboard stands, behind the quote in print."""
    page.goto("/search?q=Putin")
    page.locator("article.hit").first.get_by_role("link").first.click()
    quote, link = page.locator(".body .said.closes").first, page.locator(".body a.wordings").first
    speaker = link.get_attribute("data-speaker")
    assert speaker
    expect(quote).to_have_attribute("title", re.compile(re.escape(speaker)))
    shown = "([of, part]) => getComputedStyle(of, part).content"
    element = link.element_handle()
    assert page.evaluate(shown, [element, "::after"]) == "none"
    page.keyboard.press("Tab")
    link.focus()
    assert speaker in page.evaluate(shown, [element, "::after"])
    page.emulate_media(media="print")
    assert speaker in page.evaluate(shown, [quote.element_handle(), "::after"])


def test_a_citation_opens_without_script(browser: Browser, address: str) -> None:
    """Closed at first; opened, it shows the text to copy."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/quotes")
    page.locator("blockquote.wording a").first.click()
    expect(page.locator("pre.cited").first).to_be_hidden()
    page.locator("details.cite > summary").click()
    expect(page.locator("pre.cited").first).to_contain_text("Archived in")
    context.close()
