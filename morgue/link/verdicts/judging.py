"""From verdicts to a ruling: the articles found, contradictions resolved by date."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import get_args

from morgue.link.corrections.telling import contradicted
from morgue.link.verdicts import telling
from morgue.link.verdicts.naming import Index
from morgue.link.verdicts.ruling import Pair, Ruling
from morgue.model import (
    Applied,
    Clipping,
    Correction,
    DerivedFrom,
    MadeKind,
    NotDerived,
    OtherStory,
    Problem,
    SameStory,
    StoryCorrection,
)


def judge(clippings: Sequence[Clipping], corrections: Sequence[Correction]) -> Ruling:
    """Take the verdicts on articles together.

    Args:
        clippings: All articles of the archive.
        corrections: The verdicts, in any order. Those that are on entities are left alone.

    Returns:
        What holds. Where two verdicts contradict each other the one with the later date counts, of two on one day the
        lower; the other is a problem, as is one that names no article, or leaves open which. Nothing raises.
    """
    verdicts = [each for each in dict.fromkeys(corrections) if isinstance(each, get_args(StoryCorrection))]
    bench = _Bench(clippings)
    for verdict in sorted(verdicts, key=lambda each: (each.signed.date, each.signed.line), reverse=True):
        bench.hear(verdict)
    return bench.ruling()


class _Bench:
    """The verdicts that count so far, the latest first."""

    def __init__(self, clippings: Sequence[Clipping]) -> None:
        self._known = {clipping.id: clipping for clipping in clippings}
        self._index = Index(clippings)
        self._together: dict[Pair, StoryCorrection] = {}
        self._apart: dict[Pair, StoryCorrection] = {}
        self._made: dict[Pair, DerivedFrom] = {}
        self._underived: dict[Pair, StoryCorrection] = {}
        self._applied: list[Applied] = []
        self._problems: list[Problem] = []

    def hear(self, verdict: StoryCorrection) -> None:
        """Let a verdict count unless a later one says otherwise."""
        numbers = self._numbers(verdict)
        if numbers is None:
            return
        if against := self._against(verdict, numbers):
            self._problems.append(contradicted(verdict, against))
            return
        if isinstance(verdict, SameStory | DerivedFrom):
            self._together.update(dict.fromkeys(pairwise(numbers), verdict))
        if isinstance(verdict, DerivedFrom):
            self._made.setdefault((numbers[0], numbers[1]), verdict)
        if isinstance(verdict, OtherStory | NotDerived):
            negated = self._apart if isinstance(verdict, OtherStory) else self._underived
            negated.update(dict.fromkeys(_both_ways(numbers), verdict))
        self._applied.extend(telling.applied(verdict, [self._known[number] for number in numbers]))

    def ruling(self) -> Ruling:
        """What all verdicts come to."""
        made: dict[Pair, MadeKind | None] = {pair: verdict.kind for pair, verdict in self._made.items()}
        return Ruling(
            together=tuple(self._together),
            apart=frozenset(self._apart),
            made=made,
            underived=frozenset(self._underived),
            applied=tuple(sorted(self._applied, key=lambda each: each.correction.signed.line)),
            problems=tuple(sorted(self._problems, key=lambda problem: (problem.path, problem.message))),
        )

    def _numbers(self, verdict: StoryCorrection) -> list[int] | None:
        """The articles that a verdict names; None, with problems, where they are not two or more."""
        numbers: list[int] = []
        doubts: list[Problem] = []
        for cited in verdict.articles:
            found = self._index.find(cited)
            if not found:
                doubts.append(telling.unknown(verdict, cited))
            elif len(found) > 1:
                doubts.append(telling.ambiguous(verdict, cited, [self._known[number] for number in found]))
            elif found[0] not in numbers:
                numbers.append(found[0])
        if not doubts and len(numbers) == 1:
            doubts.append(telling.one_only(verdict, self._known[numbers[0]]))
        self._problems.extend(doubts)
        return None if doubts else numbers

    def _against(self, verdict: StoryCorrection, numbers: Sequence[int]) -> StoryCorrection | None:
        """What counts already and says otherwise."""
        if isinstance(verdict, OtherStory):
            joining = (self._joining(*pair) for pair in combinations(numbers, 2))
            return next((verdict for verdict in joining if verdict), None)
        if isinstance(verdict, NotDerived):
            return next((self._made[pair] for pair in _both_ways(numbers) if pair in self._made), None)
        if isinstance(verdict, DerivedFrom):
            article, source = numbers
            denied = self._underived.get((article, source)) or self._leading(source, article)
            if denied:
                return denied
        return self._parting(numbers)

    def _joining(self, one: int, other: int) -> StoryCorrection | None:
        """A verdict by which two articles are in one story."""
        links = [(pair, verdict) for pair, verdict in self._together.items() if one in pair]
        if direct := next((verdict for pair, verdict in links if other in pair), None):
            return direct
        return links[0][1] if links and other in self._circle([one]) else None

    def _parting(self, numbers: Sequence[int]) -> StoryCorrection | None:
        """A verdict by which these articles, or some that are together with them, are not in one story."""
        circle = self._circle(numbers)
        return next((v for pair, v in self._apart.items() if circle.issuperset(pair)), None)

    def _circle(self, numbers: Sequence[int]) -> set[int]:
        """The articles, and all that are together with them."""
        reached, grown = set(numbers), True
        while grown:
            more = {number for pair in self._together if reached.intersection(pair) for number in pair} - reached
            reached |= more
            grown = bool(more)
        return reached

    def _leading(self, article: int, source: int) -> DerivedFrom | None:
        """The verdict by which an article was made, directly or not, from a source."""
        for (made, of), verdict in self._made.items():
            if made == article and (of == source or self._leading(of, source)):
                return verdict
        return None


def _both_ways(numbers: Sequence[int]) -> list[Pair]:
    return [pair for one, two in combinations(numbers, 2) for pair in ((one, two), (two, one))]
