"""Datasette in Chromium, on a site of the seeds, served by hosts that know nothing of it, below a path."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.serving import CHROMIUM
from tests.browser.visits import SCHEMES, WCAG, WIDTHS
from tests.publish.conftest import write_site
from tests.publish.serving import BELOW, NGINX, nginx, python_server
from tests.served import ROOT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine (Debian: apt-get install chromium)"),
]
CHECKER = ROOT / "web" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LONG = 180_000  # milliseconds until Python has begun: seconds, but machines that test are busy
STANDS = "document.getElementById('datasette').contentDocument.readyState === 'complete'"


@pytest.fixture(scope="module")
def site(archive: Path, tmp_path_factory: pytest.TempPathFactory, packages: Path) -> Path:
    """The seeds as a whole site; skipped without what `npm ci` brings."""
    if not (packages / "pyodide").is_dir():
        pytest.skip("no Pyodide (run `npm ci` in web/)")
    site = tmp_path_factory.mktemp("live") / "site"
    write_site(archive, site, without=frozenset({"citations"}))
    return site


@pytest.fixture(
    scope="module",
    params=["python", pytest.param("nginx", marks=pytest.mark.skipif(not NGINX, reason="no nginx here"))],
)
def address(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served: by Python, which gives no ranges of files, and by nginx, which does."""
    own = tmp_path_factory.mktemp("nginx")
    with python_server(site) if request.param == "python" else nginx(site, own) as told:
        yield told


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A tab in which Datasette runs, reached from the first page; it has asked nobody else for anything."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(LONG)
    asked, wrong = set[str](), list[str]()
    context.on("request", lambda request: asked.add(request.url))
    tab = context.new_page()
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.goto("./")
    assert not any("pyodide" in url for url in asked), "fetched before anybody asked for it"
    tab.get_by_role("link", name="Tables and SQL").click()
    expect(tab.locator("body")).to_contain_class("running", timeout=LONG)
    yield tab
    context.close()
    assert wrong == []
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("blob:", "data:"))}
    assert hosts == {urlsplit(address).netloc}


def shown(page: Page, path: str) -> FrameLocator:
    """Go to an address of Datasette's."""
    page.evaluate("path => { location.hash = path }", path)
    frame = page.frame_locator("#datasette")
    page.wait_for_function(
        "path => document.getElementById('datasette').contentWindow.location.href.endsWith('app' + path)", arg=path
    )
    expect(frame.locator(".site-foot")).to_be_visible()
    page.wait_for_function(STANDS)  # its looks too
    return frame


def test_tables_are_listed(page: Page) -> None:
    """The first page lists the tables, their rows counted, and the canned queries."""
    frame = shown(page, "/archive")
    expect(frame.get_by_role("link", name="articles", exact=True).first).to_be_visible()
    expect(frame.get_by_role("link", name="Who is quoted most")).to_be_visible()
    expect(frame.locator("body")).to_contain_text("5 rows")


def test_links_lead_on_within_the_frame(page: Page, address: str) -> None:
    """From the list one comes to a table; the address can be kept, and back leads back."""
    shown(page, "/archive").get_by_role("link", name="articles", exact=True).first.click()
    expect(page).to_have_title("Articles – Morgue")
    expect(page).to_have_url(f"{address}datasette/#/archive/articles")
    page.go_back()
    expect(page).to_have_title("Tables and queries – Morgue")


def test_an_address_that_is_asked_for_while_another_comes_is_shown(page: Page, address: str) -> None:
    """Who is quick gets what was asked for last."""
    shown(page, "/archive/quotes")
    asked = """document.getElementById("datasette").addEventListener(
      "load", () => { location.hash = "/archive/stories" }, { once: true, capture: true })"""
    page.evaluate(asked)
    page.evaluate("location.hash = '/archive/sources'")
    expect(page).to_have_title("Stories – Morgue")
    expect(page).to_have_url(f"{address}datasette/#/archive/stories")


def test_a_table_has_facets(page: Page) -> None:
    """A facet counts the rows, and leads to those of a value."""
    frame = shown(page, "/archive/quotes?_facet=form")
    frame.locator(".facet-info").get_by_role("link", name="indirect", exact=True).first.click()
    expect(frame.locator("h2").first).to_contain_text('where form = "indirect"')


def test_a_canned_query_takes_a_parameter(page: Page) -> None:
    """A canned query is asked by its form."""
    frame = shown(page, "/archive/problems_by_code?level=")
    frame.get_by_label("level").fill("error")
    frame.get_by_role("button", name="Run SQL").click()
    page.wait_for_function("() => location.hash.includes('level=error')")
    expect(frame.locator("h1")).to_contain_text("Problems of the build")


def test_a_row_leads_to_its_article(page: Page, address: str) -> None:
    """A row is shown with its fields; its uid leads to the page that the site has."""
    frame = shown(page, "/archive/articles/1")
    link = frame.locator("td.col-uid a")
    assert link.get_attribute("href") == f"../../../../articles/{link.inner_text()}/"
    assert link.get_attribute("target") == "_top"
    assert page.request.get(f"{address}articles/{link.inner_text()}/").status == 200


def test_sql_is_answered(page: Page) -> None:
    """Any question can be asked in SQL, with full-text search."""
    sql = "select+count(*)+as+found+from+articles_fts+where+articles_fts+match+%27putin%27"
    frame = shown(page, f"/archive?sql={sql}")
    expect(frame.locator("td.col-found")).to_have_text("5")


