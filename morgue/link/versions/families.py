"""Families: articles that are versions of one another, each family with its original first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from morgue.link.verdicts.ruling import CORRECTION, NO_RULING, Ruling
from morgue.link.versions.derivation import Pair, by_pair
from morgue.link.versions.same_address import SAME_ADDRESS, older_first, sightings
from morgue.model import Clipping, Reuse, ReuseKind

# A link this strong joins two articles whatever else their families hold; a weaker one must reach the original.
# Versions of one address are joined however little they share.
STRONG: dict[ReuseKind, float] = {"copy": 0.8, "rewrite": 0.7, "partial": 0.8}
# A part joins a family only if it is this much of the smaller text: stories on one affair share their background.
LEAST: dict[ReuseKind, float] = {"copy": 0.0, "rewrite": 0.0, "partial": 0.25}
# … and only if the two were published within so many days, as does all but a whole copy: columns and captions carry
# their background through the years, and each month's figures are told in the words of the last.
WINDOW = 7
WHOLE = 0.95
_DAY = len("2024-03-01")


def families(
    clippings: Sequence[Clipping], reuse: Sequence[Reuse], verdicts: Ruling = NO_RULING
) -> tuple[list[list[int]], dict[Pair, Reuse]]:
    """Groups all clippings into families, most of them of one article, in order of their first member.

    What people have decided holds, whatever the articles share.

    Returns:
        The members of each family, the most original first, and the rows of reuse by which they may be joined.
    """
    known = {clipping.id: clipping for clipping in clippings}
    seen = sightings(clippings)
    links = by_pair([row for row in reuse if row.kind in LEAST and _may_join(row, known)])
    groups = _groups(known, links, verdicts)
    return [
        verdicts.sources_first(older_first(_most_original_first(members, known, links), seen)) for members in groups
    ], links


def _groups(known: Mapping[int, Clipping], links: Mapping[Pair, Reuse], verdicts: Ruling) -> list[tuple[int, ...]]:
    """Joins families link by link, the strongest first, so that no chain of weak links glues two together."""
    family_of = {number: [number] for number in known}
    for here, there in verdicts.together:
        _join(family_of, family_of[here], family_of[there])
    for row in sorted(_rows(links), key=lambda row: (-row.score, row.article_id, row.other_id)):
        one, two = family_of[row.article_id], family_of[row.other_id]
        if one is two or verdicts.part(one, two):
            continue
        if _strong(row) or _meets_origins(row, one, two, known, links):
            _join(family_of, one, two)
    groups = {id(members): tuple(sorted(members)) for members in family_of.values()}
    return sorted(groups.values())


def _join(family_of: dict[int, list[int]], one: list[int], two: list[int]) -> None:
    if one is not two:
        one.extend(two)
        for number in two:
            family_of[number] = one


def _rows(links: Mapping[Pair, Reuse]) -> list[Reuse]:
    """Each row once, though it stands under both orders of its articles."""
    return [row for (article, _), row in links.items() if article == row.article_id]


def _may_join(row: Reuse, known: Mapping[int, Clipping]) -> bool:
    if row.decided_by in (SAME_ADDRESS, CORRECTION):
        return True
    enough = _strong(row) or row.score >= LEAST[row.kind]
    whole = row.kind == "copy" and row.score >= WHOLE
    return enough and (whole or _timely(known[row.article_id], known[row.other_id]))


def _timely(one: Clipping, other: Clipping) -> bool:
    """False where both were published on known days that lie too far apart."""
    days = [(each.article.published or "")[:_DAY] for each in (one, other)]
    if any(len(day) < _DAY for day in days):
        return True
    first, last = sorted(map(date.fromisoformat, days))
    return (last - first).days <= WINDOW


def _strong(row: Reuse) -> bool:
    return row.decided_by == SAME_ADDRESS or row.score >= STRONG[row.kind]


def _meets_origins(
    row: Reuse, one: Sequence[int], two: Sequence[int], known: Mapping[int, Clipping], links: Mapping[Pair, Reuse]
) -> bool:
    """True if each of the two articles is linked with the original of the other's family, or is it."""
    origins = [_most_original_first(members, known, links)[0] for members in (one, two)]
    ours, theirs = (row.article_id, origins[1]), (row.other_id, origins[0])
    return all(pair in links for pair in (ours, theirs))


def _most_original_first(
    members: Sequence[int], known: Mapping[int, Clipping], links: Mapping[Pair, Reuse]
) -> list[int]:
    """First the member that most others were made from; then the credited, the earliest, the longest, the first."""
    if len(members) == 1:
        return list(members)
    sources: dict[int, int] = defaultdict(int)
    for member in members:
        for other in members:
            row = links.get((member, other))
            if row and row.direction == "of":
                sources[member] += 1 if row.other_id == member else -1

    def evidence(number: int) -> tuple[int, int, str, int, int]:
        article = known[number].article
        credited = bool(article.credit) + bool(article.wire) + bool(article.dateline)
        return -sources[number], -credited, article.published or "9999", -article.word_count, number

    return sorted(members, key=evidence)
