"""Surnames that are left by themselves, though the archive knows somebody who bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from morgue.browse.suspicions.nouns import Subject, Suspicion

SHOWN = 3
MAJORITY = 0.75  # share of all bearers' mentions: below that, the surname is rightly left open


def lone_surnames(subjects: Sequence[Subject]) -> Iterator[Suspicion]:
    """A person of one word, with the most mentioned bearer of it as a surname."""
    bearers: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        if subject.kind == "person" and len(subject.words) > 1:
            bearers[subject.words[-1]].append(subject)
    for subject in subjects:
        known = bearers.get(subject.folded, []) if subject.kind == "person" else []
        if known and known[0].mention_count >= MAJORITY * sum(bearer.mention_count for bearer in known):
            yield Suspicion("merge", (known[0], subject), _why(known))


def _why(bearers: Sequence[Subject]) -> str:
    if len(bearers) == 1:
        return "a lone surname, and its only bearer"
    others = ", ".join(f"{bearer.name} ({bearer.mention_count})" for bearer in bearers[1 : SHOWN + 1])
    return f"a lone surname, and its most mentioned bearer; others: {others}"
