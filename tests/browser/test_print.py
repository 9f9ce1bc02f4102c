"""On paper: what was written, who says it and where it is from; nothing that only a screen can use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def article(page: Page) -> Page:
    """An article, as it is printed."""
    page.goto("/search?q=Putin")
    page.locator("article.hit h2 a").first.click()
    page.wait_for_url("**/articles/*")  # loaded, its looks too
    page.emulate_media(media="print")
    return page


@pytest.fixture
def story(page: Page) -> Page:
    """A story, as it is printed."""
    page.goto("/stories?sort=largest")
    page.locator("main a[href^='/stories/']").first.click()
    page.wait_for_url("**/stories/*")  # loaded, its looks too
    page.emulate_media(media="print")
    return page


def pages_of(printed: bytes) -> int:
    """How many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", printed))


def test_controls_stay_on_the_screen(article: Page) -> None:
    """Neither search box nor menu nor switches are printed."""
    for part in (".skip", "form.search", "nav.site", ".site-foot", ".marks"):
        expect(article.locator(part).first).to_be_hidden()
    expect(article.locator(".body p").first).to_be_visible()


def test_ink_is_black_on_white(article: Page) -> None:
    """Also for who reads by night."""
    article.emulate_media(media="print", color_scheme="dark")
    colours = "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    ink, ground = article.evaluate(colours)
    assert ink == "rgb(0, 0, 0)"
    assert ground in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}  # white, or the paper itself


def test_a_quote_says_who_speaks(article: Page) -> None:
    """Behind the quote, as nobody can point at paper."""
    quote = article.locator(".body .said.closes").first
    speaker = quote.get_attribute("data-speaker") or ""
    assert speaker
    assert speaker in quote.evaluate("element => getComputedStyle(element, '::after').content")


def test_a_print_says_where_it_is_from(article: Page) -> None:
    """With the citation, address included."""
    expect(article.locator("article").get_by_text("Archived in").last).to_be_visible()


def test_folded_parts_of_a_story_are_printed(story: Page) -> None:
    """What each version left out is folded on a screen and stands open on paper."""
    expect(story.locator("details.cuts del").first).to_be_visible()


def test_an_article_takes_few_sheets(article: Page) -> None:
    """One of 1,200 words with all that is known of it."""
    assert 1 <= pages_of(article.pdf(format="A4")) <= 6


def test_nothing_is_cut_off_on_paper(story: Page, tmp_path: Path) -> None:
    """The widest part of a story fits on a sheet of A4."""
    story.set_viewport_size({"width": 718, "height": 1000})  # A4 within margins of 1 cm, at 96 pixels an inch
    assert story.evaluate("document.documentElement.scrollWidth") <= 718
    (tmp_path / "story.pdf").write_bytes(story.pdf(format="A4"))
    assert pages_of((tmp_path / "story.pdf").read_bytes()) >= 1
