"""Versions that contradict what they were made from: other names, roles, places, occasions, numbers, dates, speakers.

Only what is plain is told: both values stand in sentences that say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from morgue.link.discrepancies.named import other_names
from morgue.link.discrepancies.people import other_persons, other_roles, renamed
from morgue.link.discrepancies.quantities import other_dates, other_numbers
from morgue.link.discrepancies.sides import Abreast, Found, Laid, Side
from morgue.link.discrepancies.speakers import Said, other_speakers, said
from morgue.link.discrepancies.venues import other_venues
from morgue.link.versions.alignment import Aligner, Beside, whole
from morgue.link.versions.texts import Sentence
from morgue.model import Clipping, Discrepancy, Entity, Utterance, Version

# Who takes only a part goes on to tell other things: there another name is no contradiction.
RETELLING = ("copy", "rewrite")


def find_discrepancies(
    clippings: Sequence[Clipping],
    versions: Sequence[Version],
    entities: Sequence[Entity],
    aligner: Aligner,
    utterances: Sequence[Utterance] = (),
) -> tuple[Discrepancy, ...]:
    """Lays each copy and each rewrite beside the article that it was made from."""
    known = {clipping.id: clipping for clipping in clippings}
    pairs = [
        (version.article_id, version.derived_from)
        for version in versions
        if version.derived_from is not None and version.derivation in RETELLING
    ]
    entities_of: dict[int, dict[int, Entity]] = {number: {} for number in chain.from_iterable(pairs)}
    for entity in entities:
        for number, place in entity.mentions:
            if number in entities_of:
                entities_of[number][place] = entity
    quotes = said(utterances)
    return tuple(
        row
        for here, there in pairs
        for row in _rows(
            Laid(
                Side(known[here], entities_of[here]),
                Side(known[there], entities_of[there]),
                _abreast(aligner, here, there),
            ),
            quotes,
        )
    )


def _abreast(aligner: Aligner, here: int, there: int) -> list[Abreast]:
    ours, theirs = aligner.text(here).sentences, aligner.text(there).sentences
    return [
        Abreast(*_both(ours, theirs, each), each.likeness, *_both(ours, theirs, _wider(each)))
        for each in aligner.beside(here, there)
    ]


def _wider(each: Beside) -> Beside:
    """With the sentence before and the one after: what a writer moves seldom goes further."""
    return Beside(max(0, each.here - 1), each.here_end + 1, max(0, each.there - 1), each.there_end + 1, each.likeness)


def _both(ours: Sequence[Sentence], theirs: Sequence[Sentence], each: Beside) -> tuple[Sentence, Sentence]:
    return whole(ours[each.here : each.here_end]), whole(theirs[each.there : each.there_end])


def _rows(laid: Laid, quotes: Said) -> list[Discrepancy]:
    found = sorted(dict.fromkeys(_all(laid, quotes)), key=lambda each: (each.here, each.kind))
    return [_row(laid, each) for each in found]


def _all(laid: Laid, quotes: Said) -> Iterator[Found]:
    partners = renamed(laid)
    yield from other_persons(laid, partners)
    yield from other_roles(laid, partners)
    yield from other_names(laid)
    yield from other_venues(laid)
    yield from other_speakers(laid, quotes, partners)
    yield from other_numbers(laid)
    yield from other_dates(laid)


def _row(laid: Laid, found: Found) -> Discrepancy:
    return Discrepancy(
        kind=found.kind,
        article_id=laid.here.clipping.id,
        here=laid.here.text[slice(*found.here)],
        start=found.here[0],
        end=found.here[1],
        other_id=laid.there.clipping.id,
        there=laid.there.text[slice(*found.there)],
        other_start=found.there[0],
        other_end=found.there[1],
        confidence=found.confidence,
    )
