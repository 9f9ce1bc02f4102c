"""The uids that entities are found under: one that lasts, and those under which an older archive may have had them.

A uid depends on nothing but the corpus: a full build and one that grew article by article agree. It is made of an
identity's key, which outlasts other spellings, further articles and another majority of kinds. What it cannot outlast
is that two become one, or that another of several full names becomes the commonest. So each form of a name is asked
which uid it would have had by itself: where nobody has that uid today and one entity prints the form, the uid still
leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from morgue.link.entities.known import known
from morgue.link.entities.names import MOST_NAMES, fold_body
from morgue.link.entities.persons.find import alone
from morgue.link.entities.persons.names import parse
from morgue.link.entities.persons.roll import lasting_key
from morgue.link.entities.verdicts import Identity
from morgue.model import Entity, uid

NAMED: Final = "name"  # stands for the kind where the mentions decide it, since their majority may change


def address(identity: Identity) -> str:
    """The uid of an identity, whatever its mentions say of its kind."""
    return uid(identity.kind or NAMED, identity.key)


def with_former_uids(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The same entities with the uids that also lead to them.

    Those that they bring along stay. A uid that two could claim by a form of their names leads nowhere.
    """
    sure = {former: number for number, entity in enumerate(entities) for former in entity.former_uids}
    taken = {entity.uid for entity in entities}
    claims: dict[str, int | None] = {}
    for number, entity in enumerate(entities):
        for claim in _uids_of_forms(alias.name for alias in entity.aliases):
            claims[claim] = number if claims.get(claim, number) == number else None
    former: dict[int, list[str]] = {}
    for claim, claimant in (claims | sure).items():
        if claimant is not None and claim not in taken:
            former.setdefault(claimant, []).append(claim)
    return tuple(
        replace(entity, former_uids=tuple(sorted(former.get(number, ())))) for number, entity in enumerate(entities)
    )


def _uids_of_forms(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield from _uids_of_form(form)


@lru_cache(MOST_NAMES)
def _uids_of_form(form: str) -> tuple[str, str]:
    """The uids that a name would have in an archive that prints nothing else: as a person's, and as another name."""
    name, body = parse(form), fold_body(form)
    person = Identity(lasting_key(name), "person") if name.full or name.regal else alone(name)
    return address(person), address(known().get(body) or Identity(body))
