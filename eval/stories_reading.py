"""Which stories and links a reader should judge: the largest stories, and random pairs of articles within one story.

usage: python -m eval.stories_reading ARCHIVE [--top N] [--random N] [--seed N]

Prints each of the largest stories with its articles, then each random pair in one line, with what one of them took from
the other. The same ones come at every run. The verdicts are a person's: docs/stories.md has the last.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

NUMBER, SEED = 50, 1
WIDTH = 90  # of a headline

_LINE = "select coalesce(published, 'undated'), derivation, coalesce(headline, lead) from articles where id = ?"
_TAKEN = "select kind from reuse where (article_id = ? and other_id = ?) or (article_id = ? and other_id = ?)"


def largest(db: sqlite3.Connection, number: int) -> Iterator[str]:
    """The stories with most articles, each with its headline and its articles by number."""
    found = db.execute("select id, headline, article_count from stories order by 3 desc, uid limit ?", (number,))
    for story, headline, count in found.fetchall():
        yield f"{count} articles: {headline[:WIDTH]}"
        yield from (f"    {line(db, row[0])}" for row in _members(db, story))


def links(db: sqlite3.Connection, number: int, seed: int) -> Iterator[str]:
    """Random pairs of articles of one story."""
    stories = [row[0] for row in db.execute("select id from stories where article_count > 1 order by uid")]
    pairs = [pair for story in stories for pair in combinations([row[0] for row in _members(db, story)], 2)]
    for one, other in random.Random(seed).sample(pairs, min(number, len(pairs))):  # noqa: S311 - a sample
        taken = db.execute(_TAKEN, (one, other, other, one)).fetchone()
        yield f"{taken[0] if taken else 'nothing taken'}: {line(db, one)} || {line(db, other)}"


def line(db: sqlite3.Connection, article: int) -> str:
    """An article as a reader needs it: its day, what it is in its story, its headline."""
    published, derivation, headline = db.execute(_LINE, (article,)).fetchone()
    return f"{published[:10]} {derivation}: {' '.join(headline.split())[:WIDTH]}"


def _members(db: sqlite3.Connection, story: int) -> list[tuple[int]]:
    return db.execute("select id from articles where story_id = ? order by uid", (story,)).fetchall()


def main() -> None:
    """Prints what is to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--top", type=int, default=NUMBER)
    parser.add_argument("--random", type=int, default=NUMBER)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    db = sqlite3.connect(arguments.archive.resolve().as_uri() + "?mode=ro", uri=True)
    print("\n".join([*largest(db, arguments.top), "", *links(db, arguments.random, arguments.seed)]))


if __name__ == "__main__":
    main()
