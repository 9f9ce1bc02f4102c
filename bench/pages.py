"""Server time of every kind of page: an archive is served in this process and asked for popular and random addresses.

usage: python -m bench.pages [--each 24] [--only WORD] ARCHIVE

For each row of `morgue.browse.pages.PAGES`, and for its JSON, it prints the median and the 95th percentile of the
milliseconds between request and answer, by the clock and by the processor, the size of the largest answer and the
slowest address. Addresses are those that the first pages of the lists lead to, and as many from all over the sitemap;
searches are for the names covered most, alone and narrowed, and for words of headlines. Each is asked for once before
it counts.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from http import HTTPStatus
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import NamedTuple
from urllib.parse import quote_plus, urlsplit

from datasette.app import Datasette

from morgue.browse.pages import PAGES

ROOT = Path(__file__).parents[1]
SITE = ("metadata.yml", "settings.json", "plugins", "templates", "static", "about.md", "openapi.json")
# Where the popular addresses stand.
LISTS = (
    "/",
    "/stories",
    "/stories?sort=largest",
    "/stories?page=40",
    "/entities",
    "/entities?kind=person",
    "/entities?q=smith",
    "/entities?page=40",
    "/quotes",
    "/quotes?form=direct",
    "/quotes?altered=1",
    "/quotes?page=40",
    "/sources",
    "/discrepancies",
    "/discrepancies?page=5",
    "/dates",
    "/names",
    "/about",
    "/sitemap.xml",
)
_LINK = re.compile(r'href="(/[^"#]*)')
_PLACE = re.compile(r"<loc>[^<]*?//[^/<]*(/[^<]*)</loc>")
_WORD = re.compile(r"[A-Za-z]{4,}")


class Measured(NamedTuple):
    """What one answer took, in seconds, and what was wrong with it."""

    address: str
    clock: float
    processor: float
    status: int
    size: int


class Site:
    """An archive, served in this process."""

    def __init__(self, datasette: Datasette) -> None:
        self.datasette = datasette

    async def text(self, address: str) -> str:
        """The page, as text."""
        return str((await self.datasette.client.get(address)).text)

    async def measured(self, address: str) -> Measured:
        """What the second of two requests takes."""
        await self.datasette.client.get(address)
        clock, processor = perf_counter(), process_time()
        answer = await self.datasette.client.get(address)
        return Measured(
            address, perf_counter() - clock, process_time() - processor, answer.status_code, len(answer.content)
        )


def our_site(archive: Path, folder: Path, **settings: object) -> Site:
    """The archive as `datasette .` serves it, in an empty folder; but for these settings."""
    for name in SITE:
        (folder / name).symlink_to(ROOT / name)
    (folder / "archive.db").symlink_to(archive.resolve())
    ours = json.loads((ROOT / "settings.json").read_text("utf-8"))
    return Site(Datasette(config_dir=folder, settings=ours | settings))


async def addresses(site: Site, each: int) -> dict[str, list[str]]:
    """By pattern of `PAGES`, the addresses to ask for: half of them popular, half at random."""
    popular, random = [], await _mapped(site)
    for address in LISTS:
        popular += [address, *_links(await site.text(address))]
    for address in _sorted(random)[r"/articles/(?P<uid>[0-9a-f]{12})"][:each]:
        popular += _links(await site.text(address))
    popular += await _searches(site, each)
    first, others = _sorted(popular), _sorted(random)
    return {page.pattern: _mixed(first[page.pattern], others[page.pattern], each) for page in PAGES}


def _mixed(popular: Sequence[str], random: Sequence[str], number: int) -> list[str]:
    """Half of these and half of those, more of either where there are too few of the other."""
    return list(dict.fromkeys((*popular[: number // 2], *random, *popular)))[:number]


async def _mapped(site: Site) -> list[str]:
    """Every address that the sitemap has, in an order of chance that is always the same."""
    found: list[str] = []
    for part in _PLACE.findall(await site.text("/sitemap.xml")):
        found += _PLACE.findall(await site.text(part))
    Random(7).shuffle(found)  # noqa: S311 - a mix, not a secret
    return found


def _links(page: str) -> Iterator[str]:
    return (unescape(link) for link in _LINK.findall(page))


async def _searches(site: Site, each: int) -> list[str]:
    """Searches for what many look for, and suggestions for its beginnings."""
    lines = (await site.datasette.client.get("/entities.json")).json()["entities"][: each // 3 + 1]
    headlines = re.findall(r"<h1[^>]*>([^<]+)", "".join([await site.text(a) for a in (await _articles(site))[:each]]))
    words = [" ".join(_WORD.findall(headline)[:3]) for headline in headlines]
    names = [line["name"] for line in lines]
    persons = [line["uid"] for line in lines if line["kind"] == "person"] or [line["uid"] for line in lines]
    every = [f"q={quote_plus(each)}" for pair in zip(names, words, strict=False) for each in pair]
    narrowed = [f"{query}&person={persons[n % len(persons)]}" for n, query in enumerate(every[::3])]
    asked = [*every, *narrowed, *(f"person={uid}" for uid in persons), "", "in=quotes", f"in=entities&{every[0]}"]
    Random(7).shuffle(asked)  # noqa: S311
    return [
        *(f"/search?{query}" for query in asked),
        *(f"/quotes?{query}" for query in asked if "person" not in query),
        *(f"/quotes?speaker={uid}" for uid in persons),
        *(f"/search.atom?{query}" for query in asked[:each]),
        *(f"/suggest.json?q={name[:n].lower()}" for name in map(quote_plus, names) for n in (2, 4)),
    ]


async def _articles(site: Site) -> list[str]:
    return _sorted(await _mapped(site))[r"/articles/(?P<uid>[0-9a-f]{12})"]


def _sorted(found: Iterable[str]) -> dict[str, list[str]]:
    """Addresses by the pattern that they fit, each once; of citations and files the shorter pattern wins."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(found):
        path = urlsplit(address).path
        for page in PAGES:
            if re.fullmatch(page.pattern, path):
                kinds[page.pattern].append(address)
                break
    return kinds


