"""The tab does not grow with what is searched or shown: pages that were read long ago are let go."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import CHROMIUM, chromium
from tests.publish.odd_hosts import odd_host
from tests.web.bare import write_bare
from tests.web.waiting import settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
    pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to read the memory of processes from"),
]
WORDS = ("harbour", "council", "library", "bridge", "storm", "school")
MOST = (
    450e6  # bytes of the process that shows the page: SQLite, 48 MB of pages, what waits to be swept, Chromium itself
)
# The same with Python and what it has loaded, and the answers that are kept for those who go back.
MOST_LIVE = 550e6
MOST_GROWN = 80e6  # bytes by which the last twenty pages may add to that
LONG = 180_000  # milliseconds until Python has begun: seconds, but machines that test are busy
PAGE = 4096
SHOWN = "path => document.getElementById('datasette').contentWindow.location.href.endsWith('app' + path)"


def resident(browser: Browser) -> int:
    """Bytes in memory of the largest process that shows a page."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [process["id"] for process in told if process["type"] == "renderer"]
    return max(int(Path(f"/proc/{each}/statm").read_text().split()[1]) * PAGE for each in renderers)


def show(page: Page, path: str) -> None:
    """Go to an address of Datasette's."""
    page.evaluate("path => { location.hash = path }", path)
    page.wait_for_function(SHOWN, arg=path, timeout=LONG)
    expect(page.frame_locator("#datasette").locator(".rows-and-columns")).to_be_visible()


def test_many_searches_keep_within_a_bound(served: str) -> None:
    """Words, filters and shelves change; what is kept has a bound."""
    with chromium() as browser:
        page = browser.new_page(base_url=served)
        seen = []
        page.goto("search/")
        settled(page)
        for turn in range(60):
            query = f"?q={WORDS[turn % 6]}+{WORDS[turn % 5]}&in={('articles', 'quotes')[turn % 2]}&size={10 + turn}"
            page.evaluate(
                "at => { history.pushState(null, '', at); dispatchEvent(new PopStateEvent('popstate')); }", query
            )
            settled(page)
            seen.append(resident(browser))
        assert max(seen) < MOST


def test_many_pages_of_datasette_keep_within_a_bound(crowd: Path, packages: Path, tmp_path: Path) -> None:
    """Tables, as pages of many rows; answers are kept for those who go back, but not all of them."""
    if not (packages / "pyodide").is_dir():
        pytest.skip("no Pyodide (run `npm ci` in web/)")
    site = tmp_path / "site"
    site.mkdir()
    write_bare(crowd, site)
    with odd_host(site) as host, chromium() as browser:
        page = browser.new_page(base_url=host.address)
        page.goto("datasette/")
        expect(page.locator("body")).to_contain_class("running", timeout=LONG)
        seen = []
        for turn in range(45):
            show(page, f"/archive/{('mentions', 'quotes', 'articles')[turn % 3]}?_size={60 + turn}&_sort=id")
            seen.append(resident(browser))
        assert max(seen) < MOST_LIVE
        assert max(seen[25:]) - max(seen[:25]) < MOST_GROWN
