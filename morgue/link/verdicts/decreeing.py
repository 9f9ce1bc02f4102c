"""The rows of reuse as people want them: what was made from what has its row, what was not has none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from morgue.link.verdicts.ruling import CORRECTION, Pair, Ruling
from morgue.link.versions.candidates import Candidate
from morgue.link.versions.comparison import Comparison, compare
from morgue.link.versions.reuse import PART_CONTAINMENT, RULES
from morgue.link.versions.stock import cosines
from morgue.link.versions.texts import Texts
from morgue.link.versions.vectors import Vectors
from morgue.model import MadeKind, Reuse

_DERIVING = ("copy", "partial", "rewrite")


def decree(reuse: Sequence[Reuse], ruling: Ruling, texts: Texts, vectors: Vectors) -> tuple[Reuse, ...]:
    """Alter the rows of reuse by a ruling.

    Returns:
        The rows in order of their articles. One that a person decided says so, points from the article to its source,
        and has the greatest score. Quotes in common stay: they make nobody derive from anybody.
    """
    if not (ruling.made or ruling.underived):
        return tuple(reuse)
    known = {frozenset((row.article_id, row.other_id)): row for row in reuse}
    made = {frozenset(pair) for pair in ruling.made}
    kept = [row for row in reuse if frozenset((row.article_id, row.other_id)) not in made and not _denied(row, ruling)]
    laid = _Beside(texts, vectors)
    decided = [_row(pair, kind, known.get(frozenset(pair)), laid) for pair, kind in ruling.made.items()]
    return tuple(sorted((*kept, *decided), key=lambda row: (row.article_id, row.other_id)))


def _denied(row: Reuse, ruling: Ruling) -> bool:
    return row.kind in _DERIVING and (row.article_id, row.other_id) in ruling.underived


class _Beside:
    """Measures pairs that no candidate search may have met."""

    def __init__(self, texts: Texts, vectors: Vectors) -> None:
        self._texts, self._vectors = texts.texts, vectors
        self._place = {text.id: place for place, text in enumerate(texts.texts)}

    def measures(self, article: int, source: int) -> tuple[Comparison, float]:
        """What two articles have in common, and how much of the first is in the second."""
        places = self._place[article], self._place[source]
        here, there = min(places), max(places)
        cosine = cosines(self._vectors.articles, np.array([here]), np.array([there]))[0]
        pair = compare(self._texts, self._vectors, Candidate(here, there, float(cosine)))
        return pair, pair.here_in_there if places[0] == here else pair.there_in_here


def _row(pair: Pair, kind: MadeKind | None, row: Reuse | None, laid: _Beside) -> Reuse:
    measured, contained = laid.measures(*pair)
    told = {
        "shared_5grams": measured.shared,
        "shared_5grams_unquoted": measured.own_shared,
        "cosine": round(measured.cosine, 4),
        "sentences_aligned": round(measured.aligned, 4),
    }
    return Reuse(
        article_id=pair[0],
        other_id=pair[1],
        kind=kind or _likely(measured),
        direction="of",
        containment=round(contained, 4),
        score=1.0,
        evidence={**(row.evidence if row else {}), **told, "source": [CORRECTION], "against": []},
        decided_by=CORRECTION,
    )


def _likely(measured: Comparison) -> MadeKind:
    """The kind that the rules give; where they give none, a part if it kept words, else a rewrite."""
    for rule in RULES:
        if rule.kind != "quotes" and rule.holds(measured):
            return rule.kind
    return "partial" if measured.own_containment >= PART_CONTAINMENT else "rewrite"
