"""Speed of a search with facets, against Datasette's own page of the table with `_search` and five facets.

usage: python -m bench.searching [--articles 20000] [--queries 20] [ARCHIVE]

Without an archive one of so many made-up articles is built first, which isn't timed. Both are served in this process
from the same file, and asked in turn for the same words: single ones, of which each is in about 6 % of the made-up
articles, pairs, and single ones within a source. Ours is `/search`, which ranks, folds, marks and counts nine facets;
limits on time are lifted. Prints median and 95th percentile in milliseconds by clock and by processor, the
most hits of a search, and how many times as long Datasette takes.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote_plus

from datasette.app import Datasette

from bench.crowded import write_crowded
from bench.made import SYLLABLES
from bench.pages import Measured, Site, at, our_site

FACETS = ("source_id", "derivation", "wire", "language", "section")
UNLIMITED = {"sql_time_limit_ms": 600_000, "facet_time_limit_ms": 600_000, "suggest_facets": False}


def queries(number: int, words: Sequence[str]) -> Iterator[str]:
    """Query strings in turn for a word, for two, and for a word within the first source."""
    for n in range(number):
        word, other = words[n % len(words)], words[(n * 7 + 3) % len(words)]
        yield (f"q={word}", f"q={word}+{other}", f"q={word}&source=1")[n % 3]


def theirs(query: str) -> str:
    """The same of Datasette's own page of the table."""
    facets = "".join(f"&_facet={name}" for name in FACETS)
    return "/archive/articles?_" + query.replace("q=", "search=", 1).replace("&source=", "&source_id=") + facets


def made_words() -> list[str]:
    """Words that the made-up articles have: of two syllables each."""
    return [first + second for first in SYLLABLES for second in SYLLABLES[1:4]]


async def measure(archive: Path, number: int, words: Sequence[str]) -> None:
    """Ask both in turn and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        ours = our_site(archive, Path(folder), sql_time_limit_ms=UNLIMITED["sql_time_limit_ms"])
        peer = Site(Datasette([str(archive)], settings=UNLIMITED))
        peer.datasette.databases  # noqa: B018 - opened here, not while something is timed
        found: dict[str, list[Measured]] = {"ours": [], "Datasette": []}
        most = 0
        for site in (ours, peer):
            await site.datasette.invoke_startup()
        for query in queries(number, words):
            found["ours"].append(await ours.measured(f"/search?{query}"))
            found["Datasette"].append(await peer.measured(theirs(query).replace("/archive/", f"/{archive.stem}/")))
            most = max(most, (await ours.datasette.client.get(f"/search.json?{query}&size=10")).json()["total"])
        print(report(found, most))
        for site in (ours, peer):
            site.datasette.executor.shutdown()


def report(found: dict[str, list[Measured]], most: int) -> str:
    """The figures as lines of text."""
    lines = [
        f"{len(found['ours'])} searches of up to {most} hits",
        f"{'':10}{'median':>8}{'p95':>8}{'cpu':>8}{'p95':>8}",
    ]
    ends: dict[str, list[float]] = {}
    for name, measured in found.items():
        clock, processor = [each.clock * 1000 for each in measured], [each.processor * 1000 for each in measured]
        ends[name] = [at(clock, 0.5), at(clock, 0.95), at(processor, 0.5), at(processor, 0.95)]
        wrong = sum(each.status != 200 for each in measured)  # noqa: PLR2004
        lines.append(
            f"{name:10}" + "".join(f"{end:8.0f}" for end in ends[name]) + f"  not answered: {wrong}" * bool(wrong)
        )
    ratios = [peer / own for own, peer in zip(ends["ours"], ends["Datasette"], strict=True)]
    return "\n".join([*lines, f"{'ratio':10}" + "".join(f"{ratio:8.1f}" for ratio in ratios)])


def main() -> None:
    """Read the arguments, make an archive where none is given, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--queries", type=int, default=20)
    parser.add_argument(
        "--words", nargs="+", default=made_words(), help="to search for, where the archive is a real one"
    )
    arguments = parser.parse_args()
    words = [quote_plus(word) for word in arguments.words]
    with tempfile.TemporaryDirectory() as folder:
        archive = arguments.archive or write_crowded(Path(folder) / "archive.db", arguments.articles)
        asyncio.run(measure(archive, arguments.queries, words))


if __name__ == "__main__":
    main()
