"""Whose wording of a quote others bear out: a spinner's own words for what was said stand in no other article."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from morgue.link.versions.stock import held, postings
from morgue.link.versions.texts import Grams, Text

# Ten words in a row between quotation marks.
ENOUGH = 6


class Witnesses:
    """The quoted 5-grams that several articles print."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._quoted = [text.grams[~held(text.grams, text.own)] for text in texts]
        self._grams, self._places = postings(self._quoted, 2)

    def untouched(self, here: int, there: int, kin: Collection[int]) -> tuple[bool, bool]:
        """For each of two articles, by place: whether others print what it quotes, and nobody the other's wording.

        False for both where one of them quotes nothing in words of its own. `kin` are the places of the articles that
        share their text with either: they bear out nothing.
        """
        ours, theirs = self._alone(here, there), self._alone(there, here)
        if min(len(ours), len(theirs)) < ENOUGH:
            return False, False
        mine, others = self._borne_out(ours, {here, there, *kin}), self._borne_out(theirs, {here, there, *kin})
        return mine >= ENOUGH and not others, others >= ENOUGH and not mine

    def _alone(self, here: int, there: int) -> Grams:
        """What the one quotes that the other doesn't."""
        alone: Grams = self._quoted[here][~held(self._quoted[here], self._quoted[there])]
        return alone

    def _borne_out(self, grams: Grams, kin: Collection[int]) -> int:
        """How many of these an article prints that is none of the kin."""
        starts, ends = (self._grams.searchsorted(grams, side) for side in ("left", "right"))
        listed = (self._places[start:end].tolist() for start, end in zip(starts, ends, strict=True))
        return sum(any(place not in kin for place in places) for places in listed)
