"""Speed of finding an article's facts, quotes included, against the full spaCy pipeline alone, in turn, in one process.

usage: python -m bench.extraction [--every N] [--articles N] [--round N] FILE...

Prints words per second of both, the median over the rounds, and the median, least and greatest ratio of a round (above
1: we are faster). README.md beside this says what is timed.
"""

from __future__ import annotations

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.turns import Task, report, rounds
from morgue import read
from morgue.clean import clean
from morgue.extract import Extractor, load
from morgue.extract.nlp import default_language
from morgue.model import Article, Original

if TYPE_CHECKING:
    from spacy.language import Language

EVERY, ARTICLES, ROUND = 60, 200, 10


def articles(files: Sequence[Path], every: int) -> Iterator[Article]:
    """Every so many-th article of the files, read and cleaned as a build does it."""
    found, _ = read.find(files)
    records = (record for each in found for record in read.read(each, read.Options()))
    originals = (record for record in records if isinstance(record, Original))
    for original in islice(originals, 0, None, every):
        article, _ = clean(original)
        if article is not None:
            yield article


def ours(extractor: Extractor) -> Task[Article]:
    """All facts of each article, as a build finds them."""
    return lambda batch: deque((extractor.facts(article) for article in batch), maxlen=0).clear()


def theirs(language: Language) -> Task[Article]:
    """All components of the same model over the texts, in batches, as spaCy's users run it."""
    return lambda batch: deque(language.pipe([article.text for article in batch]), maxlen=0).clear()


def batches(every: Iterator[Article], size: int) -> Iterator[list[Article]]:
    """The articles, a batch of this size after the other."""
    return iter(lambda: list(islice(every, size)), [])


def words(batch: Sequence[Article]) -> int:
    """How many words a batch has; words are what white space parts."""
    return sum(len(article.text.split()) for article in batch)


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
    work = batches(chosen, arguments.round)
    warm, *measured = rounds(work, ours(extractor), theirs(default_language()), words)
    print(report(measured or [warm], "words", "spaCy"))


if __name__ == "__main__":
    main()
