"""Names as words: the vocabulary, and folding, so that spellings of one name compare equal.

Nothing here knows of articles. The vocabulary stands in the YAML files of this folder.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from morgue.link.vocabulary import table, words

MOST_NAMES: Final = 1 << 19  # how many spellings the caches remember

POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_STOP_WITHIN = re.compile(r"\.\w\w")
_MARKS = re.compile(r"[-,/()\[\]\"]|'(?=\s|$)")
_APOSTROPHES = str.maketrans("’‘`´‐‑", "''''--")  # and hyphens that are none


@lru_cache(MOST_NAMES)
def fold(text: str) -> str:
    """Lower case, no accents, no full stops, no possessive, single spaces: "Orbán’s" → "orban"."""
    bare = POSSESSIVE.sub("", " ".join(text.split()).strip(" ,;:\"“”‘’'()"))
    small = bare.casefold().translate(_APOSTROPHES)
    spelt = small if small.isascii() else _in_plain_letters(small)
    if "." in spelt:
        spelt = spelt.replace(".", " " if _STOP_WITHIN.search(spelt) else "")
    return " ".join(spelt.split())


def _in_plain_letters(small: str) -> str:
    plain = unicodedata.normalize("NFKD", small).casefold()
    return "".join(_letters().get(c, c) for c in plain if not unicodedata.combining(c))


@cache
def _letters() -> Mapping[str, str]:
    letters: Mapping[str, str] = table("names")["letters"]
    return letters


@cache
def _leading() -> tuple[tuple[list[str], str], ...]:
    return tuple((long.split(), short) for long, short in table("bodies")["leading"].items())


@lru_cache(MOST_NAMES)
def fold_body(text: str) -> str:
    """Fold the name of a body or place: no leading "the", no full stops, no legal form, one spelling of each word."""
    spellings = table("bodies")["spellings"]
    spelt = (spellings.get(word, word) for word in fold(text).split())
    tokens = _MARKS.sub(" ", " ".join(spelt)).replace("&", "").split()
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    for long, short in _leading():
        if tokens[: len(long)] == long and len(tokens) > len(long):
            tokens = [short, *tokens[len(long) :]]
    legal = words("bodies", "legal_forms")
    while len(tokens) > 1 and (tokens[-1] in legal or tokens[-1] == "and"):
        tokens = tokens[:-1]
    return " ".join(tokens)
