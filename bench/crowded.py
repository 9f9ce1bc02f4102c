"""An archive of any size, made up: news of some 300 words with names, quotes and versions, as many a day at any size.

Names are dealt out as in real archives: a few are everywhere, most are named once or twice. Every fifth article is a
copy of the one before it, and prints the same quotes.
"""

from __future__ import annotations

import random
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from bench.made import SYLLABLES
from morgue.model import (
    Alias,
    Article,
    Build,
    Clipping,
    Document,
    Entity,
    EntityKind,
    Facts,
    Links,
    Mention,
    Paragraph,
    Quote,
    Reuse,
    Source,
    Stated,
    Story,
    Utterance,
    Version,
    uid,
)
from morgue.store import new_archive

A_DAY = 40
PARAGRAPHS, WORDS = 9, 30
RARE = 0.25
NAMES_IN = 16  # in an article
SAID_IN = (1, 4, 6)  # the paragraphs that begin with a quote
KINDS: tuple[EntityKind, ...] = ("person", "person", "organization", "place")
COPY_EVERY = 5
SOURCES = tuple(Source(f"The {word.title()} Post", f"{word}.example", "outlet") for word in SYLLABLES)


def write_crowded(path: Path, number: int) -> Path:
    """Build an archive of so many articles at `path`, always the same one, and hand the path back."""
    found = list(clippings(number))
    with new_archive(path) as archive:
        archive.write(found, _links(found), (), lambda document: zlib.compress(document.path.encode() * 40))
        archive.finish()
        archive.record(Build("2026-01-01T00:00:00Z", "0", "none", "0", {}, {"articles": number}, {}))
    return path


def clippings(number: int) -> Iterator[Clipping]:
    """So many articles with their facts, in order of publication."""
    dice = random.Random(7)  # noqa: S311 - dealt out, not secret
    copied: tuple[str, tuple[Paragraph, ...], Facts] | None = None
    for n in range(1, number + 1):
        is_copy = n % COPY_EVERY == 0
        text, layout, facts = copied if is_copy and copied else _written(dice, number)
        copied = (text, layout, facts)
        yield Clipping(n, _article(n, text, layout, dice), facts)


def _written(dice: random.Random, number: int) -> tuple[str, tuple[Paragraph, ...], Facts]:
    """A text with its paragraphs, names and quotes."""
    text, layout = "", list[Paragraph]()
    mentions, quotes = list[Mention](), list[tuple[int, str, int]]()
    for place in range(PARAGRAPHS):
        start = len(text)
        if place in SAID_IN:
            said = _sentence(dice, WORDS // 2)
            quotes.append((start + 1, said, len(mentions)))
            text += f"“{said}” said "
        for words in (WORDS // 3, WORDS // 3):
            name = _name(_number(dice, number))
            if len(mentions) < NAMES_IN:
                mentions.append(Mention(len(text), len(text) + len(name), name, "NAME", _kind(name), "rule", 1.0))
            text += f"{name} {_sentence(dice, words)} "
        text = text.rstrip()
        layout.append(Paragraph(start, len(text)))
        text += "\n\n" if place < PARAGRAPHS - 1 else ""
    told = tuple(
        Quote(start, start + len(said), said, "direct", "said", mentions[who].text, who, "rule", 0.9)
        for start, said, who in quotes
    )
    return text, tuple(layout), Facts(mentions=tuple(mentions), quotes=told)


def _number(dice: random.Random, number: int) -> int:
    """The number of a name: one in four is rare."""
    return dice.randrange(2 * number) if dice.random() < RARE else min(int(dice.paretovariate(0.7)), number)


def _article(n: int, text: str, layout: tuple[Paragraph, ...], dice: random.Random) -> Article:
    day = (date(2001, 1, 1) + timedelta(days=n // A_DAY)).isoformat()
    document = Document(f"{n}.txt", "", f"{n:064}", "text/plain", "utf-8", len(text), Stated(), f"{day}T00:00:00Z")
    headline = text[layout[0].start :].partition(".")[0][:60].strip()
    return Article(
        uid=uid("crowded", str(n)), document=document, headline=headline, source=dice.choice(SOURCES), published=day,
        precision="day", basis="metadata", language="en", text=text, layout=layout,
    )  # fmt: skip


def _links(found: Sequence[Clipping]) -> Links:
    keys: dict[str, list[tuple[int, int]]] = defaultdict(list)
    said: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for clipping in found:
        for n, mention in enumerate(clipping.facts.mentions):
            keys[mention.text].append((clipping.id, n))
        for n, quote in enumerate(clipping.facts.quotes):
            said[quote.text].append((clipping.id, n))
    copies = [clipping.id for clipping in found if clipping.id % COPY_EVERY == 0]
    return Links(
        entities=tuple(
            Entity(uid("entity", name), name, _kind(name), None, (Alias(name, len(of), "exact"),), tuple(of))
            for name, of in keys.items()
        ),
        stories=tuple(_stories(found)),
        versions=tuple(
            Version(c.id, "copy", c.id - 1) if c.id % COPY_EVERY == 0 else Version(c.id, "original", None)
            for c in found
        ),
        reuse=tuple(Reuse(n, n - 1, "copy", "of", 1.0, 1.0, {}, "rule") for n in copies),
        utterances=tuple(Utterance(uid("said", text), text, tuple(of), 1, 0.0) for text, of in said.items()),
    )


def _stories(found: Sequence[Clipping]) -> Iterator[Story]:
    for clipping in found:
        if clipping.id % COPY_EVERY:
            has_copy = clipping.id % COPY_EVERY == COPY_EVERY - 1 and clipping.id < len(found)
            members = (clipping.id, clipping.id + 1) if has_copy else (clipping.id,)
            headline = clipping.article.headline or ""
            yield Story(uid("story", str(clipping.id)), headline, clipping.id, members)


def _sentence(dice: random.Random, words: int) -> str:
    return " ".join(_word(dice.randrange(4000)) for _ in range(words)) + "."


@cache
def _word(n: int) -> str:
    first, rest = n % len(SYLLABLES), n // len(SYLLABLES)
    return SYLLABLES[first] + (_word(rest) if rest else "")


@cache
def _name(n: int) -> str:
    return f"{_word(n * 7919 % 400_009 + 400).title()} {_word(n * 104_729 % 60_013 + 400).title()}"


def _kind(name: str) -> EntityKind:
    return KINDS[len(name) % len(KINDS)]
