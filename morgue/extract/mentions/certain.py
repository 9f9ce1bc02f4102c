"""Names that are certain whatever the model says: countries, their capitals and people, international bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from morgue.extract.mentions.merge import merged, touching
from morgue.extract.mentions.model import LABELS
from morgue.extract.vocabulary import vocabulary
from morgue.model import EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIDENCE = 0.95
SHOUTED_LENGTH = 4  # datelines and some headlines are in capitals; shorter names would be initials
CAPITALISED = re.compile(r"(?<![\w.])(?:al-)?[^\W\d_a-z][\w.]*")


GOES_ON = re.compile(r"\w|\s?\$")  # "Chinatown", "US$5"


@dataclass(frozen=True, slots=True)
class Certain:
    """An entry of the gazetteer. `unsure`: also the name of something else, so the model decides there."""

    name: str
    kind: EntityKind
    unsure: bool = False


def certain_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Known names with their known kind, where the model has another kind, a part of the name, or nothing."""
    return merged(mentions, (m for m in _known(text) if _mends(m, mentions)))


def _mends(known: Mention, mentions: tuple[Mention, ...]) -> bool:
    there = touching(mentions, known.start, known.end)
    return [(m.start, m.end, m.kind) for m in there] != [(known.start, known.end, known.kind)]


def _known(text: str) -> Iterator[Mention]:
    """Every name of the gazetteer in the text, the longest at each place."""
    table = _table()
    for word in CAPITALISED.finditer(text):
        for entry in table.get(_key(word[0]), ()):
            start, end = word.start(), word.start() + len(entry.name)
            if text.startswith(entry.name, start) and not entry.unsure and not GOES_ON.match(text, end):
                label = LABELS[entry.kind]
                yield Mention(start, end, text[start:end], label, entry.kind, "gazetteer", CONFIDENCE)
                break


def is_certain(name: str) -> bool:
    """Whether the gazetteer has the name, and nobody else is called so."""
    return any(entry.name == name and not entry.unsure for entry in _table().get(_key(name.partition(" ")[0]), ()))


@cache
def _table() -> dict[str, list[Certain]]:
    """The gazetteer by the first word of each name, longer names first."""
    table: dict[str, list[Certain]] = {}
    shouted = (replace(entry, name=entry.name.upper()) for entry in _entries() if len(entry.name) >= SHOUTED_LENGTH)
    for entry in sorted({*_entries(), *shouted}, key=lambda e: (-len(e.name), e.name, e.kind, e.unsure)):
        word = CAPITALISED.match(entry.name)
        if word:
            table.setdefault(_key(word[0]), []).append(entry)
    return table


def _key(word: str) -> str:
    """A word as the table knows it: "Russia." at the end of a sentence is "Russia", and "U.S." is "U.S"."""
    return word.rstrip(".")


def _entries() -> Iterator[Certain]:
    gazetteer = vocabulary("gazetteer")
    for country, facts in gazetteer["places"].items():
        for name in (country, *facts.get("also", ()), *facts.get("capital", ())):
            yield Certain(name, "place", unsure=facts.get("unsure", False) and name == country)
        yield from (Certain(name, "group") for name in facts.get("of", ()))
    yield from (Certain(name, "place") for name in gazetteer["regions"]["places"])
    yield from (Certain(name, "group") for name in gazetteer["regions"]["of"])
    yield from (Certain(name, "organization") for name in gazetteer["bodies"])
