"""Search without a server: what a ranked query costs over a network, against sql.js-httpvfs on the same file.

usage: python -m bench.static [--late 40] [--queries 12] [SIZE or ARCHIVE]

A size makes an archive of so many articles (bench/crowded.py; 100,000 take some 2 GB while they are made). Both sides
run in one Chromium tab each, against one host that answers `--late` milliseconds late, and search for the same words.
Ours folds stories, looks for what is like the best hits and shows the page; sql.js-httpvfs (its latest release, from
web/) ranks by bm25 and reads the same columns and snippets of the first twenty. Each query is asked once, so nothing of
it is at hand. Needs Chromium and `npm ci` in web/.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from bench.crowded import write_crowded
from bench.far_host import Host, far_host
from morgue.publish.options import Options
from morgue.publish.search.write import write
from morgue.publish.writing import SiteWriter
from morgue.store.published import write_published

ROOT = Path(__file__).parents[1]
PEER = ROOT / "web" / "node_modules" / "sql.js-httpvfs" / "dist"
GOALS = "goals: 30 requests, 400 kB, 700 ms, 4 times as fast, 1.5 MB before a first search"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 300_000  # milliseconds
_SHORTEST = 4  # letters of a word that is looked for

_PAGE = """<!doctype html><title>Search – bench</title><main>
<form class="search" action="./"><input type="search" name="q"></form>
<div id="search-status" role="status"></div><div id="found"></div></main>
<script>window.told = []; addEventListener("morgue:searched", ({detail}) => told.push(detail));</script>
<script type="module" src="client/page/show.js"></script>"""
_PEER_PAGE = """<!doctype html><title>peer</title><script src="peer/index.js"></script><script>
window.open_ = async (size) => { window.worker = await createDbWorker([{from: "inline", config: {
  serverMode: "full", url: new URL("archive.db", location).href, requestChunkSize: size}}],
  new URL("peer/sqlite.worker.js", location).href, new URL("peer/sql-wasm.wasm", location).href); };
window.ask = async (sql, words) => { const start = performance.now(); const rows = await worker.db.query(sql, [words]);
  return {milliseconds: Math.round(performance.now() - start), rows: rows.length}; };</script>"""
_PEER_QUERY = """
SELECT c.uid, c.headline, c.source, c.published, c.word_count, c.derivation, c.story_headline,
  highlight(articles_fts, 0, '<', '>') AS marked, snippet(articles_fts, 2, '<', '>', '…', 40) AS lines
FROM articles_fts JOIN article_cards c ON c.id = articles_fts.rowid
WHERE articles_fts MATCH ? ORDER BY bm25(articles_fts, 4.0, 0.25, 0.5) LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one query took until its hits stood there."""

    milliseconds: int
    requests: int
    bytes: int


def words(archive: Path, number: int) -> list[str]:
    """Queries: two or three words of one sentence each, so that something has them all."""
    sql = "SELECT lead FROM articles WHERE id % ? = 7 ORDER BY id LIMIT ?"
    with closing(sqlite3.connect(archive)) as db:
        (last,) = db.execute("SELECT max(id) FROM articles").fetchone()
        leads = [lead for (lead,) in db.execute(sql, (max(1, last // (number + 1)), number))]
    return [" ".join(_letters(lead)[4 : 6 + n % 2]) for n, lead in enumerate(leads)]


def _letters(lead: str) -> list[str]:
    return [word for word in lead.replace(".", "").split() if word.isalpha() and len(word) >= _SHORTEST]


def ours(page: Page, host: Host, queries: Sequence[str]) -> tuple[Cost, list[Cost], list[Cost]]:
    """The first visit, which asks nothing; each query until its hits stand there, and until all of it does."""
    host.reset()
    page.goto(f"{host.address}site/search/")
    page.wait_for_function("told.some(({isWhole}) => isWhole)", timeout=_PATIENCE)
    first = Cost(page.evaluate("Math.round(performance.now())"), host.requests, host.sent)
    hits, whole = [], []
    for query in queries:
        page.evaluate("told.length = 0")
        page.evaluate("""address => { const link = document.createElement("a"); link.href = address;
            document.body.append(link); link.click(); link.remove(); }""", "?" + urlencode({"q": query}))  # fmt: skip
        page.wait_for_function("told.some(({isWhole}) => isWhole)", timeout=_PATIENCE)
        costs = [_cost(told["cost"]) for told in page.evaluate("told")]
        hits.append(costs[0])
        whole.append(costs[-1])
    return first, hits, whole


def _cost(told: dict[str, int]) -> Cost:
    return Cost(told["milliseconds"], told["requests"], told["bytes"])


def theirs(page: Page, host: Host, queries: Sequence[str], page_size: int) -> list[Cost]:
    """The same queries by sql.js-httpvfs."""
    page.goto(f"{host.address}peer.html")
    page.evaluate("size => open_(size)", page_size)
    found = []
    for query in queries:
        host.reset()
        asked = " AND ".join(f'"{word}"' for word in query.split())
        told = page.evaluate("([sql, asked]) => ask(sql, asked)", [_PEER_QUERY, asked])
        found.append(Cost(told["milliseconds"], host.requests, host.sent))
    return found


def memory(browser: Browser) -> int:
    """The most bytes that a tab has held."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    peaks = [_peak(each["id"]) for each in processes if each["type"] == "renderer"]
    return max(peaks, default=0)


