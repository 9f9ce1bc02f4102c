"""Entities that are one become one, unless a later verdict keeps them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from morgue.link.corrections import telling
from morgue.link.corrections.desk import CORRECTION, Desk
from morgue.model import Apart, EntityCorrection, Merge


@dataclass(slots=True)
class _Groups:
    """What is one so far: `root` leads from each to another of its group; `by` are the merges, `apart` the bars."""

    root: dict[int, int] = field(default_factory=dict)
    by: dict[int, list[Merge]] = field(default_factory=lambda: defaultdict(list))
    apart: list[tuple[int, int, Apart]] = field(default_factory=list)
    first: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)

    def find(self, number: int) -> int:
        """What stands for the group of an entity."""
        while self.root.get(number, number) != number:
            number = self.root[number]
        return number

    def join(self, one: int, other: int, by: Merge) -> None:
        """Make one group of two. Where rules have found them to be one already, that is confirmed."""
        ends = sorted({self.find(one), self.find(other)})
        for end in ends:
            self.root[end] = ends[0]
        self.by[ends[0]] = [*(merge for end in ends for merge in self.by[end]), by]
        if one != other:
            self.first.add(one)
            self.others.add(other)

    def bar(self, one: int, other: int) -> Apart | None:
        """The verdict, if any, that keeps two groups apart."""
        ends = {self.find(one), self.find(other)}
        return next((apart for a, b, apart in self.apart if {self.find(a), self.find(b)} == ends), None)


def merge(desk: Desk, corrections: Sequence[EntityCorrection]) -> None:
    """Make one of what merges name, the later verdicts first, so that an earlier one cannot gainsay them."""
    groups = _Groups()
    for each in sorted(corrections, key=lambda each: (each.signed.date, each.signed.line), reverse=True):
        if isinstance(each, Merge):
            _merge(desk, each, groups)
        elif isinstance(each, Apart):
            _keep_apart(desk, each, groups)
    members: dict[int, list[int]] = defaultdict(list)
    for number in sorted(groups.root):
        members[groups.find(number)].append(number)
    for group in members.values():
        _unite(desk, _head(desk, group, groups), group)


def _numbers(desk: Desk, correction: Merge | Apart) -> list[int]:
    """Those of the named that there are."""
    found = (desk.find(correction, named) for named in correction.entities)
    return [desk.home(number) for number in found if number is not None]


def _merge(desk: Desk, correction: Merge, groups: _Groups) -> None:
    numbers = _numbers(desk, correction)
    joined = False
    for other in numbers[1:]:
        bar = groups.bar(numbers[0], other)
        if bar:
            desk.doubt(telling.contradicted(correction, bar))
        else:
            groups.join(numbers[0], other, correction)
            joined = True
    if joined:
        told = telling.quoted([named.name or named.uid or "" for named in correction.entities])
        desk.note(correction, numbers[0], f"{told} are one.")


def _keep_apart(desk: Desk, correction: Apart, groups: _Groups) -> None:
    for one, other in combinations(_numbers(desk, correction), 2):
        if one == other:
            continue  # told where mentions are moved
        if groups.find(one) == groups.find(other):
            by = max(groups.by[groups.find(one)], key=lambda each: (each.signed.date, each.signed.line))
            desk.doubt(telling.contradicted(correction, by))
            continue
        groups.apart.append((one, other, correction))
        desk.note(correction, one, f"Not the same as “{desk.name(other)}”.", other)
        desk.note(correction, other, f"Not the same as “{desk.name(one)}”.", one)


def _head(desk: Desk, group: Sequence[int], groups: _Groups) -> int:
    """Who stays: whom a merge names first and none second; between several the most mentioned."""
    heads = [n for n in group if n in groups.first and n not in groups.others]
    return min(heads or group, key=lambda n: (-len(desk.rules(n)), desk.drafts[n].entity.uid))


def _unite(desk: Desk, head: int, group: Sequence[int]) -> None:
    for number in group:
        if number != head:
            desk.rules(head).update(dict.fromkeys(desk.rules(number), CORRECTION))
            desk.join(number, head)
