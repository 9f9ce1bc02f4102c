"""Verdicts made by hand, and what becomes of marked texts under them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from morgue.link.corrections import Corrected, correct
from morgue.link.entities.find import link_entities
from morgue.model import (
    Apart,
    Clipping,
    Correction,
    Drop,
    Entity,
    EntityKind,
    Merge,
    Named,
    Reading,
    Recast,
    Rename,
    Scope,
    Signed,
    Source,
    Split,
)
from tests.link.entities.clippings import clippings

_lines = count(1)


def signed(date: str = "2026-05-01", line: int | None = None) -> Signed:
    """A signature of that day; without a line, each stands lower in the file than the one before."""
    return Signed("So it is.", "R. Imrie", date, "corrections.yml", next(_lines) if line is None else line)


def named(what: str) -> Named:
    """An entity written as "person Ada Okafor", or as a uid."""
    kind, _, name = what.partition(" ")
    return Named(name=name, kind=_kind(kind)) if name else Named(uid=what)


def _kind(word: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {
        "person": "person", "organization": "organization", "place": "place", "group": "group", "other": "other",
    }  # fmt: skip
    return kinds[word]


def merge(*entities: str, date: str = "2026-05-01") -> Merge:
    """These are one."""
    return Merge(signed(date), tuple(map(named, entities)))


def apart(*entities: str, date: str = "2026-05-01") -> Apart:
    """These are not the same."""
    return Apart(signed(date), tuple(map(named, entities)))


def split(entity: str, *forms: str, into: str | None = None, scope: Scope | None = None) -> Split:
    """These forms are another."""
    return Split(signed(), named(entity), forms, named(into) if into else None, scope or Scope())


def rename(entity: str, name: str, date: str = "2026-05-01") -> Rename:
    """It is called so."""
    return Rename(signed(date), named(entity), name)


def recast(entity: str, kind: EntityKind, date: str = "2026-05-01") -> Recast:
    """It is of this kind."""
    return Recast(signed(date), named(entity), kind)


def drop(entity: str, date: str = "2026-05-01") -> Drop:
    """It is nothing."""
    return Drop(signed(date), named(entity))


def read(string: str, entity: str, scope: Scope | None = None, date: str = "2026-05-01") -> Reading:
    """This string is that entity."""
    return Reading(signed(date), (string,), named(entity), scope or Scope())


def published_by(source: Source, clipping: Clipping) -> Clipping:
    """The clipping as one of this source."""
    return replace(clipping, article=replace(clipping.article, source=source))


def under(corrections: Sequence[Correction], *marked: str) -> Corrected:
    """What becomes of the entities in these texts."""
    return settled(corrections, clippings(*marked))


def settled(corrections: Sequence[Correction], made: Sequence[Clipping]) -> Corrected:
    """What becomes of the entities in these clippings."""
    return correct(link_entities(made)[0], made, corrections)


def cast(entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """Name → printed forms, each form as often as it is printed, in the order of the alphabet."""
    return {e.name: tuple(sorted(a.name for a in e.aliases for _ in range(a.mention_count))) for e in entities}


def codes(found: Corrected) -> list[str]:
    """The codes of the problems."""
    return [problem.code for problem in found.problems]
