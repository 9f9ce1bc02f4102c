"""What each pair of articles shares, and who took it from whom: rules over the measures of `comparison`."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from morgue.link.versions.candidates import Candidate, candidates
from morgue.link.versions.comparison import Comparison, compare
from morgue.link.versions.direction import Lean, lean
from morgue.link.versions.evidence import evidence
from morgue.link.versions.same_address import (
    SAME_ADDRESS,
    Sightings,
    sightings,
    succession,
    successive,
    together,
)
from morgue.link.versions.standing import OPENS_ALIKE, of_one_outlet, openings_alike, standing
from morgue.link.versions.texts import Texts, words_of
from morgue.link.versions.vectors import Vectors
from morgue.link.versions.witnesses import Witnesses
from morgue.model import Article, Clipping, Reuse, ReuseKind

# A copy has most of the smaller text word for word, and most of what isn't quoted: a transcript copies no report.
COPY_CONTAINMENT = 0.65
COPY_OWN_CONTAINMENT = 0.55

# A part is two sentences of the writer's own words, in texts on one subject or where it is much of the smaller one.
PART_GRAMS = 20
PART_CONTAINMENT = 0.07
PART_COSINE = 0.2
PART_MUCH = 0.3

# A rewrite says most sentences again in other words. Word for word it keeps less than this share of what it retells.
REWRITE_ALIGNED = 0.8
REWRITE_SENTENCES = 5
# Of few sentences nearly each must be said again: chance finds a counterpart for most of them. Common quotes may not
# stand for more than half of the article, and some of the longer article must be there too.
FEW_SENTENCES = 10
REWRITE_FEW_ALIGNED = 0.9
REWRITE_TOLD = 0.5
REWRITE_OF_LONGER = 0.1
REWRITE_VERBATIM = 0.25
REWRITE_LIKENESS = 1.22

# Quotes in common: ten words in a row that stand between quotation marks.
QUOTED_GRAMS = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of reuse, the name that the archive shows for the verdict, its test, and what measures its strength.

    `certain` is the weight of reasons from which on the direction is told. Parts are often successive versions by one
    newsroom, of which the later is the longer: there length alone says nothing. Quotes come from neither article.
    """

    kind: ReuseKind
    name: str
    holds: Callable[[Comparison], bool]
    score: Callable[[Comparison], float]
    certain: float


def find_reuse(clippings: Sequence[Clipping], texts: Texts, vectors: Vectors) -> tuple[Reuse, ...]:
    """Compares all pairs worth comparing; one row for each pair that shares more than chance."""
    seen = sightings(clippings)
    found = list(_found(clippings, texts, vectors, seen))
    kin = _kin(found)
    witnesses = Witnesses(texts.texts)
    rows = []
    for pair, comparison, rule in found:
        here, there = clippings[pair.here], clippings[pair.there]
        reasons = succession(seen[here.id], seen[there.id]) if rule.name == SAME_ADDRESS else None
        if reasons is None:
            spun = rule.kind == "rewrite"
            both = (pair.here, pair.there, kin[pair.here] | kin[pair.there])
            reasons = lean(here, there, witnesses.untouched(*both) if spun else (False, False))
        rows.append(_row(here, there, comparison, rule, reasons))
    return tuple(sorted(rows, key=lambda row: (row.article_id, row.other_id)))


def _found(
    clippings: Sequence[Clipping], texts: Texts, vectors: Vectors, seen: Sightings
) -> Iterator[tuple[Candidate, Comparison, Rule]]:
    """The pairs that share more than chance, with the rule that says so."""
    for candidate in candidates(texts.texts, vectors, successive(clippings, seen)):
        here, there = clippings[candidate.here], clippings[candidate.there]
        comparison = compare(texts.texts, vectors, candidate)
        rule = next((rule for rule in RULES if rule.holds(comparison)), None)
        if rule and of_one_outlet(here.article, there.article):
            rule = _of_one_outlet(rule, here.article, there.article, comparison, openings_alike(vectors, candidate))
        if together(seen, here.id, there.id) and _versions(here.article, there.article, comparison):
            rule = _of_one_address(rule)
        if rule:
            yield candidate, comparison, rule


