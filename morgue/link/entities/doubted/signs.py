"""Signs of the form of a rare name: how it is built. What each weighs is said in evidence.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.known import known
from morgue.link.entities.lore import Lore
from morgue.link.entities.persons.alike import well_known
from morgue.link.entities.persons.names import parse
from morgue.link.entities.places.gazetteer import spot
from morgue.link.vocabulary import words

Sign = Callable[[str, Lore], bool]

MOST_NAMES: Final = 4  # words of a person's name, particles left aside
LONE_LETTERS: Final = 2  # letters of a word that is no name unless they are initials

_INITIAL = re.compile(r"\b[A-Z]\.")
_ACRONYM = re.compile(r"[A-Z][A-Z.&\d-]{1,8}s?")
_ODD = re.compile(r"[\[\]():;|/@#_?!“”\"]|\d|\s[-–—]|[-–—]\s|^The[A-Z]")
_BETWEEN = re.compile(r"[\s-]+")


def given_name(name: str, lore: Lore) -> bool:
    """It begins with what people are commonly called, or what several of the archive are."""
    first = parse(name).given[:1]
    return bool(first) and (well_known(first[0]) or first[0] in lore.given)


def initials(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It has an initial: Ada B. Okafor."""
    return bool(_INITIAL.search(name))


def two_names(name: str, lore: Lore) -> bool:
    """It is two or more words with capitals, none a common word."""
    particles = words("names", "particles")
    tokens = [token for token in _BETWEEN.split(name) if names.fold(token) not in particles]
    return 1 < len(tokens) <= MOST_NAMES and all(t[:1].isupper() and names.fold(t) not in lore.common for t in tokens)


def common_word(name: str, lore: Lore) -> bool:
    """One of its words is printed small more often."""
    return any(names.fold(token) in lore.common for token in _BETWEEN.split(name))


def common_last(name: str, lore: Lore) -> bool:
    """Its last word is, and is nothing that bodies or places end in."""
    last = name.rsplit(maxsplit=1)[-1]
    return names.fold(last) in lore.common and not is_noun(last)


def lone(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It is one word."""
    return " " not in name


def short(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It is a word of one or two letters that are no initials."""
    return len(name) <= LONE_LETTERS and not name.isupper()


def acronym(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It is one word of capitals."""
    return bool(_ACRONYM.fullmatch(name))


def noun(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It ends in what bodies, places or laws are called, or has such a word before “of” or “for”."""
    tokens = name.split()
    heads = [one for one, other in pairwise(tokens) if other in {"of", "for", "on", "at"}]
    legal = names.fold(tokens[-1]) in words("bodies", "legal_forms")
    return legal or any(is_noun(word) for word in (tokens[-1], *heads))


def gazetteer(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """The gazetteer has it."""
    return spot(name) is not None


def odd(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It has figures or marks that names have not."""
    return bool(_ODD.search(name))


def small_word(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It has small words that names have not."""
    usual = words("bodies", "small_words") | words("names", "particles") | words("names", "articles")
    return any(token.islower() and token not in usual for token in _BETWEEN.split(name))


def famous(name: str, lore: Lore) -> bool:
    """It has a well-known surname among other words."""
    return " " in name and any(names.fold(token) in lore.famous for token in name.split())


def two_known(name: str, lore: Lore) -> bool:  # noqa: ARG001 - a sign's shape
    """It is two names that the tables know: “State Department and Department of Justice”."""
    one, _, other = name.partition(" and ")
    return names.fold_body(one) in known() and names.fold_body(other) in known()


def is_noun(word: str) -> bool:
    """Whether bodies, places, laws or events end in this word."""
    nouns, bare = words("evidence", "nouns"), word.rstrip(".,")
    return bare in nouns or bare.removesuffix("s") in nouns or bare.removesuffix("ies") + "y" in nouns


FORM: Final[Mapping[str, Sign]] = {
    sign.__name__: sign
    for sign in (
        *(given_name, initials, two_names, common_word, common_last, lone, short, acronym),
        *(noun, gazetteer, odd, small_word, famous, two_known),
    )
}
