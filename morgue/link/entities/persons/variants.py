"""Full names that are another's: with a word before it, a hyphen more or less, or the other way round."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from morgue.link.entities.names import fold
from morgue.link.entities.persons import alike
from morgue.link.entities.persons.names import PersonName
from morgue.link.vocabulary import words

PAIR: Final = 2  # words of most names
ALL_HIS: Final = 3  # names with one surname that may all be one person's: full, plain and with a nickname
FAR_COMMONER: Final = 5  # times as often printed: then the rarer name is a slip of it, or not what is meant

_QUOTED = re.compile(r"""[“"‘']([A-Z][\w.-]+)[”"’']""")


def variants(first: Mapping[str, PersonName], uses: Mapping[str, int]) -> dict[str, str]:
    """The keys of variants, each with the key of the name that stays.

    Args:
        first: Every full name of the archive by its key.
        uses: How often each key is printed.
    """
    return (
        _with_a_word_before(first, uses)
        | _in_other_order(first, uses)
        | _with_hyphens(first, uses)
        | _twice(first)
        | _nicknames(first)
    )


def _nicknames(first: Mapping[str, PersonName]) -> dict[str, str]:
    """Names with a nickname in quotation marks, where the archive has the nickname as a given name, too.

    Returns:
        The key of “James ‘Whitey’ Roe” → that of Whitey Roe; that of James Roe, too, where nobody else is called Roe.
    """
    found = {}
    surnames = Counter(name.surname for name in first.values())
    for name in first.values():
        nickname = _QUOTED.search(name.printed)
        key = f"{fold(nickname[1])} {name.surname}" if nickname else ""
        if key in first and key != name.key:
            found[name.key] = key
            plain = f"{name.given[0]} {name.surname}"
            if plain in first and plain != key and surnames[name.surname] <= ALL_HIS:
                found[plain] = key
    return found


def _twice(first: Mapping[str, PersonName]) -> dict[str, str]:
    """Names that something printed twice, whole or their last word, where the archive has them once, too.

    Returns:
        The key of “Ada Okafor Okafor” or “Ada Okafor Ada Okafor” → that of Ada Okafor.
    """
    found = {}
    for name in first.values():
        half = len(name.tokens) // 2
        last = name.tokens[:-1] if name.tokens[-2:-1] == name.tokens[-1:] else ()
        once = name.tokens[:half] if name.tokens[:half] == name.tokens[half:] else last
        if len(once) >= PAIR and " ".join(once) in first:
            found[name.key] = " ".join(once)
    return found


def _with_a_word_before(first: Mapping[str, PersonName], uses: Mapping[str, int]) -> dict[str, str]:
    """Far commoner names to which something was added that is no name: “Evangelist Jane Roe”, “Francis Pope”.

    Returns:
        The key of the longer name → the key of the name that it holds.
    """
    found = {}
    given = frozenset(word for name in first.values() if len(name.tokens) == PAIR for word in name.given)
    for name in first.values():
        rest = _rest(name, given)
        if rest and rest in first and uses[rest] >= FAR_COMMONER * uses[name.key]:
            found[name.key] = rest
    return found


def _with_hyphens(first: Mapping[str, PersonName], uses: Mapping[str, int]) -> dict[str, str]:
    """Names with a hyphen more or less than the commonest spelling: Debbie Wasserman-Schultz.

    Returns:
        The key of the rarer spelling → that of the commonest.
    """
    spellings: dict[str, list[str]] = defaultdict(list)
    for key in first:
        spellings[key.replace("-", " ")].append(key)
    found = {}
    for keys in spellings.values():
        commonest = max(keys, key=lambda key: (uses[key], key))
        found.update({key: commonest for key in keys if key != commonest})
    return found


def _in_other_order(first: Mapping[str, PersonName], uses: Mapping[str, int]) -> dict[str, str]:
    """Names with the family first, as Hungary and Japan print them, that the archive has the other way round, too.

    Returns:
        The key of the one that goes → the key of the one that stays: whose first name is a common given name, or else
        the commoner one. Two given names may be two people, and so may a last word that others have for a surname:
        James Martin and Martin James, Lee Thomas and Thomas Lee.
    """
    found = {}
    surnames = Counter(name.surname for name in first.values())
    for name in first.values():
        other = first.get(turned(name) or "")
        if other is None or name.key == other.key or surnames[name.surname] > 1:
            continue
        given = [alike.well_known(each.tokens[0]) for each in (name, other)]
        rarer = (uses[name.key], name.key) < (uses[other.key], other.key)
        if given == [False, True] or (given == [False, False] and rarer):
            found[name.key] = other.key
    return found


def turned(name: PersonName) -> str | None:
    """The key of a name of two words the other way round."""
    return " ".join(reversed(name.tokens)) if len(name.tokens) == PAIR and not name.suffix else None


def _rest(name: PersonName, given: frozenset[str]) -> str | None:
    """The key of the name without the word before it; of a regal one whose title stands behind it."""
    if name.surname in words("names", "regal") and len(name.tokens) == PAIR:
        return f"{name.tokens[0]} regal"
    first, *rest = name.tokens
    if name.family_first or len(rest) < PAIR or alike.well_known(first) or (first in given and len(first) > 1):
        return None
    return " ".join(part for part in (*rest, name.suffix) if part)