def _peak(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


@contextmanager
def prepared(wanted: str) -> Iterator[tuple[Path, Path]]:
    """An archive, and a folder with its published search and with what the peer needs."""
    with tempfile.TemporaryDirectory(prefix="morgue-bench-") as made:
        folder = Path(made)
        archive = write_crowded(folder / "built.db", int(wanted)) if wanted.isdigit() else Path(wanted)
        served = folder / "served"
        site = served / "site"
        site.mkdir(parents=True)
        write(archive, SiteWriter(site), Options(archive, site, ROOT))
        (site / "search" / "index.html").write_text(_PAGE, "utf-8")
        write_published(archive, served / "archive.db", bodies=True)
        (served / "peer.html").write_text(_PEER_PAGE, "utf-8")
        shutil.copytree(PEER, served / "peer")
        yield archive, served


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that asks for nothing by itself."""
    executable = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        yield playwright.chromium.launch(executable_path=executable, args=flags)


def run(wanted: str, late: int, number: int) -> dict[str, Any]:
    """Measure both sides and hand back the figures."""
    with prepared(wanted) as (archive, served), far_host(served, late / 1000) as host:
        queries = words(archive, number)
        manifest = json.loads((served / "site/search/db/manifest.json").read_text("utf-8"))
        with chromium() as browser:
            first, hits, whole = ours(browser.new_page(), host, queries)
            held = memory(browser)
        with chromium() as browser:
            page = browser.new_page()
            page.set_default_timeout(_PATIENCE)
            peer = theirs(page, host, queries, manifest["page_size"])
    return {"size": manifest["size"], "first": first, "hits": hits, "whole": whole, "peer": peer, "memory": held}


def _line(name: str, costs: Sequence[Cost]) -> str:
    middle, worst = ([f([getattr(c, n) for c in costs]) for n in Cost.__slots__] for f in (median, max))
    told = [
        f"{time:,.0f} ms, {requests:.0f} requests, {size / 1000:,.0f} kB" for time, requests, size in (middle, worst)
    ]
    return f"{name}: median {told[0]}; worst {told[1]}"


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--late", type=int, default=40, help="milliseconds that each answer is late")
    parser.add_argument("--queries", type=int, default=12)
    parser.add_argument("wanted", nargs="?", default="100000", metavar="SIZE or ARCHIVE")
    asked = parser.parse_args()
    found = run(asked.wanted, asked.late, asked.queries)
    first = found["first"]
    print(f"{found['size'] / 1e6:,.0f} MB published, answers {asked.late} ms late, {asked.queries} queries")
    print(f"first visit, no words: {first.milliseconds:,} ms, {first.requests} requests, {first.bytes / 1000:,.0f} kB")
    for name, costs in (("hits", found["hits"]), ("whole page", found["whole"]), ("sql.js-httpvfs", found["peer"])):
        print(_line(name, costs))
    ratio = median(c.milliseconds for c in found["peer"]) / median(c.milliseconds for c in found["hits"])
    print(f"times as fast: {ratio:.1f}; most memory of the tab: {found['memory'] / 1e6:,.0f} MB\n{GOALS}")


if __name__ == "__main__":
    main()
