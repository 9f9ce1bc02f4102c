"""What each article is within its story: the original, a copy, a part, a rewrite of it, or independent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from morgue.link.verdicts.ruling import CORRECTION
from morgue.link.versions.same_address import SAME_ADDRESS
from morgue.model import Derivation, Reuse, ReuseKind, Version

Pair = tuple[int, int]
# The origin counts as source unless another version is closer by more than this: its versions are all alike.
ORIGINS_LEAD = 0.2
_DERIVES: dict[ReuseKind, Derivation] = {"copy": "copy", "rewrite": "rewrite", "partial": "partial"}


def by_pair(reuse: Sequence[Reuse]) -> dict[Pair, Reuse]:
    """Rows under both orders of their articles; shared quotes left out, for they derive nobody from anybody."""
    rows = [row for row in reuse if row.kind in _DERIVES]
    return {(row.article_id, row.other_id): row for row in rows} | {(row.other_id, row.article_id): row for row in rows}


def versions(members: Sequence[int], links: Mapping[Pair, Reuse]) -> tuple[Version, ...]:
    """The versions of one story; `members` come the most original first, and nobody derives from a later one."""
    derived: dict[int, int] = {}
    for rank, member in enumerate(members):
        source = _source(member, members[:rank], links)
        if source is not None:
            derived[member] = source
    return tuple(_version(member, members[0], derived, links) for member in members)


def settle(reuse: Sequence[Reuse], versions: Sequence[Version]) -> tuple[Reuse, ...]:
    """Takes back the direction between two articles of a story that were both made from a third one."""
    source_of = {version.article_id: version.derived_from for version in versions}

    def ancestors(number: int) -> Iterator[int]:
        source = source_of[number]
        while source is not None:
            yield source
            source = source_of[source]

    def settled(row: Reuse) -> Reuse:
        common = set(ancestors(row.article_id)) & set(ancestors(row.other_id))
        known = row.direction != "unknown" and row.decided_by != CORRECTION
        if not known or not common or row.other_id in ancestors(row.article_id):
            return row
        return replace(row, direction="unknown", evidence={**row.evidence, "both_from": sorted(common)})

    return tuple(settled(row) for row in reuse)


def _source(member: int, earlier: Sequence[int], links: Mapping[Pair, Reuse]) -> int | None:
    """The closest of those that the member may be made from: a copy of any version is that version's copy.

    From the origin a member derives on any link, from another version only where the evidence says so. Nothing is as
    close as what stood at the same address before, of that the last; but whose copy a page has become, it is of them.
    What a person names as the source is the source.
    """

    def closeness(rank: int) -> tuple[bool, bool, bool, float, int]:
        row = links[member, earlier[rank]]
        decided = row.decided_by == CORRECTION
        if row.decided_by == SAME_ADDRESS:
            return decided, row.kind == "copy", True, 0.0, rank
        return decided, row.kind == "copy", False, row.score + (0 if rank else ORIGINS_LEAD), -rank

    linked = [(rank, links[member, other]) for rank, other in enumerate(earlier) if (member, other) in links]
    surely = [r for r, row in linked if r == 0 or (row.direction == "of" and row.article_id == member)]
    return earlier[max(surely, key=closeness)] if surely else None


def _version(member: int, origin: int, derived: Mapping[int, int], links: Mapping[Pair, Reuse]) -> Version:
    if member in derived:
        return Version(member, _DERIVES[links[member, derived[member]].kind], derived[member])
    return Version(member, "original" if member == origin and derived else "independent", None)
