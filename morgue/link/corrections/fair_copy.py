"""From the desk back to entities: aliases counted anew, uids that still lead somewhere, the order of the archive."""

from __future__ import annotations

from dataclasses import replace

from morgue.link.corrections.desk import CORRECTION, Desk, Draft
from morgue.link.corrections.forms import aliases_of
from morgue.link.entities.addresses import with_former_uids
from morgue.model import Entity, MentionKey


def fair_copy(desk: Desk) -> tuple[tuple[Entity, ...], frozenset[MentionKey]]:
    """The entities as they are to be, most mentioned first, then by name; and the mentions that people gave to them."""
    left = [draft for number, draft in enumerate(desk.drafts) if number not in desk.heads]
    found = [_entity(desk, draft) for draft in left if not draft.goes and not draft.empty]
    decided = (key for d in left if not d.goes for key, rule in (d.rules or {}).items() if rule == CORRECTION)
    ordered = sorted(found, key=lambda entity: (-len(entity.mentions), entity.name, entity.uid))
    return with_former_uids(ordered), frozenset(decided)


def _entity(desk: Desk, draft: Draft) -> Entity:
    entity = replace(draft.entity, former_uids=tuple(draft.former))
    if draft.rules is None:
        return entity
    return replace(entity, aliases=aliases_of(desk, draft.rules), mentions=tuple(sorted(draft.rules)))
