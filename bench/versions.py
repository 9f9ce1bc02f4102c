"""Speed of telling who copied whom: made-up archives of growing size, each linked in one process.

usage: python -m bench.versions [SIZE …]

Of the articles half stand alone; the others are stories of four: an original, a copy with small changes, one cut to
its first half, and a rewrite that says it in other words and another order. About a hundred articles belong to one
affair and share some of its words. As many are printed each day, whatever the size. For each size it prints the
seconds of processor time that comparing them and telling stories took, what each of the steps took, and the share of
the true pairs that were found. For the smallest it also tries every article with every other one, and prints the share
of what that finds. Making the articles is not timed.
"""

from __future__ import annotations

import argparse
import gc
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from time import process_time

from bench.made import SYLLABLES, article
from morgue.link.stories.telling import tell_stories
from morgue.link.versions import reuse
from morgue.link.versions.candidates import LEAST_COSINE, Candidate
from morgue.link.versions.comparison import compare
from morgue.link.versions.stock import without_stock
from morgue.link.versions.texts import Texts, read_texts
from morgue.link.versions.vectors import Vectors, vectorise
from morgue.model import Clipping, Facts, Paragraph

STEPS = ("reading", "weighing", "stock", "comparing", "stories")
SIZES = (5_000, 10_000, 20_000)
VERSIONS = 4  # articles of a story, its original included
SENTENCES, WORDS = 20, 18
VOCABULARY = 40_000
STOPWORDS = "the of a to in and was for on that by with at from it as".split(" ")  # noqa: SIM905 - easier read
A_DAY = 40  # articles
FIRST_DAY = date(2020, 1, 1)
AFFAIR = 100  # articles on one affair
TOPIC = 15  # words that the stories of an affair, and as many that those of a story, keep coming back to
NAMES = 8  # of persons and places in a story
STOPPED, TOPICAL = 0.4, 0.35  # shares of words that are stopwords, and that are of the topic
REWORDED, EDITED = 0.6, 0.03  # share of words that a rewrite and a light edit change
ROWS_AT_ONCE = 250

Pair = tuple[int, int]
Lines = list[list[str]]


