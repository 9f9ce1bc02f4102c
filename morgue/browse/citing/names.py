"""The names of authors as citations want them: family name and given names apart, or whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_PERSON = 2  # words that a person's name has at least


@dataclass(frozen=True, slots=True)
class Name:
    """A name. `given` and `suffix` are empty where `family` is the whole name, of a person or a newsroom."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Family name first, as lists are sorted by."""
        return tuple(part for part in (self.family, self.given, self.suffix) if part)


@cache
def _words(kind: str) -> frozenset[str]:
    known = yaml.safe_load((files("morgue.browse.citing") / "names.yml").read_text("utf-8"))
    return frozenset(known[kind].split())


def name(printed: str) -> Name:
    """Take a printed name apart. Where that would be a guess (one word, a newsroom, another script), it stays whole."""
    words = printed.split()
    suffix = words.pop() if len(words) > _PERSON and _plain(words[-1]) in _words("suffixes") else ""
    if len(words) < _PERSON or not _is_persons(words):
        return Name(" ".join(printed.split()))
    words[-1] = words[-1].rstrip(",")
    place = next((n for n, word in enumerate(words) if n and word in _words("particles")), len(words) - 1)
    return Name(" ".join(words[place:]), " ".join(words[:place]), suffix)


def _is_persons(words: list[str]) -> bool:
    """Whether these are a person's names in Latin letters, given names first."""
    text = " ".join(words)
    latin = all(letter < "\u0250" for letter in text if letter.isalpha())
    odd = any(mark in text[:-1] for mark in ",;:/&(@") or any(letter.isdigit() for letter in text)
    return latin and not odd and not any(_plain(word) in _words("rooms") for word in words)


def _plain(word: str) -> str:
    return word.strip(".,").lower()
