"""What the archive knows before a rare name is judged: its common words, its given names, its well-known surnames."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.persons.names import parse
from morgue.link.vocabulary import words
from morgue.model import Clipping

SAMPLE: Final = 2_000  # articles that are enough to tell which words are common
COMMON: Final = 6  # times that a common word is printed small in them
BEARERS: Final = 3  # surnames that stand behind a given name
FAMOUS: Final = 60  # mentions of persons that end in a well-known surname
RARER: Final = 10  # times that its plural is rarer as a surname: the Kochs, but not Roberts

_SMALL = re.compile(r"\b[a-z]{2,}\b")
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class Lore:
    """Folded words: those printed small more often than not, given names, well-known surnames, and their plurals.

    The plurals, `families`, leave out surnames and the plurals of common words.
    """

    common: frozenset[str]
    given: frozenset[str]
    famous: frozenset[str]
    families: frozenset[str] = frozenset()


def lore_of(clippings: Sequence[Clipping]) -> Lore:
    """Read what the archive knows of words and names."""
    given: dict[str, set[str]] = defaultdict(set)
    surnames: Counter[str] = Counter()
    printed = Counter(m.text for clipping in clippings for m in clipping.facts.mentions if m.kind == "person")
    for text, count in printed.items():
        name = parse(text)
        if name.full:
            given[name.given[0]].add(name.surname)
            surnames[name.surname] += count
    common = _common(clippings)
    famous = frozenset(name for name, count in surnames.items() if count >= FAMOUS)
    return Lore(
        common=common,
        given=frozenset(name for name, behind in given.items() if len(behind) >= BEARERS),
        famous=famous,
        families=frozenset(
            plural
            for name in famous - common
            if surnames[plural := _plural(name)] * RARER <= surnames[name] and plural not in given
        ),
    )


def _plural(name: str) -> str:
    return f"{name}es" if name.endswith(("s", "sh", "ch", "x", "z")) else f"{name}s"


def _common(clippings: Sequence[Clipping]) -> frozenset[str]:
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for clipping in clippings[:: max(1, len(clippings) // SAMPLE)]:
        small.update(_SMALL.findall(clipping.article.text))
        capital.update(_CAPITAL.findall(clipping.article.text))
    often = {word for word, count in small.items() if count >= max(COMMON, capital[word.capitalize()])}
    return frozenset(often) | words("stopwords")
