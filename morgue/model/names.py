"""Names as they are looked up: without case, accents and marks, from the beginning of any word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

SMALL = frozenset(["and", "at", "for", "in", "of", "on", "the", "to"])  # no name is looked for from such a word on
LONGEST = 40  # characters of a key; whoever has typed so many has typed the name


def lookup_key(name: str) -> str:
    """The name in small letters and digits with single spaces: "São  Tomé-Press" is "sao tome press"."""
    plain = (each for each in unicodedata.normalize("NFKD", name).lower() if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


def lookup_keys(name: str) -> Iterator[str]:
    """What one may type to find the name: all of it, and it from each later word on."""
    words = lookup_key(name).split()
    for place, word in enumerate(words):
        if place == 0 or word not in SMALL:
            yield " ".join(words[place:])[:LONGEST]
