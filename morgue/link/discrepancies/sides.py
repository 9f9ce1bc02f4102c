"""Two articles side by side: what each says, sentence by sentence, and who is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from morgue.link.versions.texts import Sentence, words_of
from morgue.model import Clipping, DiscrepancyKind, Entity, EntityKind, Mention

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One of the two articles. `entity_of` gives the entity of a mention by its place in the article's facts."""

    clipping: Clipping
    entity_of: Mapping[int, Entity]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.clipping.article.text

    @cached_property
    def places_of(self) -> Mapping[str, list[int]]:
        """By entity: the places of its mentions, in order."""
        places: dict[str, list[int]] = {}
        for place, entity in sorted(self.entity_of.items()):
            places.setdefault(entity.uid, []).append(place)
        return places

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the article, as compared."""
        return frozenset(words_of(self.text))

    def mention(self, place: int) -> Mention:
        """A mention by its place."""
        return self.clipping.facts.mentions[place]

    def span(self, place: int) -> Span:
        """The span of a mention."""
        return self.mention(place).start, self.mention(place).end

    def inside(self, sentence: Sentence, kind: EntityKind) -> Iterator[int]:
        """The mentions of entities of a kind in a sentence."""
        for place, entity in sorted(self.entity_of.items()):
            mention = self.mention(place)
            if entity.kind == kind and sentence.start <= mention.start and mention.end <= sentence.end:
                yield place

    def of_kind(self, kind: EntityKind) -> dict[str, list[int]]:
        """The entities of a kind, with the places of their mentions."""
        return {uid: places for uid, places in self.places_of.items() if self.entity_of[places[0]].kind == kind}


@dataclass(frozen=True, slots=True)
class Abreast:
    """Two sentences that say the same, how alike they are (0 … 1), and all that is said around each."""

    here: Sentence
    there: Sentence
    likeness: float
    around_here: Sentence
    around_there: Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction: what kind, the span of either value, and how sure it is."""

    kind: DiscrepancyKind
    here: Span
    there: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A version, what it was made from, and their sentences side by side in the order of the version."""

    here: Side
    there: Side
    sentences: Sequence[Abreast]
