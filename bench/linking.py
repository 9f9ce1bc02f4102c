"""Speed of telling who is who: a million mentions of 100,000 names, made up, linked in one process.

usage: python -m bench.linking [--mentions N] [--names N]

Prints the seconds of processor time that linking took, the mentions per second, and how many entities came of it.
Making the mentions is not timed.
"""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator
from random import Random
from time import process_time

from bench.made import SYLLABLES, article
from morgue.link.entities.find import link_entities
from morgue.model import Clipping, EntityKind, Facts, Mention, Paragraph

MENTIONS, NAMES = 1_000_000, 100_000
PER_ARTICLE = 80  # mentions, about what an article of 800 words has
CAST = 12  # names that an article keeps coming back to
SURNAME_ALONE = 0.5  # of the mentions of persons
BODIES = ("Bank", "Council", "Institute", "Union", "Ministry", "Party")
KINDS: tuple[tuple[EntityKind, str], ...] = (("person", "PERSON"), ("organization", "ORG"), ("place", "GPE"))


def word(random: Random) -> str:
    """A made-up word with a capital."""
    return "".join(random.choices(SYLLABLES, k=random.randint(2, 3))).capitalize()


def names(random: Random, count: int) -> list[tuple[str, int]]:
    """Names of persons, bodies and places with the number of their kind, half of them persons'."""
    made: list[tuple[str, int]] = []
    for number in range(count):
        kind = (0, 0, 1, 2)[number % 4]
        body = f" {random.choice(BODIES)}" if kind == 1 else ""
        made.append((f"{word(random)} {word(random)}" if kind == 0 else f"{word(random)}{body}", kind))
    return made


def clippings(random: Random, mentions: int, known: list[tuple[str, int]]) -> Iterator[Clipping]:
    """Articles that are nothing but names, each with a cast of its own, common names more often."""
    for number in range(1, mentions // PER_ARTICLE + 1):
        cast = [known[int(len(known) * random.random() ** 2)] for _ in range(CAST)]
        yield clipping(number, [random.choice(cast) for _ in range(PER_ARTICLE)], random)


def clipping(number: int, printed: list[tuple[str, int]], random: Random) -> Clipping:
    """One article that prints these names."""
    words, mentions, place = [], [], 0
    for name, kind in printed:
        shown = name.split()[-1] if kind == 0 and random.random() < SURNAME_ALONE else name
        mentions.append(Mention(place, place + len(shown), shown, KINDS[kind][1], KINDS[kind][0], "model", 0.7))
        words.append(shown)
        place += len(shown) + len(" and ")
    text = " and ".join(words)
    return Clipping(number, article(number, text, (Paragraph(0, len(text)),)), Facts(mentions=tuple(mentions)))


def main() -> None:
    """Makes, links, tells."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=MENTIONS)
    parser.add_argument("--names", type=int, default=NAMES)
    arguments = parser.parse_args()
    random = Random(1)  # noqa: S311 - made-up names, the same in every run
    made = list(clippings(random, arguments.mentions, names(random, arguments.names)))
    gc.freeze()  # what was made here is not linking's to look through
    begun = process_time()
    entities, _ = link_entities(made)
    seconds = process_time() - begun
    count = sum(len(clipping.facts.mentions) for clipping in made)
    print(f"{count:,} mentions → {len(entities):,} entities in {seconds:.1f} s ({count / seconds:,.0f} a second)")


if __name__ == "__main__":
    main()
