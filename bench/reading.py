"""Speed of reading and cleaning HTML pages against trafilatura alone, in turn, in one process.

usage: python -m bench.reading [--pages N] [--round N] FOLDER

Prints pages per second of both, the median over the rounds, and the median, least and greatest ratio of a round (above
1: we are faster). README.md beside this says what is timed.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from string import ascii_lowercase

import trafilatura

from bench.turns import report, rounds
from morgue import read
from morgue.clean import clean
from morgue.model import Original

PAGES, ROUND = 2000, 100
WORD = re.compile(rb"(?<=[a-z] )(?:the|and|of|to|in)(?= [a-z])")
SAVED = "2024-05-06T00:00:00Z"


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


def batches(originals: Sequence[bytes], number: int, size: int) -> Iterator[list[bytes]]:
    """So many pages, a batch of this size after the other."""
    every = repeated(originals, number)
    return iter(lambda: list(islice(every, size)), [])


def each_of(task: Callable[[bytes], object]) -> Callable[[Sequence[bytes]], object]:
    """The task for all pages of a batch, one by one."""
    return lambda batch: deque(map(task, batch), maxlen=0)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=PAGES, metavar="N", help=f"how many, {PAGES} by default")
    parser.add_argument("--round", type=int, default=ROUND, metavar="N", help=f"pages in a round, {ROUND} by default")
    arguments = parser.parse_args()
    work = batches(pages(arguments.folder), arguments.pages + arguments.round, arguments.round)
    warm, *measured = rounds(work, each_of(ours), each_of(theirs), len)
    print(report(measured or [warm], "pages", "trafilatura"))


if __name__ == "__main__":
    main()
