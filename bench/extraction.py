"""Speed of finding an article's facts, quotes included, against the full spaCy pipeline alone, in turn, in one process.

usage: python -m bench.extraction [--every N] [--articles N] [--round N] FILE...

Prints words per second of both, the median over the rounds, and the median, least and greatest ratio of a round (above
1: we are faster). README.md beside this says what is timed.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from morgue import read
from morgue.clean import clean
from morgue.extract import Extractor, load
from morgue.extract.nlp import default_language
from morgue.model import Article, Original

if TYPE_CHECKING:
    from spacy.language import Language

EVERY, ARTICLES, ROUND = 60, 200, 10
Task = Callable[[Sequence[Article]], None]


class Round(NamedTuple):
    """The seconds that both took for the same articles, and how many words these have."""

    ours: float
    theirs: float
    words: int

    @property
    def ratio(self) -> float:
        """How many times as fast we were."""
        return self.theirs / self.ours


def articles(files: Sequence[Path], every: int) -> Iterator[Article]:
    """Every so many-th article of the files, read and cleaned as a build does it."""
    found, _ = read.find(files)
    records = (record for each in found for record in read.read(each, read.Options()))
    originals = (record for record in records if isinstance(record, Original))
    for original in islice(originals, 0, None, every):
        article, _ = clean(original)
        if article is not None:
            yield article


def ours(extractor: Extractor) -> Task:
    """All facts of each article, as a build finds them."""
    return lambda batch: deque((extractor.facts(article) for article in batch), maxlen=0).clear()


def theirs(language: Language) -> Task:
    """All components of the same model over the texts, in batches, as spaCy's users run it."""
    return lambda batch: deque(language.pipe([article.text for article in batch]), maxlen=0).clear()


def seconds(task: Task, batch: Sequence[Article]) -> float:
    """The processor time of a task for all articles of a batch: what else runs on the machine counts less."""
    start = process_time()
    task(batch)
    return process_time() - start


def rounds(every: Iterator[Article], size: int, our_task: Task, their_task: Task) -> Iterator[Round]:
    """Rounds of articles, each timed for both; who begins changes."""
    turn = 0
    while batch := list(islice(every, size)):
        if turn % 2:
            our, their = seconds(our_task, batch), seconds(their_task, batch)
        else:
            their, our = seconds(their_task, batch), seconds(our_task, batch)
        yield Round(our, their, sum(len(article.text.split()) for article in batch))
        turn += 1


def report(measured: Sequence[Round]) -> str:
    """The figures as lines of text."""
    ratios = [each.ratio for each in measured]
    return "\n".join(
        [
            f"{sum(each.words for each in measured)} words in {len(measured)} rounds",
            f"ours   {median(each.words / each.ours for each in measured):7.0f} words/s",
            f"spaCy  {median(each.words / each.theirs for each in measured):7.0f} words/s",
            f"ratio  {median(ratios):7.2f} (from {min(ratios):.2f} to {max(ratios):.2f})",
        ]
    )


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--every", type=int, default=EVERY, metavar="N", help=f"each N-th record, {EVERY} by default")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N", help=f"at most, {ARTICLES} by default")
    parser.add_argument("--round", type=int, default=ROUND, metavar="N", help=f"articles a round, {ROUND} by default")
    arguments = parser.parse_args()
    extractor = load()
    read_by_us = (each for each in articles(arguments.files, arguments.every) if extractor.reads(each.language))
    chosen = islice(read_by_us, arguments.articles + arguments.round)
    warm, *measured = rounds(chosen, arguments.round, ours(extractor), theirs(default_language()))
    print(report(measured or [warm]))


if __name__ == "__main__":
    main()