def _kin(found: Sequence[tuple[Candidate, Comparison, Rule]]) -> Mapping[int, set[int]]:
    """By place, the articles that share text with the one there; shared quotes make no kin."""
    kin: defaultdict[int, set[int]] = defaultdict(set)
    for pair, _, rule in found:
        if rule.kind != "quotes":
            kin[pair.here].add(pair.there)
            kin[pair.there].add(pair.here)
    return kin


def _versions(here: Article, there: Article, pair: Comparison) -> bool:
    """Whether what stood at one address is one article changed: fronts and live pages hold something new each time."""
    headed_alike = here.headline is not None and words_of(here.headline) == words_of(there.headline or "")
    return headed_alike or pair.cosine >= PART_COSINE or pair.own_shared >= PART_GRAMS


def _of_one_address(rule: Rule | None) -> Rule:
    """The kind that the words tell, and a part where they tell too little; the address decides, and time the rest."""
    known = rule if rule and rule.kind != "quotes" else PART
    return replace(known, name=SAME_ADDRESS, certain=1)


def _of_one_outlet(rule: Rule, here: Article, there: Article, pair: Comparison, openings: float) -> Rule | None:
    """The kind, without what an outlet prints again under its stories, whatever they are about."""
    if rule.kind in ("copy", "partial") and standing(here, there, pair, openings):
        return None
    return PART if rule.kind == "copy" and openings < OPENS_ALIKE else rule


def _copied(pair: Comparison) -> bool:
    return pair.containment >= COPY_CONTAINMENT and pair.own_containment >= COPY_OWN_CONTAINMENT


def _rewritten(pair: Comparison) -> bool:
    return (
        pair.aligned >= (REWRITE_FEW_ALIGNED if pair.telling < FEW_SENTENCES else REWRITE_ALIGNED)
        and pair.telling >= REWRITE_SENTENCES
        and pair.told >= REWRITE_TOLD
        and pair.aligned_of_longer >= REWRITE_OF_LONGER
        and pair.own_containment < REWRITE_VERBATIM * pair.aligned
        and pair.aligned + pair.cosine + pair.own_containment >= REWRITE_LIKENESS
    )


def _taken_in_part(pair: Comparison) -> bool:
    return (
        pair.own_shared >= PART_GRAMS
        and pair.own_containment >= PART_CONTAINMENT
        and (pair.cosine >= PART_COSINE or pair.own_containment >= PART_MUCH)
    )


def _quoted_alike(pair: Comparison) -> bool:
    return pair.quoted_shared >= QUOTED_GRAMS


PART = Rule("partial", "passages in common", _taken_in_part, lambda pair: pair.own_containment, 4)
RULES = (
    Rule("copy", "most words in common", _copied, lambda pair: pair.containment, 1),
    Rule("rewrite", "most sentences reworded", _rewritten, lambda pair: pair.aligned, 1),
    PART,
    Rule("quotes", "quoted words in common", _quoted_alike, lambda pair: pair.containment, math.inf),
)


def _row(here: Clipping, there: Clipping, pair: Comparison, rule: Rule, reasons: Lean) -> Reuse:
    """The row of a pair, from the side of the derived article, or of the later one where nobody can say."""
    certain = abs(reasons.weight) >= rule.certain
    derived_first = certain and reasons.weight < 0
    article, other = (here, there) if derived_first else (there, here)
    source, against = reasons.for_first, reasons.for_second
    if derived_first:
        source, against = against, source
    contained = pair.here_in_there if derived_first else pair.there_in_here
    return Reuse(
        article_id=article.id,
        other_id=other.id,
        kind=rule.kind,
        direction="of" if certain else "unknown",
        containment=round(contained if certain else pair.containment, 4),
        score=round(rule.score(pair), 4),
        evidence={**evidence(article, other, pair), "source": list(source), "against": list(against)},
        decided_by=rule.name,
    )
