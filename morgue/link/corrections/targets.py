"""Whom the verdicts on mentions are about: from whom they take, to whom they give. New entities are made here.

All names are looked up before any is made or given, step by step, so that the order of the file makes no difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from morgue.link.corrections import telling
from morgue.link.corrections.desk import Desk, made_uid
from morgue.link.entities.find import shown
from morgue.link.entities.names import fold
from morgue.link.entities.persons.names import parse
from morgue.model import Apart, EntityCorrection, EntityKind, Named, Reading, Scope, Split

EVERYWHERE = Scope()


@dataclass(frozen=True, slots=True)
class Move:
    """Mentions of these forms go to entity `target`: from one entity, or from whoever has them."""

    correction: Split | Apart | Reading
    forms: tuple[str, ...]
    scope: Scope
    source: int | None
    target: int


@dataclass(frozen=True, slots=True)
class _Parting:
    """A split before it is known where its mentions go."""

    correction: Split | Apart
    forms: tuple[str, ...]
    scope: Scope
    source: int
    into: Named


def moves(desk: Desk, corrections: Sequence[EntityCorrection]) -> list[Move]:
    """Every verdict that gives mentions to an entity, with that entity on the desk."""
    partings = list(_partings(desk, corrections))
    for parting in partings:
        if parting.into.name and not desk.directory.find(parting.into, but=parting.source):
            desk.create(parting.into)
    found = [_parted(desk, parting) for parting in partings]
    readings = [each for each in corrections if isinstance(each, Reading)]
    for reading in readings:
        if reading.entity.name and not desk.directory.find(reading.entity):
            desk.create(reading.entity)
    found += [_read(desk, reading) for reading in readings]
    return [move for move in found if move]


def _partings(desk: Desk, corrections: Sequence[EntityCorrection]) -> Iterator[_Parting]:
    for each in corrections:
        if isinstance(each, Split):
            source = desk.find(each, each.entity)
            if source is not None:
                into = each.into or Named(name=each.forms[0], kind=desk.drafts[source].entity.kind)
                yield _Parting(each, each.forms, each.scope, source, into)
        elif isinstance(each, Apart):
            yield from _told_apart(desk, each)


def _told_apart(desk: Desk, apart: Apart) -> Iterator[_Parting]:
    """Names of one entity that are said to be two: the forms of each but the one that it is shown under part."""
    for one, other in combinations(apart.entities, 2):
        homes = desk.directory.find(one), desk.directory.find(other)
        if len(homes[0]) != 1 or homes[0] != homes[1]:
            continue
        ((source,), entity) = homes[0], desk.drafts[homes[0][0]].entity
        goes = one if other.name and fold(other.name) == fold(entity.name) else other
        forms = [a.name for a in entity.aliases if goes.name and _same_name(a.name, goes.name, entity.kind)]
        if forms and fold(goes.name or "") != fold(entity.name):
            yield _Parting(apart, tuple(forms), EVERYWHERE, source, goes)
        else:
            desk.doubt(telling.inseparable(apart, entity.name))


def _same_name(form: str, name: str, kind: EntityKind) -> bool:
    """Whether a printed form is a name, titles and possessive aside."""
    return parse(form).key == parse(name).key if kind == "person" else fold(shown(form, kind)) == fold(name)


def _parted(desk: Desk, parting: _Parting) -> Move | None:
    target = desk.find(parting.correction, parting.into, but=parting.source)
    if target is None:
        return None
    _lead(desk, parting.into, target)
    return Move(parting.correction, parting.forms, parting.scope, parting.source, target)


def _read(desk: Desk, reading: Reading) -> Move | None:
    target = desk.find(reading, reading.entity)
    if target is None:
        return None
    _lead(desk, reading.entity, target)
    return Move(reading, reading.strings, reading.scope, None, target)


def _lead(desk: Desk, named: Named, target: int) -> None:
    """Where rules find what a verdict once had to make, the address of that time still leads there."""
    if named.name:
        desk.lead(made_uid(named), target)
