"""Datasette without a server: how long until its pages stand there, and what that fetches.

usage: python -m bench.live [--late 40] ARCHIVE [PATH ...]

Publishes search and Datasette of an archive and visits them with Chromium on a host whose answers come `--late`
milliseconds late: the first visit up to the list of tables, then each PATH of Datasette's
(/archive/articles, /archive/articles/1 and /archive/most_quoted if none is named). There is no peer. Where other work
fills the machine, look at the processor's time. Needs Chromium and `npm ci` in web/.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.far_host import Host, far_host
from bench.static import chromium, memory
from morgue.publish.in_browser import write
from morgue.publish.options import Options
from morgue.publish.writing import SiteWriter

ROOT = Path(__file__).parents[1]
PATHS = ("/archive/articles", "/archive/articles/1", "/archive/most_quoted")
_START = "/archive"
_PATIENCE = 600_000  # milliseconds
_PAGE = """<!doctype html><title>bench</title><main id="content"><p id="datasette-status"></p>
<iframe id="datasette"></iframe><p id="datasette-busy" hidden><span></span><button>Stop</button></p></main>
<script src="../search/client/live/start.js"></script>"""
_STANDS = """path => { const { location: at, document: page } = document.getElementById("datasette").contentWindow;
  return at.href.endsWith("app" + path) && page.readyState === "complete"; }"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page took until it stood there: seconds by the clock, and those that the tab's processes worked."""

    path: str
    seconds: float
    worked: float
    requests: int
    bytes: int


@contextmanager
def published(archive: Path) -> Iterator[Path]:
    """A folder with `site/`: search and Datasette of the archive, whose page is bare."""
    with tempfile.TemporaryDirectory(prefix="morgue-bench-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        writer = SiteWriter(site)
        write(writer, Options(archive, site, ROOT, every=False))
        writer.write("datasette/index.html", _PAGE.encode())
        yield Path(folder)


def visited(browser: Browser, host: Host, paths: Sequence[str]) -> Iterator[Cost]:
    """Each page in turn; the first stands for all that happens before it."""
    page = browser.new_page()
    page.set_default_timeout(_PATIENCE)
    for number, path in enumerate(paths):
        host.reset()
        start, worked = time.monotonic(), _worked(browser)
        if number:
            page.evaluate("path => { location.hash = path }", path)
        else:
            page.goto(f"{host.address}site/datasette/#{path}")
        page.wait_for_function(_STANDS, arg=path)
        yield Cost(path, time.monotonic() - start, _worked(browser) - worked, host.requests, host.sent)


def _worked(browser: Browser) -> float:
    """Seconds that all tabs have kept a processor busy."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return sum(float(each["cpuTime"]) for each in processes if each["type"] == "renderer")


def run(archive: Path, late: int, paths: Sequence[str]) -> tuple[list[Cost], int]:
    """What each page cost, and the most bytes that a tab has held."""
    with published(archive) as folder, far_host(folder, late / 1000) as host, chromium() as browser:
        costs = list(visited(browser, host, (_START, *paths)))
        return costs, memory(browser)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--late", type=int, default=40, help="milliseconds that each answer is late")
    parser.add_argument("archive", type=Path, metavar="ARCHIVE")
    parser.add_argument("paths", nargs="*", default=PATHS, metavar="PATH")
    asked = parser.parse_args()
    costs, held = run(asked.archive, asked.late, asked.paths)
    print(f"answers {asked.late} ms late; the first line is the first visit")
    for cost in costs:
        fetched = f"{cost.requests} requests, {cost.bytes / 1e6:.2f} MB"
        print(f"{cost.path}: {cost.seconds:.1f} s ({cost.worked:.1f} s of work), {fetched}")
    print(f"most memory of the tab: {held / 1e6:,.0f} MB")


if __name__ == "__main__":
    main()
