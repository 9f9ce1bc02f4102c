"""Which links between articles a reader should judge: some at random, the same ones at every run.

usage: python -m eval.links ARCHIVE [--random N] [--seed N] [--kind KIND] [--words N]

Prints for each link what was found (kind, direction, share, score, the reasons for and against the direction), and of
both articles the source, the date, the headline, the number of words and some of the text. The verdicts are a
person's: is the kind right, and is the direction? docs/derivation.md has the last.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

NUMBER, SEED, WORDS = 50, 1, 40
# "quotes" derives nobody from anybody; it has to be asked for.
MADE = ("copy", "partial", "rewrite")


def chosen(db: sqlite3.Connection, kinds: tuple[str, ...], number: int, seed: int) -> list[sqlite3.Row]:
    """So many of the archive's links of these kinds, in the order of their articles."""
    marks = ", ".join("?" * len(kinds))
    sql = f"select * from reuse where kind in ({marks}) order by article_id, other_id"
    rows = list(db.execute(sql, kinds))
    drawn = random.Random(seed).sample(range(len(rows)), min(number, len(rows)))  # noqa: S311 - a sample
    return [rows[place] for place in sorted(drawn)]


def lines(db: sqlite3.Connection, row: sqlite3.Row, words: int) -> Iterator[str]:
    """One link as a reader needs it."""
    told = json.loads(row["evidence"])
    share = f"containment {row['containment']:.2f}, score {row['score']:.2f}"
    yield f"{row['kind']} {row['direction']} ({share}): {told.get('source')} against {told.get('against')}"
    for number in (row["article_id"], row["other_id"]):
        yield f"    {article(db, number, words)}"


def article(db: sqlite3.Connection, number: int, words: int) -> str:
    """What a reader must see of an article to judge it."""
    uid, headline, wire, published, count, source, text = db.execute(
        "select a.uid, a.headline, a.wire, a.published, a.word_count, s.name, b.text from articles a "
        "join bodies b on b.article_id = a.id left join sources s on s.id = a.source_id where a.id = ?",
        (number,),
    ).fetchone()
    head = ", ".join(str(each) for each in (uid, source, wire, published, headline, f"{count} words") if each)
    return f"{head}: {' '.join(text.split()[:words])} …"


def main() -> None:
    """Prints what is to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--random", type=int, default=NUMBER)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--kind", action="append", choices=(*MADE, "quotes"))
    parser.add_argument("--words", type=int, default=WORDS)
    arguments = parser.parse_args()
    db = sqlite3.connect(arguments.archive.resolve().as_uri() + "?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    for row in chosen(db, tuple(arguments.kind or MADE), arguments.random, arguments.seed):
        print("\n".join(lines(db, row, arguments.words)))


if __name__ == "__main__":
    main()
