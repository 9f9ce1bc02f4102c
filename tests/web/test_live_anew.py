"""Datasette in Chromium, on a site that is published anew while its tab is open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.serving import CHROMIUM
from tests.publish.odd_hosts import odd_host
from tests.web.bare import write_bare

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
]
LONG = 180_000  # milliseconds until Python has begun: seconds, but machines that test are busy
# It reads more of the archive than what every page of Datasette has read.
QUESTION = """#/archive?sql=select+headline,+(select+sum(length(text))+from+article_cards)+
+(select+sum(length(text))+from+mentions)+as+length+from+articles+where+id=1""".replace("\n", "%2B")


def test_an_open_tab_follows_when_the_site_is_published_anew(
    browser: Browser, archive: Path, packages: Path, tmp_path: Path
) -> None:
    """The pieces that it knew are gone: it begins again with those that are there, and answers what was asked."""
    if not (packages / "pyodide").is_dir():
        pytest.skip("no Pyodide (run `npm ci` in web/)")
    site, changed = tmp_path / "site", Path(shutil.copy(archive, tmp_path / "changed.db"))
    site.mkdir()
    write_bare(archive, site)
    with closing(sqlite3.connect(changed)) as db, db:
        db.execute("UPDATE articles SET headline = 'Printed anew' WHERE id = 1")
    with odd_host(site) as host, closing(browser.new_context(base_url=host.address)) as context:
        page = context.new_page()
        page.goto("datasette/#/archive/sources")
        expect(page).to_have_title("Sources – Morgue", timeout=LONG)
        page.evaluate("window.isAsBefore = true")
        write_bare(changed, site)
        page.evaluate("question => { location.hash = question }", QUESTION)
        answer = page.frame_locator("#datasette").locator("td.col-headline")
        expect(answer).to_have_text("Printed anew", timeout=LONG)
        assert page.evaluate("window.isAsBefore") is None
