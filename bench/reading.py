"""Speed of reading and cleaning HTML pages against trafilatura alone, in turn, in one process.

usage: python -m bench.reading [--pages N] [--round N] FOLDER

Prints pages per second of both, the median over the rounds, and the median, least and greatest ratio of a round (above
1: we are faster). README.md beside this says what is timed.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from string import ascii_lowercase
from time import process_time
from typing import NamedTuple

import trafilatura

from morgue import read
from morgue.clean import clean
from morgue.model import Original

PAGES, ROUND = 2000, 100
WORD = re.compile(rb"(?<=[a-z] )(?:the|and|of|to|in)(?= [a-z])")
SAVED = "2024-05-06T00:00:00Z"


class Round(NamedTuple):
    """The seconds that both took for the same pages, and how many pages these were."""

    ours: float
    theirs: float
    pages: int

    @property
    def ratio(self) -> float:
        """How many times as fast we were."""
        return self.theirs / self.ours


def pages(folder: Path) -> list[bytes]:
    """The pages of a folder, in the order of their names.

    Raises:
        SystemExit: there is none.
    """
    files = sorted(file for file in folder.rglob("*") if re.search(r"\.html?(\.gz)?$", file.name))
    if not files:
        raise SystemExit(f"No .html, .htm or .html.gz in {folder}.")
    return [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files]


def changed(page: bytes, turn: int) -> bytes:
    """The page with other words in its text each turn, as many and nearly as long."""
    letters = "".join(ascii_lowercase[int(digit)] for digit in str(turn)).encode()
    return WORD.sub(lambda match: match[0] + letters, page) if turn else page


def repeated(originals: Sequence[bytes], number: int) -> Iterator[bytes]:
    """So many pages: the originals again and again, each turn with other words."""
    turns = (place // len(originals) for place in range(number))
    return (changed(page, turn) for page, turn in zip(islice(cycle(originals), number), turns, strict=True))


def ours(page: bytes) -> object:
    """The page as an article, as a build makes it."""
    found = read.Found("page.html", len(page), SAVED, lambda: BytesIO(page))
    return [clean(record) for record in read.read(found, read.Options()) if isinstance(record, Original)]


def theirs(page: bytes) -> object:
    """The page's text from the same bytes, as trafilatura's users get it."""
    return trafilatura.extract(page)


def seconds(task: Callable[[bytes], object], batch: Sequence[bytes]) -> float:
    """The processor time of a task for all pages of a batch: what else runs on the machine counts less."""
    start = process_time()
    for page in batch:
        task(page)
    return process_time() - start


def rounds(originals: Sequence[bytes], number: int, size: int) -> Iterator[Round]:
    """Rounds of pages, each timed for both; who begins changes."""
    every = repeated(originals, number)
    turn = 0
    while batch := list(islice(every, size)):
        if turn % 2:
            our, their = seconds(ours, batch), seconds(theirs, batch)
        else:
            their, our = seconds(theirs, batch), seconds(ours, batch)
        yield Round(our, their, len(batch))
        turn += 1


def report(measured: Sequence[Round]) -> str:
    """The figures as lines of text."""
    ratios = [each.ratio for each in measured]
    return "\n".join(
        [
            f"{sum(each.pages for each in measured)} pages in {len(measured)} rounds",
            f"ours         {median(each.pages / each.ours for each in measured):7.1f} pages/s",
            f"trafilatura  {median(each.pages / each.theirs for each in measured):7.1f} pages/s",
            f"ratio        {median(ratios):7.2f} (from {min(ratios):.2f} to {max(ratios):.2f})",
        ]
    )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N", help=f"how many, {PAGES} by default")
    parser.add_argument("--round", type=int, default=ROUND, metavar="N", help=f"pages in a round, {ROUND} by default")
    arguments = parser.parse_args()
    warm, *measured = rounds(pages(arguments.folder), arguments.pages + arguments.round, arguments.round)
    print(report(measured or [warm]))


if __name__ == "__main__":
    main()
