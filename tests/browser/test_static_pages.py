"""What a reader does on the static site without JavaScript, served by nginx below a path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.publish.conftest import write_site
from tests.publish.serving import NGINX, nginx

pytestmark = pytest.mark.skipif(not NGINX, reason="no nginx on this machine (Debian: apt-get install nginx)")
ANY_UID = "[0-9a-f]{12}/$"


@dataclass
class Reader:
    """A tab without JavaScript, and every answer that it got."""

    page: Page
    home: str
    answers: dict[str, int] = field(default_factory=dict)


@pytest.fixture(scope="module")
def home(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the seeds as a static site."""
    site = tmp_path_factory.mktemp("static") / "site"
    write_site(archive, site)
    with nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, home: str) -> Iterator[Reader]:
    """A reader at the first page. At the end, nothing was missing and nothing was asked of another host."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    found = Reader(context.new_page(), home)
    found.page.on("response", lambda answer: found.answers.update({answer.url: answer.status}))
    found.page.goto(home)
    yield found
    context.close()
    assert {url: status for url, status in found.answers.items() if not url.startswith(home) or status >= 400} == {}


def follow(page: Page, name: str | re.Pattern[str], leads: str) -> None:
    """Click the first link of this name in the content, and see where it leads."""
    page.locator("main").get_by_role("link", name=name).first.click()
    expect(page).to_have_url(re.compile(leads))


def test_from_a_story_to_its_versions_and_what_was_said(reader: Reader) -> None:
    """The first page, a story, an article, one of its quotes with all wordings, the speaker, back to an article."""
    page = reader.page
    page.locator("#newest ~ ul a, ul:below(#newest) a").first.click()
    expect(page).to_have_url(re.compile(f"stories/{ANY_UID}"))
    expect(page.get_by_role("heading", name="Who copied whom")).to_be_visible()
    page.locator("table tbody th a").first.click()
    expect(page).to_have_url(re.compile(f"articles/{ANY_UID}"))
    page.locator("a.wordings:not(.alone)").first.click()
    expect(page).to_have_url(re.compile(r"quotes/[0-9a-f]{12}/#q[0-9a-f]{12}$"))
    follow(page, re.compile("Putin|Lavrov|Blinken|Biden|Scholz|Zelensk"), f"entities/{ANY_UID}")
    page.locator("#articles ~ article a, section:has(#articles) article a").first.click()
    expect(page).to_have_url(re.compile(f"articles/{ANY_UID}"))


def test_two_versions_stand_side_by_side(reader: Reader) -> None:
    """With what was struck out and what came."""
    page = reader.page
    page.goto(f"{reader.home}stories/sort/largest/")
    page.locator("main h2 a").first.click()
    page.locator("main a[href*='/compare/']").first.click()
    expect(page).to_have_url(re.compile(r"articles/[0-9a-f]{12}/compare/[0-9a-f]{12}/$"))
    expect(page.locator("del").first).to_be_visible()
    expect(page.locator("ins").first).to_be_visible()


@pytest.mark.parametrize(
    ("section", "then"),
    [
        ("Stories", f"stories/{ANY_UID}"),
        ("People & places", f"entities/{ANY_UID}"),
        ("Quotes", "(quotes|articles)/[0-9a-f]{12}/"),
        ("Contradictions", "articles/[0-9a-f]{12}/"),
    ],
)
def test_every_section_leads_to_its_things(reader: Reader, section: str, then: str) -> None:
    """From the head of every page into a list, and from the list on."""
    page = reader.page
    page.get_by_role("navigation", name="Sections").get_by_role("link", name=section).click()
    page.wait_for_url(lambda url: url != reader.home)  # loaded to its end
    links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
    assert any(re.search(then, link) for link in links)


def test_whoever_cannot_search_is_led_to_lists(reader: Reader) -> None:
    """The form in the head is there without JavaScript, too: its page says how to go about."""
    page = reader.page
    page.get_by_role("searchbox", name="Search the archive").fill("Putin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search/\?q=Putin"))
    follow(page, "Names from A to Z", "names/$")
    follow(page, re.compile("^V"), "names/v/$")
    follow(page, "Vladimir Putin", f"entities/{ANY_UID}")
    expect(page.get_by_role("heading", name="Vladimir Putin", exact=True)).to_be_visible()


def test_articles_are_found_by_date(reader: Reader) -> None:
    """The seeds have none: they stand together, and can be read."""
    page = reader.page
    page.goto(f"{reader.home}dates/")
    follow(page, "5 articles without a date", "dates/undated/$")
    page.locator("main article a").first.click()
    expect(page).to_have_url(re.compile(f"articles/{ANY_UID}"))


def test_the_file_of_an_article_can_be_saved(reader: Reader) -> None:
    """Under the name that it had."""
    page = reader.page
    page.goto(f"{reader.home}dates/undated/")
    page.locator("main article a").first.click()
    with page.expect_download() as waiting:
        page.locator("a[download]").first.click()
    assert re.fullmatch(r"00\d_[0-9a-f]+\.txt", waiting.value.suggested_filename)


def test_a_browser_can_be_closed_and_an_address_kept(reader: Reader) -> None:
    """A link to a place in a page leads there without any script."""
    page = reader.page
    page.goto(f"{reader.home}quotes/")
    href = page.locator("main blockquote footer a[href*='#quote-']").first.get_attribute("href")
    assert href is not None
    page.goto(f"{reader.home}quotes/{href}")
    expect(page.locator(":target")).to_be_visible()
