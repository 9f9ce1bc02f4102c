"""The tab does not grow with what is searched: pages of the database that were read long ago are let go."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.serving import CHROMIUM, chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
    pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="no /proc to read the memory of processes from"),
]
WORDS = ("harbour", "council", "library", "bridge", "storm", "school")
MOST = (
    450e6  # bytes of the process that shows the page: SQLite, 48 MB of pages, what waits to be swept, Chromium itself
)
PAGE = 4096


def resident(browser: Browser) -> int:
    """Bytes in memory of the largest process that shows a page."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    renderers = [process["id"] for process in told if process["type"] == "renderer"]
    return max(int(Path(f"/proc/{each}/statm").read_text().split()[1]) * PAGE for each in renderers)


def test_many_searches_keep_within_a_bound(served: str) -> None:
    """Words, filters and shelves change; what is kept has a bound."""
    with chromium() as browser:
        page = browser.new_page(base_url=served)
        seen = []
        page.goto("search/")
        for turn in range(60):
            query = f"?q={WORDS[turn % 6]}+{WORDS[turn % 5]}&in={('articles', 'quotes')[turn % 2]}&size={10 + turn}"
            page.evaluate(
                "at => { history.pushState(null, '', at); dispatchEvent(new PopStateEvent('popstate')); }", query
            )
            expect(page.locator("#found")).not_to_have_attribute("aria-busy", "true", timeout=60_000)
            seen.append(resident(browser))
        assert max(seen) < MOST
