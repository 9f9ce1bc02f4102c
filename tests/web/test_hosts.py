"""Search in the browser on hosts with odd habits: it works all the same, or says what is the matter."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has no types
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import CHROMIUM
from tests.publish import odd_hosts
from tests.publish.odd_hosts import Habit, odd_host
from tests.publish.serving import NGINX, nginx
from tests.web.waiting import settled

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
]
FOUND = "for harbour"


@contextmanager
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A tab of its own, with nothing kept from before."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def searched(page: Page, query: str = "?q=harbour") -> None:
    """Search, and wait until the results stand whole."""
    page.goto(f"search/{query}")
    settled(page)


HABITS: dict[str, Callable[[], Habit]] = {
    "packs": lambda: odd_hosts.packs,
    "packs parts": lambda: odd_hosts.packs_parts,
    "gives everything": lambda: odd_hosts.gives_everything,
    "refuses ranges": lambda: odd_hosts.refuses_ranges,
    "gives the beginning": lambda: odd_hosts.gives_the_beginning,
    "tires": odd_hosts.tires,
    "calls files pages": lambda: odd_hosts.calls_files_pages,
}


@pytest.mark.parametrize("habit", HABITS)
def test_search_works_on_a_host_that(browser: Browser, whole: Path, habit: str) -> None:
    """The same hits, with words in them marked; and names are offered."""
    with odd_host(whole, HABITS[habit]()) as host, tab(browser, host.address) as page:
        searched(page)
        expect(page.locator("h1")).to_contain_text(FOUND)
        assert page.locator("article.hit mark").first.inner_text().lower().startswith("harbour")


@pytest.mark.skipif(not NGINX, reason="no nginx on this machine (Debian: apt-get install nginx)")
def test_search_works_where_nginx_packs_everything(browser: Browser, whole: Path, tmp_path: Path) -> None:
    """`gzip on` for every type, which takes the ranges away."""
    with nginx(whole, tmp_path, "gzip on; gzip_types *; gzip_proxied any;") as address, tab(browser, address) as page:
        searched(page)
        expect(page.locator("h1")).to_contain_text(FOUND)


def test_scripts_under_another_name_are_told(browser: Browser, whole: Path) -> None:
    """Browsers run no module that is called text: the page says so, and how else things are found."""
    with odd_host(whole, odd_hosts.calls_scripts_text) as host, tab(browser, host.address) as page:
        page.goto("search/?q=harbour")
        expect(page.locator("#found .notice")).to_contain_text("text/javascript")
        assert page.locator("#found a").count() > 3


@pytest.mark.parametrize("lost", ["search/client/page/morph.js", "search/client/search/page.js"])
def test_a_script_that_is_missing_is_told(browser: Browser, whole: Path, tmp_path: Path, lost: str) -> None:
    """Of the page, or of what runs beside it."""
    site = shutil.copytree(whole, tmp_path / "site", copy_function=_linked)
    (site / lost).unlink()
    with odd_host(site) as host, tab(browser, host.address) as page:
        page.goto("search/?q=harbour")
        expect(page.locator("#found .notice")).to_contain_text("script")


@pytest.mark.parametrize("habit", [odd_hosts.plain, odd_hosts.always_finds_a_page], ids=["404", "a page instead"])
def test_a_piece_that_is_missing_is_told(browser: Browser, whole: Path, tmp_path: Path, habit: Habit) -> None:
    """Where part of the database didn't arrive at the host, the reader learns which file."""
    site = shutil.copytree(whole, tmp_path / "site", copy_function=_linked)
    manifest = json.loads((site / "search/db/manifest.json").read_text("utf-8"))
    for name in (*manifest["chunks"], manifest["bundles"]["words"]):
        (site / "search/db" / name).unlink()
    with odd_host(site, habit) as host, tab(browser, host.address) as page:
        page.goto("search/?q=harbour")
        expect(page.locator("#found .notice")).to_contain_text("could not be read")


def test_a_large_archive_is_fetched_whole_only_if_asked_for(browser: Browser, whole: Path) -> None:
    """Without ranges a search may fetch all there is: that is said, and left to the reader."""
    with odd_host(whole, _grown) as host, tab(browser, host.address) as page:
        page.goto("search/?q=harbour")
        expect(page.locator("#found .notice")).to_contain_text("may fetch the whole archive")
        assert [violation["id"] for violation in Axe().run(page).response["violations"]] == []
        assert page.locator("#found a").count() > 3
        page.get_by_role("button", name="Search all the same").click()
        # This host's manifest lies: that the client goes on to fetch whole pieces is what is seen here.
        expect(page.locator("#found .notice")).to_contain_text("bytes came instead of")


def _grown(path: str, answer: odd_hosts.Answer, asked: range | None) -> odd_hosts.Answer:
    """No ranges, and an archive that is said to be large."""
    if path.endswith("manifest.json"):
        told = json.loads(answer.content) | {"size": 650_000_000, "chunk_size": 650_000_000}
        return odd_hosts.Answer(200, json.dumps(told).encode(), answer.headers)
    return odd_hosts.gives_everything(path, answer, asked)


def test_an_open_tab_follows_when_the_site_is_published_anew(browser: Browser, whole: Path, tmp_path: Path) -> None:
    """Pieces that it knew are gone: the page begins anew with those that are there, at the same address."""
    site = shutil.copytree(whole, tmp_path / "site", copy_function=_linked)
    with odd_host(site) as host, tab(browser, host.address) as page:
        searched(page)
        _rename_pieces(site)
        page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("lighthouse")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_contain_text("for lighthouse")
        expect(page).to_have_url(re.compile(r"search/\?q=lighthouse$"))


def _rename_pieces(site: Path) -> None:
    """What publishing another archive does to the names of the database's files."""
    told = (site / "search/db/manifest.json").read_text("utf-8")
    manifest = json.loads(told)
    for name in (*manifest["chunks"], *manifest["bundles"].values(), manifest["spelling"], manifest["statements"]):
        (site / "search/db" / name).rename(site / "search/db" / f"ff{name}")
        told = told.replace(name, f"ff{name}")
    (site / "search/db/manifest.json").unlink()
    (site / "search/db/manifest.json").write_text(told, "utf-8")


def _linked(source: str, target: str) -> str:
    Path(target).hardlink_to(source)
    return target


def test_the_client_is_what_was_published(whole: Path) -> None:
    """Nothing above has changed the site that other tests share."""
    done = subprocess.run(["sha256sum", "--quiet", "--check", "SHA256SUMS"], cwd=whole, check=False)
    assert done.returncode == 0
