"""Which entities a reader should judge: the most mentioned, and some at random, the same ones at every run.

usage: python -m eval.reading ARCHIVE [--top N] [--random N] [--unresolved N] [--seed N] [--contexts N]

Prints one entity a line: kind, name, mentions, and the other forms of its name; with --contexts also how the texts
print it. Names that no entity has come last, with --unresolved, under their share of all.
The verdicts are a person's: docs/entities.md has the last.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

NUMBER, SEED = 200, 1
FORMS = 8  # other forms of a name to show
AROUND = 40  # characters before and after a name


def chosen(db: sqlite3.Connection, top: int, some: int, seed: int) -> list[int]:
    """The numbers of the entities to read: the most mentioned first, then the random ones in order of their names."""
    ranked = [row[0] for row in db.execute("select id from entities order by mention_count desc, name, uid")]
    by_name = {row[0]: row[1] for row in db.execute("select id, name from entities")}
    drawn = random.Random(seed).sample(sorted(ranked, key=lambda n: (by_name[n], n)), min(some, len(ranked)))  # noqa: S311 - a sample
    return ranked[:top] + sorted(drawn, key=lambda n: (by_name[n], n))


def line(db: sqlite3.Connection, entity: int) -> str:
    """One entity as a reader needs it."""
    name, kind, about, count = db.execute(
        "select name, kind, about, mention_count from entities where id = ?", (entity,)
    ).fetchone()
    forms = db.execute(
        "select name, mention_count from aliases where entity_id = ? order by mention_count desc, name limit ?",
        (entity, FORMS),
    )
    also = ", ".join(f"{form} {times}" for form, times in forms)
    return f"{kind}: {name}{f' (about {about})' if about else ''}: {count}: {also}"


def contexts(db: sqlite3.Connection, entity: int, number: int) -> Iterator[str]:
    """Some of the places where the name is printed."""
    rows = db.execute(
        "select substr(b.text, max(m.start_char + 1 - ?, 1), m.end_char - m.start_char + 2 * ?) from mentions m "
        "join bodies b on b.article_id = m.article_id where m.entity_id = ? order by m.id limit ?",
        (AROUND, AROUND, entity, number),
    )
    yield from (f"    … {' '.join(row[0].split())} …" for row in rows)


def unresolved(db: sqlite3.Connection, some: int, seed: int) -> Iterator[str]:
    """The share of mentions that no entity has, and some of them with the text around."""
    every, none = db.execute("select count(*), sum(entity_id is null) from mentions").fetchone()
    yield f"{none or 0} of {every} mentions have no entity"
    numbers = [row[0] for row in db.execute("select id from mentions where entity_id is null order by id")]
    for number in sorted(random.Random(seed).sample(numbers, min(some, len(numbers)))):  # noqa: S311 - a sample
        text, start, end = db.execute(
            "select b.text, m.start_char, m.end_char from mentions m join bodies b on b.article_id = m.article_id "
            "where m.id = ?",
            (number,),
        ).fetchone()
        shown = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND]}"
        yield f"    … {' '.join(shown.split())} …"


def main() -> None:
    """Prints what is to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--top", type=int, default=NUMBER)
    parser.add_argument("--random", type=int, default=NUMBER)
    parser.add_argument("--unresolved", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--contexts", type=int, default=0)
    arguments = parser.parse_args()
    db = sqlite3.connect(arguments.archive.resolve().as_uri() + "?mode=ro", uri=True)
    for entity in chosen(db, arguments.top, arguments.random, arguments.seed):
        print("\n".join([line(db, entity), *contexts(db, entity, arguments.contexts)]))
    if arguments.unresolved:
        print("\n".join(unresolved(db, arguments.unresolved, arguments.seed)))


if __name__ == "__main__":
    main()
