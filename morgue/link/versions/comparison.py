"""What two articles have in common, in numbers: the measures that the rules of `reuse` decide by."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from morgue.link.versions.candidates import LEAST_COSINE, Candidate
from morgue.link.versions.texts import Grams, Text
from morgue.link.versions.vectors import Vectors

# Two sentences are counterparts at this cosine of their letter pieces.
COUNTERPART = 0.35
WORD_FOR_WORD = 0.9


@dataclass(frozen=True, slots=True)
class Comparison:
    """Shares are of the smaller article, 0 … 1.

    `containment` counts all 5-grams, `own_containment` those without quoted words. `here_in_there` and `there_in_here`
    are the containments of each article in the other. `telling` counts the sentences that can be laid side by side in
    the article with fewer of them, `aligned` is the share of them that have a counterpart in the other article, one
    each; 0 for articles too far apart to look.
    """

    cosine: float
    shared: int
    own_shared: int
    here_in_there: float
    there_in_here: float
    own_containment: float
    aligned: float
    telling: int

    @property
    def containment(self) -> float:
        """Share of the smaller article's 5-grams that the other has."""
        return max(self.here_in_there, self.there_in_here)

    @property
    def quoted_shared(self) -> int:
        """How many shared 5-grams are quoted in at least one of the two."""
        return self.shared - self.own_shared


def compare(texts: tuple[Text, ...], vectors: Vectors, candidate: Candidate) -> Comparison:
    """Measures one pair."""
    here, there = texts[candidate.here], texts[candidate.there]
    shared, own_shared = _common(here.grams, there.grams), _common(here.own, there.own)
    aligned, telling = _aligned(vectors, candidate) if candidate.cosine >= LEAST_COSINE else (0.0, 0)
    return Comparison(
        cosine=candidate.cosine,
        shared=shared,
        own_shared=own_shared,
        here_in_there=_share(shared, len(here.grams)),
        there_in_here=_share(shared, len(there.grams)),
        own_containment=_share(own_shared, min(len(here.own), len(there.own))),
        aligned=aligned,
        telling=telling,
    )


def _aligned(vectors: Vectors, candidate: Candidate) -> tuple[float, int]:
    """The share of sentences with a counterpart, and of how many.

    A quote that both print word for word tells nothing: both may have heard it. One with other words tells much.
    """
    (rows, quoted_rows), (columns, quoted_columns) = map(vectors.long_of, (candidate.here, candidate.there))
    alike = vectors.alike(candidate.here, candidate.there)[np.ix_(rows, columns)]
    same = alike >= WORD_FOR_WORD
    close = alike[~(quoted_rows & same.any(axis=1))][:, ~(quoted_columns & same.any(axis=0))] >= COUNTERPART
    matched = min(int(close.any(axis=1).sum()), int(close.any(axis=0).sum()))
    return _share(matched, min(close.shape)), min(close.shape)


def _common(one: Grams, two: Grams) -> int:
    """How many numbers two sorted arrays share; the shorter is looked up in the longer."""
    if len(one) > len(two):
        one, two = two, one
    if not len(one):
        return 0
    places = np.minimum(np.searchsorted(two, one), len(two) - 1)
    return int((two[places] == one).sum())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
