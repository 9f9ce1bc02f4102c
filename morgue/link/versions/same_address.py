"""What stood at one address at different times: versions of one page, the newer made from the older."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from morgue.link.versions.direction import Lean
from morgue.model import Article, Clipping

# The name that the archive shows for the verdict.
SAME_ADDRESS = "same address"


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """When an article stood at its address; the earlier is less.

    `changed` is what the page says of its last change, cut to what all articles of the address say of theirs: "" where
    one says nothing. `captured` is when it was captured.
    """

    changed: str
    captured: str
    address: str = field(compare=False)


Sightings = Mapping[int, Sighting]


def sightings(clippings: Sequence[Clipping]) -> dict[int, Sighting]:
    """By number, all articles whose address another one has as well."""
    standing: defaultdict[str, list[Clipping]] = defaultdict(list)
    for clipping in clippings:
        if clipping.article.address:
            standing[clipping.article.address].append(clipping)
    found: dict[int, Sighting] = {}
    for address, members in standing.items():
        if len(members) > 1:
            length = min(len(_changed(member.article)) for member in members)
            for member in members:
                article = member.article
                found[member.id] = Sighting(_changed(article)[:length], article.document.read_at, address)
    return found


def successive(clippings: Sequence[Clipping], seen: Sightings) -> Iterator[tuple[int, int]]:
    """The places among the clippings of each two articles that follow each other at one address."""
    places = [place for place, clipping in enumerate(clippings) if clipping.id in seen]
    places.sort(key=lambda place: (seen[clippings[place].id].address, seen[clippings[place].id]))
    for one, other in pairwise(places):
        if together(seen, clippings[one].id, clippings[other].id):
            yield one, other


def together(seen: Sightings, one: int, other: int) -> bool:
    """Whether two articles have stood at one address."""
    return one in seen and other in seen and seen[one].address == seen[other].address


def succession(one: Sighting, other: Sighting) -> Lean | None:
    """Which of two came first at their address, and how that is known; None where nothing tells."""
    if one == other:
        return None
    reasons = (SAME_ADDRESS, "changed earlier" if one.changed != other.changed else "captured earlier")
    return Lean(1, reasons, ()) if one < other else Lean(-1, (), reasons)


def older_first(members: Sequence[int], seen: Sightings) -> list[int]:
    """The members in their order, but for those of one address, who share their places out by age."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, member in enumerate(members):
        if member in seen:
            places[seen[member].address].append(place)
    ordered = list(members)
    for shared in places.values():
        by_age = sorted((members[place] for place in shared), key=seen.__getitem__)
        for place, member in zip(shared, by_age, strict=True):
            ordered[place] = member
    return ordered


def _changed(article: Article) -> str:
    return article.updated or article.published or ""
