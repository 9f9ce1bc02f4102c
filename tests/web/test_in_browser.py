"""A published search in Chromium, served by hosts that know nothing of it, below a path."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has no types
from playwright.sync_api import Browser, Page, expect

from morgue.publish.options import BESIDE_SEARCH
from tests.browser.serving import CHROMIUM
from tests.publish.conftest import write_site
from tests.publish.serving import NGINX, nginx, python_server
from tests.web.waiting import settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
]


@pytest.fixture(
    scope="module",
    params=["python", pytest.param("nginx", marks=pytest.mark.skipif(not NGINX, reason="no nginx here"))],
)
def address(request: pytest.FixtureRequest, whole: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served: by Python, which gives no ranges of files, and by nginx, which does."""
    own = tmp_path_factory.mktemp("nginx")
    with python_server(whole) if request.param == "python" else nginx(whole, own) as told:
        yield told


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """An empty tab that notes what it asks for and what goes wrong."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(60_000)
    tab = context.new_page()
    asked, wrong = set[str](), list[str]()
    tab.on("request", lambda request: asked.add(request.url))
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    yield tab
    context.close()
    assert wrong == []
    outside = [
        url
        for url in asked
        if not url.startswith(("blob:", "data:")) and urlsplit(url).netloc != urlsplit(address).netloc
    ]
    assert outside == []


def test_words_are_found_and_told(page: Page) -> None:
    """A search from the first page's form shows hits with marks, facets and dates, and tells how many there are."""
    page.goto("./")
    page.get_by_role("searchbox").first.fill("harbour")
    page.get_by_role("searchbox").first.press("Enter")
    settled(page)
    expect(page).to_have_url(re.compile(r"search/\?q=harbour$"))
    expect(page.locator("#search-status")).to_contain_text("for harbour")
    expect(page).to_have_title(re.compile("^harbour – Search"))
    assert page.locator("article.hit mark").first.inner_text().lower().startswith("harbour")
    assert page.locator("details.facet").count() > 3
    assert page.locator("figure.coverage a").count() > 3


@pytest.mark.parametrize("query", ["?q=harbour", "?q=harbour&in=quotes", "?q=marsh&in=entities", "?q=zzzz"])
def test_results_are_accessible(page: Page, query: str) -> None:
    """Axe finds nothing to mend on any shelf."""
    page.goto(f"search/{query}")
    settled(page)
    found = Axe().run(page)
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_a_facet_narrows_and_back_undoes(page: Page) -> None:
    """A facet is put on without leaving the page; its address is permanent, and back takes it off."""
    page.goto("search/?q=harbour")
    settled(page)
    everything = page.locator("h1").inner_text()
    page.locator("details.facet a", has_text="Ida Brandt").first.click()
    expect(page.locator("ul.chips")).to_contain_text("Person: Ida Brandt")
    settled(page)
    narrowed, told = page.url, page.locator("h1").inner_text()
    assert "person=" in narrowed
    page.go_back()
    expect(page.locator("h1")).to_have_text(everything)
    page.goto(narrowed)
    settled(page)
    assert page.locator("h1").inner_text() == told


def test_a_bar_narrows_without_leaving_the_page(page: Page) -> None:
    """Bars are links within a drawing; they are followed as others are."""
    page.goto("search/?q=harbour")
    settled(page)
    page.evaluate("window.wasNeverLeft = true")
    page.locator("figure.coverage svg a").last.click()
    page.wait_for_url("**from=**")
    expect(page.locator("ul.chips")).to_be_visible()
    assert page.evaluate("window.wasNeverLeft")


def test_a_hit_leads_to_its_page(page: Page) -> None:
    """Hits, stories and speakers lead to pages of the site that are there."""
    page.goto("search/?q=harbour&in=quotes")
    settled(page)
    links = page.locator("#found a[href^='../']").evaluate_all("links => links.map(link => link.href)")
    assert len(set(links)) > 5
    for link in sorted(set(links)):
        assert page.request.get(link).status == 200, link


def test_pages_follow_each_other(page: Page) -> None:
    """The next page goes on where the first ended."""
    page.goto("search/?q=harbour&fold=0&size=10")
    settled(page)
    first = page.locator("article.hit h2 a").evaluate_all("links => links.map(link => link.href)")
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**next=**")
    expect(page.get_by_role("link", name="First page")).to_be_visible()
    settled(page)
    second = page.locator("article.hit h2 a").evaluate_all("links => links.map(link => link.href)")
    assert len(first) == 10
    assert not set(first) & set(second)


def test_what_is_misspelt_is_mended(page: Page) -> None:
    """Where nothing is found, what was perhaps meant is one click away."""
    page.goto("search/?q=harbuor")
    settled(page)
    page.get_by_role("link", name="harbour").click()
    expect(page.locator("h1")).to_contain_text("for harbour")


def test_a_reader_is_told_of_an_old_browser(browser: Browser, address: str) -> None:
    """Without WebAssembly the page says so, and how else things are found."""
    context = browser.new_context(base_url=address)
    context.add_init_script("delete globalThis.WebAssembly")
    tab = context.new_page()
    tab.goto("search/?q=harbour")
    expect(tab.locator("#found .notice")).to_contain_text("WebAssembly")
    assert tab.locator("#found a").count() > 3
    context.close()


def test_without_javascript_the_ways_are_listed(browser: Browser, address: str) -> None:
    """Without JavaScript the page says that it can't search, and where everything is listed."""
    context = browser.new_context(base_url=address, java_script_enabled=False)
    tab = context.new_page()
    tab.goto("search/")
    expect(tab.get_by_role("link", name="Articles by date")).to_be_visible()
    context.close()


def test_a_lost_file_is_told(page: Page) -> None:
    """Where the host does not give the database, the page says so instead of waiting for ever."""
    page.route("**/search/db/*.bin", lambda route: route.fulfill(status=404))
    page.goto("search/?q=harbour")
    expect(page.locator("#found .notice")).to_contain_text("could not be read")


def test_links_lead_to_pages_whatever_is_left_out(browser: Browser, crowd: Path, tmp_path: Path) -> None:
    """On a site without lists and without pages for what stands in one article only, filters in use included."""
    archive = Path(shutil.copy(crowd, tmp_path / "archive.db"))
    with closing(sqlite3.connect(archive)) as db, db:
        (story,) = db.execute("UPDATE stories SET article_count = 1 WHERE id = 1 RETURNING uid").fetchone()
    without = BESIDE_SEARCH | {"datasette"}
    write_site(archive, tmp_path / "site", only_search=True, every=False, without=without)
    with python_server(tmp_path / "site") as address:
        context = browser.new_context(base_url=address)
        tab = context.new_page()
        for query in ("?q=harbour&source=1", f"?story={story}", "?q=harbour&in=quotes", "?q=harbour&fold=0"):
            tab.goto(f"search/{query}")
            settled(tab)
            links = tab.locator("#found a[href^='../']").evaluate_all("links => links.map(link => link.href)")
            assert [link for link in sorted(set(links)) if tab.request.get(link).status != 200] == []
        context.close()
