"""One quote, two speakers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz

from morgue.link.discrepancies.sides import Found, Laid, Side, Span
from morgue.link.versions.texts import words_of
from morgue.model import Entity, Quote, Utterance

# What few words say may be said by two, and what only resembles a quote may be another.
LEAST_WORDS: Final = 4
SAME_QUOTE: Final = 70
# Only where both articles say plainly who speaks: not by a pronoun, nor in another sentence.
PLAIN: Final = 0.9
CONFIDENCE: Final = 0.7

Said = Mapping[int, Sequence[tuple[int, int]]]  # by article: its quotes' places, each with the utterance's number


def said(utterances: Sequence[Utterance]) -> Said:
    """The utterances by the articles that print them."""
    found: dict[int, list[tuple[int, int]]] = {}
    for number, utterance in enumerate(utterances):
        for article, place in utterance.quotes:
            found.setdefault(article, []).append((place, number))
    return found


def other_speakers(laid: Laid, said: Said, partners: Mapping[str, str]) -> Iterator[Found]:
    """Quotes that the version gives to another person than its source, each speaker named beside the words."""
    theirs: dict[int, list[int]] = {}
    for place, number in said.get(laid.there.clipping.id, ()):
        theirs.setdefault(number, []).append(place)
    told = set()
    for place, number in sorted(said.get(laid.here.clipping.id, ())):
        pairs = [(place, other) for other in theirs.get(number, ()) if _same(laid, place, other)]
        speakers = [_speakers(laid, *pair) for pair in pairs]
        if not speakers or not all(speakers):
            continue
        mine, others = laid.here.entity_of, laid.there.entity_of
        for one, two in filter(None, speakers):
            ours, other = mine[one].uid, others[two].uid
            known = other in (ours, partners.get(ours)) or _namesakes(mine[one], others[two])
            if not known and (ours, other) not in told:
                told.add((ours, other))
                yield Found("speaker", laid.here.span(one), laid.there.span(two), CONFIDENCE)
                break


def _same(laid: Laid, place: int, other: int) -> bool:
    one, two = (words_of(side.clipping.facts.quotes[p].text) for side, p in ((laid.here, place), (laid.there, other)))
    return min(len(one), len(two)) >= LEAST_WORDS and fuzz.partial_ratio(" ".join(one), " ".join(two)) >= SAME_QUOTE


def _speakers(laid: Laid, place: int, other: int) -> tuple[int, int] | None:
    """The mentions of both speakers, the nearest to their words; None where either is not named beside them."""
    one, two = _speaker(laid.here, place), _speaker(laid.there, other)
    return None if one is None or two is None else (one, two)


def _speaker(side: Side, place: int) -> int | None:
    quote = side.clipping.facts.quotes[place]
    entity = side.entity_of.get(-1 if quote.speaker_mention is None else quote.speaker_mention)
    if entity is None or entity.kind != "person" or quote.confidence < PLAIN:
        return None
    return min(side.places_of[entity.uid], key=lambda mention: _distance(quote, side.span(mention)))


def _namesakes(one: Entity, two: Entity) -> bool:
    """Whether two persons may be one, or are told as two names: they share a surname."""
    return words_of(one.name)[-1:] == words_of(two.name)[-1:]


def _distance(quote: Quote, span: Span) -> int:
    return min(abs(quote.start - span[1]), abs(span[0] - quote.end))
