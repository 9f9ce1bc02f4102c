"""What an entity is called, what it is, and whether it is one at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from morgue.link.corrections import telling
from morgue.link.corrections.desk import Desk
from morgue.link.entities.names import fold
from morgue.link.entities.places.gazetteer import placed
from morgue.model import Drop, EntityCorrection, Named, Recast, Rename, Split

Trait = Rename | Recast | Drop


def named_before(desk: Desk, corrections: Sequence[EntityCorrection]) -> dict[Trait, int]:
    """Whom verdicts on name, kind and being are about before mentions move, but for names that are about to move."""
    parting = {fold(form) for each in corrections if isinstance(each, Split) for form in each.forms}
    return {
        each: numbers[0]
        for each in corrections
        if isinstance(each, Trait) and fold(each.entity.name or "") not in parting
        for numbers in [desk.directory.find(each.entity)]
        if len(numbers) == 1
    }


def named_after(desk: Desk, corrections: Sequence[EntityCorrection]) -> dict[Trait, int]:
    """Whom they are about in the end. Nobody, or several, is a problem.

    An entity to which rules have given the wanted name or kind meanwhile is meant as well.
    """
    found: dict[Trait, int] = {}
    for each in corrections:
        if isinstance(each, Trait):
            wanted = desk.directory.find(_as_wanted(each)) if not desk.directory.find(each.entity) else ()
            number = wanted[0] if len(wanted) == 1 else desk.find(each, each.entity)
            if number is not None:
                found[each] = number
    return found


def announce(desk: Desk, found: Mapping[Trait, int]) -> None:
    """Let other verdicts name entities by the names and kinds that these give them."""
    for each, number in found.items():
        if isinstance(each, Rename):
            desk.directory.call(number, each.name)
        elif isinstance(each, Recast):
            desk.directory.cast(number, each.kind)


def _as_wanted(trait: Trait) -> Named:
    if isinstance(trait, Rename) and trait.entity.name:
        return Named(name=trait.name, kind=trait.entity.kind)
    if isinstance(trait, Recast) and trait.entity.name:
        return Named(name=trait.entity.name, kind=trait.kind)
    return trait.entity


def settle(desk: Desk, found: Mapping[Trait, int]) -> None:
    """Name, recast and drop, the later verdicts first: an earlier one that says otherwise is reported."""
    said: dict[tuple[int, type[Trait]], Trait] = {}
    for each in sorted(found, key=lambda each: (each.signed.date, each.signed.line), reverse=True):
        _settle(desk, each, desk.home(found[each]), said)


def _settle(desk: Desk, trait: Trait, number: int, said: dict[tuple[int, type[Trait]], Trait]) -> None:
    rivals = (Rename, Recast) if isinstance(trait, Drop) else (type(trait), Drop)
    for rival in (said[number, kind] for kind in rivals if (number, kind) in said):
        if not _agree(trait, rival):
            desk.doubt(telling.contradicted(trait, rival))
            return
    said.setdefault((number, type(trait)), trait)
    _apply(desk, trait, number)


def _agree(one: Trait, other: Trait) -> bool:
    if isinstance(one, Rename) and isinstance(other, Rename):
        return one.name == other.name
    return isinstance(one, Recast) and isinstance(other, Recast) and one.kind == other.kind


def _apply(desk: Desk, trait: Trait, number: int) -> None:
    draft = desk.drafts[number]
    was = draft.entity
    if isinstance(trait, Rename):
        draft.entity = placed(replace(was, name=trait.name))
        desk.note(trait, number, f"Shown as “{trait.name}”.")
    elif isinstance(trait, Recast):
        draft.entity = placed(replace(was, kind=trait.kind))
        desk.note(trait, number, f"Is of the kind {trait.kind}.")
    else:
        desk.take_out(trait, number)
