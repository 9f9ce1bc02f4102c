"""Quotes of one story in nearly the same words, whoever printed them: cut, begun later, or with a word changed.

Reporters who heard the same each take their own piece. One speaker says many things in one story: so a piece must lie
almost whole in the other wording, and nothing is joined by way of a third that does not hold both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from morgue.link.utterances.wordings import Said
from morgue.model import QuoteKey

# So many words in a row bring two wordings together; of the shorter, which is longer than that, so much (of 100) must
# lie in the other.
RUN: Final = 4
INSIDE: Final = 90
# A wording that has been joined with others must still hold every one of them so far.
HOLDS: Final = 80


def pieces(story: Sequence[Said]) -> list[tuple[QuoteKey, QuoteKey]]:
    """Pairs of quotes of which one is a piece of the other, the most alike first; one pair for each two wordings."""
    first: dict[str, QuoteKey] = {}
    for article in story:
        for place, words in zip(article.places, article.words, strict=True):
            first.setdefault(words, (article.clipping.id, place))
    alike = [(fuzz.partial_ratio(one, two), one, two) for one, two in _sharing_a_run(first)]
    ranked = sorted((-score, first[one], first[two]) for score, one, two in alike if score >= INSIDE)
    return [(one, two) for _, one, two in ranked]


def hold_together(wordings: Iterable[str]) -> bool:
    """Whether the longest of these wordings holds all others."""
    each = sorted(set(wordings), key=len)
    return all(fuzz.partial_ratio(piece, each[-1]) >= HOLDS for piece in each[:-1])


def _sharing_a_run(wordings: Iterable[str]) -> list[tuple[str, str]]:
    by_run: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for wording in wordings:
        words = wording.split()
        if len(words) > RUN:
            for run in dict.fromkeys(zip(*(words[at:] for at in range(RUN)), strict=False)):
                by_run[run].append(wording)
    return list(dict.fromkeys(pair for sharing in by_run.values() for pair in combinations(sharing, 2)))
