"""Full names that are another's: with a word before it, a hyphen more or less, or the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from morgue.link.entities.persons import alike
from morgue.link.entities.persons.names import PersonName
from morgue.link.vocabulary import words

PAIR: Final = 2  # words of most names
FAR_COMMONER: Final = 5  # times as often printed: then the rarer name is a slip of it, or not what is meant


def variants(first: Mapping[str, PersonName], uses: Mapping[str, int]) -> dict[str, str]:
    """The keys of variants, each with the key of the name that stays.

    Args:
        first: Every full name of the archive by its key.
        uses: How often each key is printed.
    """
    return _with_a_word_before(first, uses) | _in_other_order(first, uses) | _with_hyphens(first, uses)


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
