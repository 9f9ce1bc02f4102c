"""Publishing: articles a second, with all that belongs to them, on archives of growing size.

usage: python -m bench.publishing [--workers 2] [--without PART]... [--again] [SIZE or ARCHIVE ...]

A size makes an archive of so many articles (bench/crowded.py). Printed are articles and files a second by the clock,
and by the time that the processors spent on rendering (which tells what an idle machine would do), bytes, and the
memory of the process that keeps the books. With --again each is published a second time into the same folder, where
nothing is left to be written. Search in the browser is measured by bench/static.py.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bench.crowded import write_crowded
from morgue.progress import Steps
from morgue.publish.amounts import in_words
from morgue.publish.options import Options
from morgue.publish.report import Report
from morgue.publish.site import publish, settled

SIZES = ("2000", "20000")
GOAL = 200  # articles a second on two processors
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one archive took, in seconds of the clock."""

    articles: int
    clock: float
    report: Report


def measure(archive: Path, folder: Path, workers: int, without: frozenset[str]) -> Measured:
    """Publish an archive into a folder."""
    options = Options(archive, folder / "site", ROOT, workers=workers, without=without | {"search"})
    with closing(sqlite3.connect(archive)) as db:
        (articles,) = db.execute("SELECT count(*) FROM articles").fetchone()
    began = time.perf_counter()
    with Steps(Console(stderr=True), quiet=True) as steps:
        report = publish(settled(options, every=None), steps)
    return Measured(articles, time.perf_counter() - began, report)


def tell(measured: Measured, workers: int) -> None:
    """Print one row."""
    files, articles = measured.report.total.files, measured.articles
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    ideal = measured.report.rendering / workers
    print(
        f"{articles:,} articles, {files:,} files, {in_words(measured.report.total.bytes)}: "
        f"{articles / measured.clock:,.0f} articles/s, {files / measured.clock:,.0f} files/s by the clock; "
        f"{articles / ideal:,.0f} articles/s with {workers} processors to itself (goal: {GOAL}); "
        f"{measured.report.written:,} files written; {in_words(memory)} of memory"
    )
    for kind, amount in measured.report.kinds.items():
        print(f"    {kind:<12} {amount.files:>9,} files  {in_words(amount.bytes):>10}")


def main() -> None:
    """Publish each archive and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives", nargs="*", default=SIZES)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--without", action="append", default=[])
    parser.add_argument("--again", action="store_true")
    given = parser.parse_args()
    for size in given.archives:
        with tempfile.TemporaryDirectory() as folder:
            archive = write_crowded(Path(folder) / "archive.db", int(size)) if size.isdigit() else Path(size)
            for _ in range(2 if given.again else 1):
                tell(measure(archive, Path(folder), given.workers, frozenset(given.without)), given.workers)


if __name__ == "__main__":
    main()
