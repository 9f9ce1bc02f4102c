"""What readers come for, from the first page to the last: each with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A tab that runs scripts, and one that does not."""
    context = browser.new_context(
        base_url=address, viewport={"width": 1280, "height": 900}, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


def search(page: Page, words: str) -> None:
    """Type words into the search box, as anybody would, and press Enter."""
    page.get_by_role("search").get_by_label("Search the archive").fill(words)
    page.get_by_role("search").get_by_label("Search the archive").press("Enter")


def test_a_reader_finds_who_said_what_and_what_became_of_it(page: Page) -> None:
    """Search, facet, article, quote, its other wordings, the comparison, the story."""
    page.goto("/")
    search(page, "Putin")
    expect(page).to_have_url(re.compile(r"/search\?.*q=Putin"))
    hits = page.locator("article.hit")
    expect(hits).to_have_count(2)

    page.locator(".facet a", has_text="Boris Johnson").first.click()
    expect(page).to_have_url(re.compile(r"person="))
    expect(hits).to_have_count(1)

    hits.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Putin accuses US, allies")

    page.locator(".body a.wordings:not(.alone)").first.click()
    expect(page).to_have_url(re.compile(r"/quotes/[0-9a-f]{12}"))
    wordings = page.locator("blockquote.wording")
    expect(wordings.filter(has_text="as first printed")).to_have_count(1)
    altered = wordings.filter(has_text="altered")
    expect(altered.locator("ins, del").first).to_be_visible()

    altered.first.locator("footer a").first.click()
    expect(page.locator("article .kind.rewrite").first).to_be_visible()
    page.get_by_role("link", name="Compare the two").click()
    expect(page.locator(".pair ins").first).to_be_visible()

    page.get_by_role("link", name=re.compile("^Story: ")).click()
    expect(page).to_have_url(re.compile(r"/stories/[0-9a-f]{12}"))
    expect(page.get_by_role("table").first.locator("tbody tr")).to_have_count(4)


def test_who_misspells_is_led_to_what_was_meant(page: Page) -> None:
    """The page says that nothing was found, and what would be."""
    page.goto("/")
    search(page, "Ukriane")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing found")
    page.locator("main").get_by_role("link", name="Ukraine").click()
    expect(page.locator("article.hit").first).to_be_visible()
    expect(page.get_by_label("Search the archive")).to_have_value("Ukraine")


def test_who_finds_nothing_is_told_how_to_ask(page: Page) -> None:
    """Nothing found is said, with the ways in which one can ask."""
    page.goto("/search?q=xylophone")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nothing found")
    expect(page.get_by_text("No article matches")).to_be_visible()
    expect(page.get_by_text("a phrase:")).to_be_visible()


def test_words_that_never_meet_find_what_has_some(page: Page) -> None:
    """The search is relaxed, and says so."""
    page.goto("/search?q=Putin+xylophone")
    expect(page.get_by_text("No article has all of these words")).to_be_visible()
    expect(page.locator("article.hit").first).to_be_visible()


def test_a_filter_can_be_taken_back(page: Page) -> None:
    """By leaving somebody out, and by removing what is in use."""
    page.goto("/search?q=Putin")
    page.get_by_role("link", name="Leave out Boris Johnson").click()
    expect(page.locator("article.hit")).to_have_count(2)
    page.get_by_role("link", name=re.compile("Remove the filter")).click()
    expect(page).to_have_url(re.compile(r"/search\?q=Putin$"))


def test_a_folded_hit_opens_to_its_versions(page: Page) -> None:
    """Four versions of one report are one hit, and each is there."""
    page.goto("/search?q=Putin")
    folded = page.locator("details.versions").first
    expect(folded.get_by_role("link").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator(".kind")).to_have_count(3)


def test_marks_can_be_switched_off(page: Page) -> None:
    """Who wants to read only reads: no underlines, and the words are as they were."""
    page.goto("/search?q=Putin")
    page.locator("article.hit").first.get_by_role("link").first.click()
    name = page.locator(".body a.entity").first
    expect(name).to_have_css("text-decoration-line", "underline")
    page.get_by_label("names", exact=True).uncheck()
    expect(name).to_have_css("text-decoration-line", "none")


def test_a_citation_opens(page: Page) -> None:
    """Closed at first; opened, it shows the text to copy."""
    page.goto("/quotes")
    page.locator("blockquote.wording a").first.click()
    expect(page.locator("pre.cited").first).to_be_hidden()
    page.locator("details.cite > summary").click()
    expect(page.locator("pre.cited").first).to_contain_text("Archived in")


def test_a_bar_narrows_to_its_time(page: Page, sample_address: str) -> None:
    """The picture of coverage over time is made of links."""
    page.goto(f"{sample_address}/search?fold=0")
    every = page.locator("article.hit").count()
    page.locator("figure.coverage svg a").last.click()
    expect(page).to_have_url(re.compile("from="))
    assert 0 < page.locator("article.hit").count() < every


def test_an_address_that_is_not_there_leads_on(page: Page) -> None:
    """The page for it says so and has a search that works."""
    page.goto("/articles/000000000000")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is filed here")
    search(page, "Putin")
    expect(page.locator("article.hit").first).to_be_visible()
