"""Which articles of a story were made from one another, and which were written independently.

A story is an event: it may hold several reports that copied nobody, each with or without versions made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from morgue.browse.versions import Version


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a family; `depth` is the number of articles between which it was handed on, 0 of the original."""

    version: Version
    depth: int


@dataclass(frozen=True, slots=True)
class Family:
    """A report and everything that was made from it, each article after its source."""

    members: tuple[Member, ...]

    @property
    def original(self) -> Version:
        """The report that all others were made from."""
        return self.members[0].version

    @property
    def is_alone(self) -> bool:
        """Whether nothing here was made from it."""
        return len(self.members) == 1


def families(versions: Sequence[Version]) -> tuple[Family, ...]:
    """The families of a story, the largest first, then in the order of the versions given."""
    return _families(tuple(versions))


@lru_cache(8)  # a page asks for those of its story again and again
def _families(versions: tuple[Version, ...]) -> tuple[Family, ...]:
    made: dict[str | None, list[Version]] = {}
    known = {version.card.uid for version in versions}
    for version in versions:
        source = version.card.derived_from
        made.setdefault(source if source in known else None, []).append(version)
    found: list[Family] = []
    told: set[str] = set()
    # Articles in a circle of sources have no original: the first of them is taken for it.
    for root in (*made.get(None, ()), *versions):
        members = tuple(_members(root, made, told))
        if members:
            found.append(Family(members))
    return tuple(sorted(found, key=lambda family: -len(family.members)))


def _members(root: Version, made: dict[str | None, list[Version]], told: set[str]) -> Iterator[Member]:
    """A version and what was made from it, without those already told."""
    waiting = [(root, 0)]
    while waiting:
        version, depth = waiting.pop()
        if version.card.uid in told:
            continue
        told.add(version.card.uid)
        yield Member(version, depth)
        waiting.extend((child, depth + 1) for child in reversed(made.get(version.card.uid, ())))