class Newsroom:
    """Makes words and articles; common words come more often, as they do in any language."""

    def __init__(self, random: Random, articles: int) -> None:
        self._random = random
        self._words = ["".join(random.choices(SYLLABLES, k=random.randint(2, 5))) for _ in range(VOCABULARY)]
        self._other = {word: random.choice(self._words) for word in self._words}
        self._affairs = [[self._word() for _ in range(TOPIC)] for _ in range(1 + articles // AFFAIR)]

    def original(self) -> Lines:
        """A new article: sentences of stopwords, of words that its story keeps coming back to, and of any others."""
        names = [random_name(self._random) for _ in range(NAMES)]
        topic = [*self._random.choice(self._affairs), *(self._word() for _ in range(TOPIC)), *names]
        return [[self._next(topic) for _ in range(WORDS)] for _ in range(SENTENCES)]

    def copy(self, lines: Lines) -> Lines:
        """The same with a word changed here and there."""
        return [[self._changed(word, EDITED) for word in line] for line in lines]

    def cut(self, lines: Lines) -> Lines:
        """Its first half."""
        return lines[: len(lines) // 2]

    def rewrite(self, lines: Lines) -> Lines:
        """Most sentences again, most words replaced by their synonyms, names kept, clauses in another order."""
        kept = lines[: len(lines) * 4 // 5]
        return [self._turned([self._changed(word, REWORDED) for word in line]) for line in kept]

    def _next(self, topic: Sequence[str]) -> str:
        chance = self._random.random()
        if chance < STOPPED:
            return self._random.choice(STOPWORDS)
        return self._random.choice(topic) if chance < STOPPED + TOPICAL else self._word()

    def _word(self) -> str:
        return self._words[int(VOCABULARY * self._random.random() ** 3)]

    def _changed(self, word: str, share: float) -> str:
        return self._other.get(word, word) if self._random.random() < share else word

    def _turned(self, line: list[str]) -> list[str]:
        middle = self._random.randint(4, len(line) - 4)
        return line[middle:] + line[:middle]


def random_name(random: Random) -> str:
    """A name, of which an archive has many thousands."""
    return "".join(random.choices(SYLLABLES, k=4)).capitalize()


def archive(size: int) -> tuple[list[Clipping], list[Pair]]:
    """So many articles in random order, and the numbers of each original with each of its versions."""
    random = Random(size)  # noqa: S311 - made-up words, the same in every run
    newsroom = Newsroom(random, size)
    stories: list[list[Lines]] = [[newsroom.original()] for _ in range(size // 2)]
    for _ in range((size - len(stories)) // VERSIONS):
        lines = newsroom.original()
        stories.append([lines, newsroom.copy(lines), newsroom.cut(lines), newsroom.rewrite(lines)])
    numbers = random.sample(range(1, size + 1), sum(map(len, stories)))
    made: list[Clipping] = []
    pairs: list[Pair] = []
    days = size // A_DAY + 1
    for place, versions in enumerate(stories):
        day = FIRST_DAY + timedelta(days=place % days)
        first, *others = (numbers.pop() for _ in versions)
        made.extend(clipping(n, lines, day) for n, lines in zip((first, *others), versions, strict=True))
        pairs.extend((min(first, other), max(first, other)) for other in others)
    return sorted(made, key=lambda each: each.id), sorted(pairs)


def clipping(number: int, lines: Lines, day: date) -> Clipping:
    """One article of these sentences, two to a paragraph, printed on this day."""
    printed = [" ".join(line).capitalize() + "." for line in lines]
    text = "\n\n".join(" ".join(printed[place : place + 2]) for place in range(0, len(printed), 2))
    layout = tuple(Paragraph(*match.span()) for match in re.finditer(r"[^\n]+", text))
    dated = replace(article(number, text, layout), published=day.isoformat(), precision="day")
    return Clipping(number, dated, Facts())


def brute_force(texts: Texts, vectors: Vectors, clippings: Sequence[Clipping]) -> set[Pair]:
    """What the rules say of every article with every other one as near as a candidate must be, without any index."""
    columns = vectors.articles.T.tocsr()
    found: set[Pair] = set()
    for start in range(0, len(clippings), ROWS_AT_ONCE):
        near = (vectors.articles[start : start + ROWS_AT_ONCE] @ columns).tocoo()
        kept = (near.data >= LEAST_COSINE) & (near.row + start < near.col)
        for row, there, cosine in zip(near.row[kept], near.col[kept], near.data[kept], strict=True):
            pair = Candidate(int(row) + start, int(there), float(cosine))
            measured = compare(texts.texts, vectors, pair)
            if any(rule.holds(measured) for rule in reuse.RULES):
                found.add((clippings[pair.here].id, clippings[pair.there].id))
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """What comparing came to, and the seconds of each of its steps."""

    texts: Texts
    vectors: Vectors
    pairs: set[Pair]
    seconds: dict[str, float]


def compared(clippings: Sequence[Clipping]) -> Told:
    """Compares an archive as a build does."""
    times = [process_time()]
    texts = read_texts(clippings)
    times.append(process_time())
    vectors = vectorise(texts)
    times.append(process_time())
    texts = without_stock(texts, vectors.articles)
    times.append(process_time())
    rows = reuse.find_reuse(clippings, texts, vectors)
    times.append(process_time())
    tell_stories(clippings, rows, texts)
    times.append(process_time())
    seconds = [after - before for before, after in pairwise(times)]
    pairs = {(min(row.article_id, row.other_id), max(row.article_id, row.other_id)) for row in rows}
    return Told(texts, vectors, pairs, dict(zip(STEPS, seconds, strict=True)))


def share(part: int, whole: int) -> str:
    """A share in words."""
    return f"{part:,} of {whole:,} ({part / max(1, whole):.1%})"


def measure(size: int, *, by_brute_force: bool) -> None:
    """Prints the figures of one archive."""
    clippings, pairs = archive(size)
    gc.freeze()  # what was made here is not comparing's to look through
    told = compared(clippings)
    each = ", ".join(f"{name} {seconds:.1f}" for name, seconds in told.seconds.items())
    print(f"{size:,} articles: {sum(told.seconds.values()):.1f} s ({each})")
    print(f"  true pairs found: {share(len(told.pairs & set(pairs)), len(pairs))}")
    if by_brute_force:
        every = brute_force(told.texts, told.vectors, clippings)
        print(f"  of what brute force finds: {share(len(told.pairs & every), len(every))}")
    gc.unfreeze()


def main() -> None:
    """Makes, compares, tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE")
    sizes = sorted(parser.parse_args().sizes)
    for size in sizes:
        measure(size, by_brute_force=size == sizes[0])


if __name__ == "__main__":
    main()
