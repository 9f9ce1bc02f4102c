"""Full names of persons that are a far better known one, misspelt: Avigdor Liberman, Matt Heimblach.

Only towards a name that is printed far more often, under the same given name or a form of it, and only where nobody
else is called like the rarer one, or its article names the other, too. Where it names somebody famous, more letters may
be wrong, or those of the given name: Robert Melendez, Ron Rosenstein.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.lore import Lore
from morgue.link.entities.persons.alike import formal, given_alike, well_known
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.model import Mention, MentionKey

RARE: Final = 2  # mentions up to which a name is doubted
KNOWN: Final = 12  # mentions of the name that was meant; in the same article
BESIDE: Final = 3  # so many are enough
SHORTEST: Final = 6  # letters of a surname in which one wrong letter is no other name
LONG: Final = 9  # letters of a surname in which two wrong ones are none
FAMOUS: Final = 60  # mentions of somebody whose name an article hardly prints beside one that looks like it
FEW: Final = 3  # persons with a surname whose given names are hardly alike by chance
SLIP: Final = 2  # wrong letters of a famous name
ALIKE: Final = 0.92  # Jaro-Winkler of two spellings of one surname


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a full name: who, by which name, in which articles, how often."""

    identity: Identity
    name: PersonName
    articles: frozenset[int]
    count: int


def misspelt(members: Bearers, lore: Lore) -> dict[Identity, Identity]:
    """The persons whose name is a slip for that of another.

    Args:
        members: All identities with their mentions.
        lore: What the archive knows of given names.

    Returns:
        The identity of each → that of the person who was meant.
    """
    people = [_person(one, mentions) for one, mentions in members.items() if one.kind == "person"]
    bearers = Counter(person.name.surname for person in people if person.name.full)
    known: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        if person.name.full and person.count >= BESIDE:
            for block in _blocks(person.name):
                known[block].append(person)
    found = {}
    for rare in people:
        if not rare.name.full or rare.count > RARE or rare.identity.name or len(rare.name.surname) < SHORTEST:
            continue
        alone = bearers[rare.name.surname] == 1 or _is_uncommon(rare.name.given[0], lore)
        same_given, same_surname = _blocks(rare.name)
        near = {other.identity for other in known[same_given] if _is_meant(rare, other, alone=alone)}
        if not near and bearers[rare.name.surname] <= FEW:
            block = same_given if bearers[rare.name.surname] == 1 else same_surname
            near = {other.identity for other in known[block] if _is_famous(rare, other)}
        if len(near) == 1:
            found[rare.identity] = near.pop()
    return found


def _person(identity: Identity, mentions: Mapping[MentionKey, Mention]) -> Person:
    name = parse(commonest(mentions))
    return Person(identity, name, frozenset(number for number, _ in mentions), len(mentions))


def _is_uncommon(given: str, lore: Lore) -> bool:
    """Whether few are called so; an archive too small to know what people are called does not tell."""
    return bool(lore.given) and given not in lore.given and not well_known(given)


def _blocks(name: PersonName) -> tuple[tuple[str, str], tuple[str, str]]:
    """Misspelt names share the given name and the first letter of the surname, or the other way round."""
    return (formal(name.given[0]), name.surname[:1]), (name.given[0][:1], name.surname)


def _is_famous(rare: Person, other: Person) -> bool:
    """Whether a name printed once is that of somebody famous whom its article names, but for a slip."""
    one, two = rare.name, other.name
    if other.count < FAMOUS or rare.count > 1 or rare.articles.isdisjoint(other.articles):
        return False
    plain = all(len(name.given) == 1 and name.given[0].isalpha() and not name.family_first for name in (one, two))
    if not plain or one.suffix != two.suffix:
        return False
    same_surname = one.surname == two.surname
    wrong, right = (one.given[0], two.given[0]) if same_surname else (one.surname, two.surname)
    long = len(right) >= SHORTEST or same_surname
    return long and 0 < DamerauLevenshtein.distance(wrong, right, score_cutoff=SLIP) <= SLIP


def _is_meant(rare: Person, other: Person, *, alone: bool) -> bool:
    """Whether a rare name is a misspelling of another: its surname is nobody else's, or the other stands beside it."""
    beside = not rare.articles.isdisjoint(other.articles)
    if other.count < (BESIDE if beside else KNOWN) or not (beside or alone):
        return False
    one, two = rare.name, other.name
    if one.family_first or two.family_first or one.suffix != two.suffix or not given_alike(one.given[0], two.given[0]):
        return False
    if one.surname == two.surname:
        return False
    if one.surname.replace("rn", "m") == two.surname.replace("rn", "m"):  # as a scan reads it: Corney
        return True
    letters = 1 if len(two.surname) < LONG else 2
    distance = DamerauLevenshtein.distance(one.surname, two.surname, score_cutoff=letters)
    return distance <= letters and JaroWinkler.similarity(one.surname, two.surname) >= ALIKE
