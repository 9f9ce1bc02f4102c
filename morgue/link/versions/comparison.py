"""What two articles have in common, in numbers: the measures that the rules of `reuse` decide by."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from morgue.link.versions.candidates import LEAST_COSINE, Candidate
from morgue.link.versions.texts import Grams, Text
from morgue.link.versions.vectors import Vectors

# Two sentences are counterparts if each is the other's closest, and at least this close by their letter pieces: a good
# spinner leaves hardly more than the names, but he leaves them nowhere else.
COUNTERPART = 0.2
WORD_FOR_WORD = 0.9


@dataclass(frozen=True, slots=True)
class Comparison:
    """Shares are of the smaller article, 0 … 1.

    `containment` counts all 5-grams, `own_containment` those without quoted words. `here_in_there` and `there_in_here`
    are the containments of each article in the other. `telling` counts the sentences that can be laid side by side in
    the article with fewer of them, `told` is their share of its long sentences; the others are common quotes.
    `aligned` is the share of the telling ones that have a counterpart in the other article, one each, and
    `aligned_of_longer` the same of the article with more. All 0 for articles too far apart to look.
    """

    cosine: float
    shared: int
    own_shared: int
    here_in_there: float
    there_in_here: float
    own_containment: float
    aligned: float
    aligned_of_longer: float
    telling: int
    told: float
    in_order: float

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
    counterparts, sides = _aligned(vectors, candidate) if candidate.cosine >= LEAST_COSINE else ([], (0, 0))
    telling, fewest = min(sides), min(len(vectors.long_of(place)[0]) for place in (candidate.here, candidate.there))
    return Comparison(
        cosine=candidate.cosine,
        shared=shared,
        own_shared=own_shared,
        here_in_there=_share(shared, len(here.grams)),
        there_in_here=_share(shared, len(there.grams)),
        own_containment=_share(own_shared, min(len(here.own), len(there.own))),
        aligned=_share(len(counterparts), telling),
        aligned_of_longer=_share(len(counterparts), max(sides)),
        telling=telling,
        told=_share(telling, fewest),
        in_order=_share(_rising(counterparts), len(counterparts)),
    )


def _aligned(vectors: Vectors, candidate: Candidate) -> tuple[list[int], tuple[int, int]]:
    """The counterparts of those sentences that have one, in their order, and how many could have one on either side.

    A quote that both print word for word tells nothing: both may have heard it. One with other words tells much.
    """
    (rows, quoted_rows), (columns, quoted_columns) = map(vectors.long_of, (candidate.here, candidate.there))
    alike = vectors.alike(candidate.here, candidate.there)[np.ix_(rows, columns)]
    same = alike >= WORD_FOR_WORD
    alike = alike[~(quoted_rows & same.any(axis=1))][:, ~(quoted_columns & same.any(axis=0))]
    sides = (alike.shape[0], alike.shape[1])
    return (_mutual(alike) if min(sides) else [], sides)


def _mutual(alike: np.ndarray) -> list[int]:
    """The column of each row where both are each other's closest, and close enough."""
    closest, closest_of = alike.argmax(axis=1), alike.argmax(axis=0)
    rows = np.arange(len(closest))
    mutual = (closest_of[closest] == rows) & (alike[rows, closest] >= COUNTERPART)
    columns: list[int] = closest[mutual].tolist()
    return columns


def _rising(places: list[int]) -> int:
    """How many of the places can be kept so that each is behind the one before."""
    ends: list[int] = []  # the lowest place in which that many can end
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


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