def table(kind: str, measured: Sequence[Measured]) -> str:
    """One line of figures for a kind of page."""
    slowest = max(measured, key=lambda each: each.processor)
    wrong = [each for each in measured if each.status != HTTPStatus.OK]
    clock, processor = ([getattr(each, name) for each in measured] for name in ("clock", "processor"))
    figures = [at(clock, 0.5), at(clock, 0.95), at(processor, 0.5), at(processor, 0.95)]
    told = "".join(f"{figure * 1000:8.0f}" for figure in figures)
    size = max(each.size for each in measured) // 1000
    return f"{kind:34}{len(measured):4}{told}{size:7}  {slowest.address[:60]}" + (
        f"  not answered: {wrong[0].status} {wrong[0].address}" if wrong else ""
    )


def at(figures: Sequence[float], share: float) -> float:
    """The figure that this share of them does not exceed."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * share))]


async def measure(archive: Path, each: int, only: str) -> None:
    """Print a line for every kind of page, and one for its JSON."""
    with tempfile.TemporaryDirectory() as folder:
        site = our_site(archive, Path(folder))
        await site.datasette.invoke_startup()
        print(f"{'page':34}{'n':>4}{'median':>8}{'p95':>8}{'cpu':>8}{'p95':>8}{'kB':>7}  slowest", flush=True)
        found_by = await addresses(site, each)
        for page in PAGES:
            found = found_by[page.pattern] if only in page.pattern else []
            for suffix in ("", ".json") if page.has_json else ("",):
                asked = [_with(address, suffix) for address in found]
                if asked:
                    kind = re.sub(r"\(\?P<(\w+)>[^/]*", r"{\1}", page.pattern).replace("\\", "") + suffix
                    print(table(kind, [await site.measured(address) for address in asked]), flush=True)
        site.datasette.executor.shutdown()


def _with(address: str, suffix: str) -> str:
    path, mark, query = address.partition("?")
    return path + suffix + mark + query


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--each", type=int, default=24, help="addresses of each kind")
    parser.add_argument("--only", default="", metavar="WORD", help="only kinds of page whose pattern has it")
    arguments = parser.parse_args()
    asyncio.run(measure(arguments.archive, arguments.each, arguments.only))


if __name__ == "__main__":
    main()
