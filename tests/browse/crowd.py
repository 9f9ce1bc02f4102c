"""A larger made-up archive: sixty short articles with names, quotes, dates and stories dealt out by a fixed rule.

Paging, folding and counting are tested on it against sums done by hand in Python.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from morgue.model import (
    Alias,
    Article,
    Build,
    Clipping,
    Derivation,
    Document,
    Entity,
    EntityKind,
    Facts,
    Links,
    Mention,
    Paragraph,
    Precision,
    Quote,
    Source,
    Stated,
    Story,
    Utterance,
    Version,
    uid,
)
from morgue.store import new_archive

SIZE = 60
NAMES: dict[str, EntityKind] = {
    "Ida Brandt": "person",
    "Omar Reyes": "person",
    "Lena Moss": "person",
    "Canal Union": "organization",
    "Tide Office": "organization",
    "Saltmarsh": "place",
    "Upper Quay": "place",
    "Islanders": "group",
}
SOURCES = (Source("Quay Post"), Source("Tide Times"), Source("Marsh Wire", kind="agency"), None)
TOPICS = ("harbour", "bridge", "ferry", "lantern", "market", "storm", "herring", "canal")
DATES: tuple[tuple[str | None, Precision], ...] = ((None, "unknown"), ("2020", "year"), ("2020-05", "month"))
KINDS: tuple[Derivation, ...] = ("original", "copy", "partial", "rewrite")
_NAME = re.compile("|".join(NAMES))


def _article(number: int, dice: random.Random) -> Article:
    topics = dice.sample(TOPICS, dice.randint(1, 4))
    names = dice.sample(list(NAMES), dice.randint(1, 4))
    text = f"The {' and the '.join(topics)} were discussed by {', '.join(names)}."
    if names[0] in ("Ida Brandt", "Omar Reyes", "Lena Moss"):
        text += f"\n\n“The {topics[0]} number {number % 7} can wait,” said {names[0]}."
    published, precision = DATES[number - 1] if number <= len(DATES) else (f"2021-{number % 12 + 1:02}-10", "day")
    lead = Paragraph(0, text.index(".") + 1)
    document = Document(
        f"crowd/{number:02}.txt", "", f"{number:064}", "text/plain", "utf-8", len(text.encode()),
        Stated(external_id=f"crowd-{number}"), "2026-01-01T00:00:00Z",
    )  # fmt: skip
    return Article(
        uid=uid("crowd", str(number)), document=document, headline=f"The {topics[0]} again" if number % 5 else None,
        wire="Marsh Wire" if number % 3 == 0 else None, source=SOURCES[number % 4], published=published,
        precision=precision, basis="metadata" if published else "none", language="en" if number % 2 else "de",
        text=text, layout=(lead,),
    )  # fmt: skip


def _facts(text: str) -> Facts:
    found = list(_NAME.finditer(text))
    mentions = tuple(Mention(m.start(), m.end(), m[0], "NAME", NAMES[m[0]], "rule", 1.0) for m in found)
    said = re.search("“(.*)”", text)
    quotes = (
        (Quote(said.start(1), said.end(1), said[1], "direct", "said", found[-1][0], len(found) - 1, "rule", 1.0),)
        if said
        else ()
    )
    return Facts(mentions=mentions, quotes=quotes)


def clippings() -> tuple[Clipping, ...]:
    """The articles with their facts, in order of publication."""
    dice = random.Random(7)  # noqa: S311 - dealt out, not secret
    articles = sorted((_article(number, dice) for number in range(1, SIZE + 1)), key=lambda a: a.published or "")
    return tuple(Clipping(number, each, _facts(each.text)) for number, each in enumerate(articles, start=1))


def _entities(found: Sequence[Clipping]) -> Iterator[Entity]:
    for name, kind in NAMES.items():
        keys = tuple((c.id, n) for c in found for n, m in enumerate(c.facts.mentions) if m.text == name)
        yield Entity(uid("entity", name), name, kind, None, (Alias(name, len(keys), "exact"),), keys)


def _links(found: Sequence[Clipping]) -> Links:
    groups = [[c.id for c in found if c.id % 17 == rest] for rest in range(17)]
    said: dict[str, list[tuple[int, int]]] = {}
    for clipping in found:
        for n, quote in enumerate(clipping.facts.quotes):
            said.setdefault(quote.text, []).append((clipping.id, n))
    return Links(
        entities=tuple(_entities(found)),
        stories=tuple(Story(uid("story", str(ids)), f"Story {ids[0]}", ids[-1], tuple(ids)) for ids in groups if ids),
        versions=tuple(Version(c.id, KINDS[c.id % 4], None) for c in found),
        utterances=tuple(Utterance(uid("said", text), text, tuple(keys), 1, 0.0) for text, keys in said.items()),
    )


def write_crowd(path: Path) -> Path:
    """Build the archive at `path` and hand the path back."""
    found = clippings()
    with new_archive(path) as archive:
        archive.write(found, _links(found), (), lambda document: zlib.compress(document.path.encode()))
        archive.finish()
        archive.record(Build("2026-01-01T00:00:00Z", "0", "none", "0", {}, {}, {}))
    return path
