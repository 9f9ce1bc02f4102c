"""Some hundred searches of every kind, dealt out by a fixed rule, for comparing the client with the server."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

_SORTS = ("relevance", "newest", "oldest", "printed", "altered")
_FACETS = ("person", "organization", "place", "group", "speaker", "source", "wire", "derivation", "language")
_ODD = (
    "", "“the", "-", "NOT", "zzzz", "harbuor bridg", "a OR b OR", "NEAR(the of, 3)", '"of the', "st*", "+the +of", "*",
    "U.S.", "the", "naïve", "\u00e9t\u00e9", "1", "2021",
)  # fmt: skip


def searches(archive: Path, number: int) -> list[str]:
    """Query strings: words of the archive joined in every way, narrowed, sorted, folded and paged."""
    dice = random.Random(5)  # noqa: S311 - for variety, not for secrets
    with closing(sqlite3.connect(archive)) as connection:
        words = [
            word
            for (text,) in connection.execute("SELECT lead FROM articles ORDER BY uid LIMIT 400")
            for word in text.split()
        ]
        words += [
            word
            for (name,) in connection.execute("SELECT name FROM entities ORDER BY uid LIMIT 200")
            for word in name.split()
        ]
        values = _values(connection)
    fixed = [urlencode({"q": typed, "in": shelf}) for typed in _ODD for shelf in ("articles", "quotes", "entities")]
    made = [urlencode(list(_search(dice, words, values))) for _ in range(number)]
    return fixed + made


def _values(connection: sqlite3.Connection) -> dict[str, list[str]]:
    rows = connection.execute(
        "SELECT facet, value, label FROM facet_counts ORDER BY facet, article_count DESC, value"
    ).fetchall()
    values: dict[str, list[str]] = {}
    for facet, value, label in rows:
        if facet in _FACETS and len(values.setdefault(facet, [])) < 80:
            values[facet] += [str(value), str(label)]
    values["story"] = [
        uid for (uid,) in connection.execute("SELECT uid FROM stories ORDER BY article_count DESC, uid LIMIT 20")
    ]
    values["about"] = values.get("person", [])
    values["form"] = ["direct", "fragment", "indirect", "nothing"]
    values["altered"] = ["1"]
    return {name: known for name, known in values.items() if known}


def _search(dice: random.Random, words: list[str], values: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    if dice.random() < 0.85:
        yield "q", _typed(dice, words)
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2))):
        name = dice.choice(sorted(values))
        yield name, dice.choice(("", "", "-")) + dice.choice(values[name])
    if dice.random() < 0.15:
        yield dice.choice(("from", "to")), dice.choice(("2016", "2018-03", "2020", "2021-05-10", "2021-08", "nonsense"))
    if dice.random() < 0.3:
        yield "sort", dice.choice(_SORTS)
    yield "in", dice.choice(("articles", "articles", "articles", "quotes", "entities"))
    if dice.random() < 0.2:
        yield "fold", "0"
    if dice.random() < 0.2:
        yield "match", dice.choice(("any", "all"))
    if dice.random() < 0.3:
        yield "size", dice.choice(("10", "50", "3", "x"))


def _typed(dice: random.Random, words: list[str]) -> str:
    some = dice.sample(words, dice.choice((1, 1, 2, 2, 3, 5)))
    form = dice.choice(("{}", "{}", "{}", '"{}"', "+{}", "-{}", "{}*", "OR {}"))
    return " ".join(form.format(word) if n == len(some) - 1 else word for n, word in enumerate(some))