def test_data_comes_as_json(page: Page) -> None:
    """Scripts of the same site get JSON at Datasette's addresses."""
    ask = "path => fetch(new URL(path, parent.location.href)).then(got => got.json())"
    body = page.frame_locator("#datasette").locator("body")
    told = body.evaluate("(_, path) => (" + ask + ")(path)", "app/archive/articles.json?_shape=array")
    assert len(told) == 5


def test_all_tables_are_searched(page: Page, address: str) -> None:
    """The search over all tables is there; what it finds leads to the site's pages."""
    frame = shown(page, "/-/search?q=putin")
    link = frame.get_by_role("link", name="Read").first
    expect(link).to_be_visible()
    found = page.request.get(str(link.evaluate("link => link.href")).replace("datasette/app/", "") + "/")
    assert found.status == 200
    assert found.url.startswith(address)


def test_a_mistake_in_sql_is_told(page: Page) -> None:
    """What SQLite says of a wrong question stands beside it."""
    expect(shown(page, "/archive?sql=select+nope").locator("body")).to_contain_text("no such column: nope")


def test_what_takes_too_long_can_be_stopped(page: Page) -> None:
    """A reader is told what takes so long, and can stop it; Datasette is there again afterwards."""
    endless = "with recursive n(i) as (select 1 union all select i+1 from n) select count(*) from n"
    page.evaluate("sql => { location.hash = '/archive?sql=' + encodeURIComponent(sql) }", endless)
    page.get_by_role("button", name="Stop").click()
    frame = page.frame_locator("#datasette")
    expect(frame.locator("body")).to_contain_text("You stopped it.")
    frame.get_by_role("link", name="Tables and queries").click()
    expect(page).to_have_title("Tables and queries – Morgue", timeout=LONG)


def test_a_host_that_is_gone_is_told(page: Page, address: str) -> None:
    """Where the host does not answer, the page says so; asked again, it goes on."""
    if not address.endswith(BELOW):
        pytest.skip("of a host without ranges all of a small archive has been fetched by now")
    page.context.route("**/search/db/*.bin", lambda route: route.abort())
    sql = "select (select sum(length(text)) from article_cards) + (select sum(length(text)) from mentions)"
    page.evaluate("sql => { location.hash = '/archive?sql=' + encodeURIComponent(sql) }", sql)
    frame = page.frame_locator("#datasette")
    expect(frame.locator("body")).to_contain_text("the host does not answer")
    page.context.unroute("**/search/db/*.bin")
    frame.get_by_role("link", name="Ask again").click()
    expect(frame.locator(".site-foot")).to_be_visible()


def test_a_second_tab_has_its_own(page: Page, address: str) -> None:
    """Two tabs run beside each other; when one is closed, the other goes on."""
    other = page.context.new_page()
    other.goto(f"{address}datasette/#/archive/sources")
    expect(other).to_have_title("Sources – Morgue", timeout=LONG)
    other.close()
    page.bring_to_front()
    expect(shown(page, "/archive/stories/1").locator("h1")).to_contain_text("stories: 1")


def test_an_address_below_the_folder_leads_to_the_page(page: Page, address: str) -> None:
    """What was kept of a frame's address opens in full once no page runs Datasette any more."""
    other = page.context.new_page()
    page.goto(address)
    other.goto(f"{address}datasette/app/archive/stories")
    expect(other).to_have_title("Stories – Morgue", timeout=LONG)
    expect(other).to_have_url(f"{address}datasette/#/archive/stories")
    other.close()
    page.goto(f"{address}datasette/")
    expect(page.locator("body")).to_contain_class("running", timeout=LONG)


@pytest.mark.skipif(not (shutil.which("java") and CHECKER.is_file()), reason="no java or no vnu-jar on this machine")
def test_the_page_around_is_valid(site: Path) -> None:
    """The Nu checker finds no error."""
    command = ["java", "-jar", str(CHECKER), "--errors-only", "--stdout", str(site / "datasette" / "index.html")]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_everybody_can_use_it(page: Page, width: int) -> None:
    """Axe finds nothing that breaks WCAG 2.2 AA around the frame and in it, and nobody scrolls to the side."""
    shown(page, "/archive/articles")
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.getElementById('datasette-busy').hidden = false")
    frame = page.frames[-1]
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for each in (page.main_frame, frame):
            each.evaluate(AXE_SCRIPT)
            told = {"runOnly": WCAG, "resultTypes": ["violations"], "iframes": False}
            assert each.evaluate("async told => (await axe.run(told)).violations", told) == []
    assert frame.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.getElementById('datasette-busy').hidden = true")


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ("delete Navigator.prototype.serviceWorker", "service worker"),
        ("delete globalThis.WebAssembly", "WebAssembly"),
        ("ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('not here'))", "not here"),
    ],
)
def test_what_a_browser_lacks_is_told(browser: Browser, address: str, lacking: str, words: str) -> None:
    """Where it can't run (a private window, an old browser), the page says why."""
    context = browser.new_context(base_url=address)
    context.add_init_script(lacking)
    tab = context.new_page()
    tab.goto("datasette/")
    expect(tab.get_by_role("status")).to_contain_text(words, timeout=LONG)
    expect(tab.get_by_role("status")).to_contain_text("can’t run here", timeout=LONG)
    context.close()


def test_a_page_on_a_disk_tells_so(browser: Browser, site: Path) -> None:
    """Read from a disk, without a server, the page says that it takes one."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "datasette" / "index.html").as_uri())
    expect(tab.get_by_role("status")).to_contain_text("web server")
    context.close()
