"""Names as they are looked up: without case, accents and marks, from the beginning of any word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

LONGEST = 40  # characters of a key; whoever has typed so many has typed the name


def lookup_key(name: str) -> str:
    """The name in small letters and digits with single spaces: "São  Tomé-Press" is "sao tome press"."""
    plain = (each for each in unicodedata.normalize("NFKD", name).lower() if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


def lookup_keys(name: str) -> Iterator[str]:
    """What one may type to find the name: all of it, and it from each later word on."""
    words = lookup_key(name).split()
    yield from (" ".join(words[place:])[:LONGEST] for place in range(len(words)))
