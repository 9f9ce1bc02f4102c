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

MOST_NAMES: Final = 1 << 18  # how many spellings the caches remember

POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’‘`´‐‑", "''''--")  # and hyphens that are none


@lru_cache(MOST_NAMES)
def fold(text: str) -> str:
    """Lower case, no accents, no full stops, no possessive, single spaces: "Orbán’s" → "orban"."""
    bare = POSSESSIVE.sub("", " ".join(text.split()).strip(" ,;:\"“”‘’'()"))
    plain = unicodedata.normalize("NFKD", bare.casefold().translate(_APOSTROPHES)).casefold()
    spelt = "".join(_letters().get(c, c) for c in plain if not unicodedata.combining(c))
    return " ".join(spelt.replace(".", " " if re.search(r"\.\w\w", spelt) else "").split())


@cache
def _letters() -> Mapping[str, str]:
    letters: Mapping[str, str] = table("names")["letters"]
    return letters


@lru_cache(MOST_NAMES)
def fold_body(text: str) -> str:
    """Fold the name of a body or place: no leading "the", no full stops, no legal form, one spelling of each word."""
    spellings = table("bodies")["spellings"]
    spelt = (spellings.get(word, word) for word in fold(text).split())
    tokens = re.sub(r"[-,/()\[\]\"]|'(?=\s|$)", " ", " ".join(spelt)).replace("&", "").split()
    if len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    for long, short in table("bodies")["leading"].items():
        if " ".join(tokens).startswith(f"{long} "):
            tokens = [short, *tokens[len(long.split()) :]]
    legal = words("bodies", "legal_forms")
    while len(tokens) > 1 and (tokens[-1] in legal or tokens[-1] == "and"):
        tokens = tokens[:-1]
    return " ".join(tokens)
