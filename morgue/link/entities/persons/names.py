"""A person's printed name taken apart: titles, given names, surname, suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from morgue.link.entities.names import MOST_NAMES, POSSESSIVE, fold
from morgue.link.vocabulary import table, words

_MARKS: Final = re.compile(r"[,\[\](){}]")  # an editor's brackets: “[Jeff] Sessions”
_BEFORE_ARTICLE: Final = re.compile(r"(?<=[^\W\d_]{2})-(?=(?:al|el)-\w)", re.IGNORECASE)  # Abu Mahdi-al-Muhandis
SYLLABLE: Final = 5  # letters that a syllable of a Korean or Chinese name has at most


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart, folded. A lone name is a surname without given names.

    `printed` is the name without its titles, as printed; a regal name keeps them (King Salman, whose lone name is the
    whole name). `tokens` are given names and surname in the order printed. Equal names share their `key`; a regal name
    shares it with no surname. `tails` is what the person can be called for short: the surname, and longer ends of the
    name ("Suu Kyi").
    """

    printed: str
    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    suffix: str
    tokens: tuple[str, ...]
    regal: bool
    key: str
    tails: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.printed)

    @property
    def full(self) -> bool:
        """Whether there are given names beside the surname."""
        return bool(self.given)

    @property
    def family_first(self) -> bool:
        """Whether the family name stands before the given name."""
        return bool(self.given) and self.tokens[0] == self.surname


@lru_cache(MOST_NAMES)
def parse(text: str) -> PersonName:
    """Take a person's printed name apart.

    Args:
        text: The name as printed, titles and possessive allowed ("Gov. Brown’s").

    Returns:
        Its parts, folded. Never fails; whatever cannot be told is the surname.
    """
    apart = _BEFORE_ARTICLE.sub(" ", _MARKS.sub(" ", text))
    shown = POSSESSIVE.sub("", " ".join(apart.split())).split()
    folded = [fold(word) for word in shown]
    suffixes = table("names")["suffixes"]
    tail = len(folded)
    while tail > 1 and folded[tail - 1] in suffixes:
        tail -= 1
    suffix = suffixes[folded[tail]] if tail < len(folded) else ""
    head = _title_count(folded[:tail]) or _office_count(shown[:tail])
    tokens = _servants_joined(_initials_joined(_without_articles(folded[head:tail])))
    given, surname = _divide(tokens)
    titles = tuple(folded[:head])
    regal = not given and bool(words("names", "regal").intersection(titles))
    key = " ".join(part for part in (*given, surname, suffix, "regal" if regal else "") if part)
    shown = shown if regal else shown[head:]
    return PersonName(
        " ".join(shown), titles, given, surname, suffix, tokens, regal, key, _tails(tokens, given, surname)
    )


def _tails(tokens: tuple[str, ...], given: tuple[str, ...], surname: str) -> tuple[str, ...]:
    if not given:
        return (surname,)
    if tokens[0] == surname:  # and the last syllable, by which Vietnamese are called
        return (surname, *(token for token in tokens[2:] if len(token) > len("un")))
    particles = words("names", "particles")
    return tuple(" ".join(tokens[i:]) for i in range(1, len(tokens)) if tokens[i - 1] not in particles)


def _title_count(folded: list[str]) -> int:
    titles = words("names", "titles")
    count = 0
    while count < len(folded) - 1 and folded[count] in titles:
        count += 1
    return count


def _office_count(shown: list[str]) -> int:
    """Whether an office's initials stand before two names: DNI James Clapper."""
    first, *rest = shown
    names = len(rest) > 1 and not any(word.isupper() or fold(word) in words("names", "particles") for word in rest)
    return int(names and first.isupper() and first.isalpha() and len(first) > 1)


def _without_articles(folded: list[str]) -> tuple[str, ...]:
    """Drop the Arabic article, alone or with its hyphen: al-Assad, Al Assad, Assad are one."""
    articles = words("names", "articles")
    kept = [_headless(token) for token in folded if token]
    return tuple(t for i, t in enumerate(kept) if not (t in articles and 0 < i < len(kept) - 1)) or tuple(kept)


def _initials_joined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Initials in a row are one given name: J. D. is J.D."""
    joined: list[str] = []
    for i, token in enumerate(tokens):
        if i and len(token) == 1 and len(tokens[i - 1]) == 1:
            joined[-1] += token
        else:
            joined.append(token)
    return tuple(joined)


def _servants_joined(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Abdel Fattah is one given name, as Abdel-Fattah is, where a surname follows."""
    heads = words("names", "servants")
    first = next((i for i, token in enumerate(tokens[:-2]) if token in heads), None)
    if first is None:
        return tokens
    return (*tokens[:first], f"{tokens[first]}-{tokens[first + 1]}", *tokens[first + 2 :])


@cache
def _heads() -> tuple[str, ...]:
    return tuple(f"{article}-" for article in sorted(words("names", "articles")))


def _headless(token: str) -> str:
    if not token.startswith(_heads()):
        return token
    return next((token[len(h) :] for h in _heads() if token.startswith(h) and len(token) > len(h) + 1), token)


def _divide(tokens: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Given names and surname."""
    particles = words("names", "particles")
    if len(tokens) == 1 or tokens[0] in particles:
        return (), " ".join(tokens)
    if _family_first(tokens):
        return ("".join(tokens[1:]).replace("-", ""),), tokens[0]
    start = next((i for i, token in enumerate(tokens) if i and token in particles), len(tokens) - 1)
    return tokens[:start], " ".join(tokens[start:])


def _family_first(tokens: tuple[str, ...]) -> bool:
    """Whether the first of several names is the family's: Xi Jinping, Moon Jae-in, Kim Jong Un."""
    order = table("names")["family_first"]
    if tokens[0] in order["always"]:
        return True
    hyphened = len(tokens) == 2 and "-" in tokens[1]  # noqa: PLR2004 - family name and given name
    syllables = len(tokens) == 3 and all(len(token) <= SYLLABLE for token in tokens)  # noqa: PLR2004 - Kim Jong Un
    return tokens[0] in order["before_two"] and (hyphened or syllables)
