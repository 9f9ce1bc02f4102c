"""A name as it is printed most, with what the archive knows: what the rules for forms that name nobody look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.kinds import majority
from morgue.link.entities.lore import Lore
from morgue.link.entities.names import fold, fold_body
from morgue.link.entities.verdicts import Bearers, Identity, Members
from morgue.model import EntityKind

RARE: Final = 2  # mentions up to which names run together are doubted
KNOWN: Final = 3  # mentions of a person or body that the archive knows


@dataclass(frozen=True, slots=True)
class Known:
    """Folded names that the archive knows well: full names of persons, and bodies of several words."""

    people: frozenset[str]
    bodies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """The commonest form of an identity, with its kind, how often it is printed, and what the archive knows."""

    text: str
    kind: EntityKind
    count: int
    lore: Lore
    archive: Known


def form_of(identity: Identity, mentions: Members, lore: Lore, archive: Known) -> Form:
    """The form by which an identity is judged."""
    return Form(
        commonest(mentions), identity.kind or majority(mentions.values(), identity.key), len(mentions), lore, archive
    )


def known_names(members: Bearers) -> Known:
    """The names that the archive prints often enough to know them."""
    people, bodies = set(), set()
    for identity, mentions in members.items():
        if len(mentions) < KNOWN or " " not in (name := commonest(mentions)):
            continue
        if identity.kind == "person":
            people.add(fold(name))
        else:
            bodies.add(fold_body(name))
    return Known(frozenset(people), frozenset(bodies))
