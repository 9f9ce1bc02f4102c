"""What each article is within its story: the original, a copy, a part, a rewrite of it, or independent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from morgue.model import Derivation, Reuse, ReuseKind, Version

Pair = tuple[int, int]
_STRONGEST_FIRST: dict[ReuseKind, Derivation] = {"copy": "copy", "rewrite": "rewrite", "partial": "partial"}


def by_pair(reuse: Sequence[Reuse]) -> dict[Pair, Reuse]:
    """Rows under both orders of their articles; shared quotes left out, for they derive nobody from anybody."""
    rows = [row for row in reuse if row.kind in _STRONGEST_FIRST]
    return {(row.article_id, row.other_id): row for row in rows} | {(row.other_id, row.article_id): row for row in rows}


def versions(origin: int, members: Sequence[int], links: Mapping[Pair, Reuse]) -> tuple[Version, ...]:
    """The versions of one story, in the order of its members."""
    derived = {member: source for member in members if (source := _source(member, origin, members, links)) is not None}
    return tuple(_version(member, origin, derived, links) for member in members)


def _version(member: int, origin: int, derived: Mapping[int, int], links: Mapping[Pair, Reuse]) -> Version:
    if member in derived:
        return Version(member, _STRONGEST_FIRST[links[member, derived[member]].kind], derived[member])
    return Version(member, "original" if member == origin and derived else "independent", None)


def _source(member: int, origin: int, members: Sequence[int], links: Mapping[Pair, Reuse]) -> int | None:
    """The origin where the two are linked, else the strongest of those that the member was surely made from."""
    if member == origin:
        return None
    if (member, origin) in links:
        return origin
    known = [row for other in members if (row := links.get((member, other))) and row.direction == "of"]
    return max(
        (row.other_id for row in known if row.article_id == member),
        key=lambda other: (links[member, other].score, -other),
        default=None,
    )
