"""Doc → quotes: stretches between marks, those that are said by somebody, and who says them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution.carried import carried
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.rules import attribute
from morgue.extract.attribution.speakers import Speaker, resolve
from morgue.extract.quotes.frames import Reading
from morgue.extract.quotes.marks import find_stretches
from morgue.extract.quotes.shapes import is_direct, is_quote
from morgue.extract.quotes.transcripts import find_turns
from morgue.model import Article, Mention, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc

NO_SPEAKER = 0.3


def find_quotes(doc: Doc, article: Article, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The quotes of an article in order, direct ones and fragments.

    Args:
        doc: The whole text, tagged and parsed at least where somebody speaks.
        article: The article whose text `doc` holds.
        mentions: The names in the text, in order; `Quote.speaker_mention` is a place in this sequence.
    """
    turns = find_turns(article.text, article.layout, mentions)
    spoken = {turn.paragraph for turn in turns}
    stretches = [s for s in find_stretches(article.text, article.layout) if s.paragraph not in spoken]
    if not stretches:
        return tuple(turn.quote for turn in turns)
    reading = Reading(doc, article.layout, stretches, mentions)
    quotes = [turn.quote for turn in turns] + _marked_quotes(reading)
    return tuple(sorted(quotes, key=lambda q: q.start))


def _marked_quotes(reading: Reading) -> list[Quote]:
    known: dict[int, Attribution] = {}
    kept: list[int] = []
    for number in range(len(reading.stretches)):
        case, found = Case(reading, number), attribute(reading, number)
        if is_quote(case, found):
            kept.append(number)
            if found is not None:
                known[number] = found
    for number in kept:
        own = known.get(number)
        if own is None and (taken := carried(reading, number, known)) is not None:
            known[number] = taken
    return _with_speakers(reading, kept, known)


def _with_speakers(reading: Reading, kept: Sequence[int], known: dict[int, Attribution]) -> list[Quote]:
    """Pronouns look back at who spoke last: so the speakers are told in the order of the text."""
    quotes: list[Quote] = []
    speakers: dict[int, Speaker] = {}
    last: int | None = None
    for number in kept:
        found, speaker = known.get(number), None
        if found is not None:
            if found.speaker not in speakers:
                speakers[found.speaker] = resolve(reading, reading.doc[found.speaker], last)
            speaker = speakers[found.speaker]
            last = speaker.mention if speaker.mention is not None else last
        quotes.append(_quote(Case(reading, number), found, speaker))
    return quotes


def _quote(case: Case, found: Attribution | None, speaker: Speaker | None) -> Quote:
    start, end = case.stretch.start, case.stretch.end
    return Quote(
        start=start,
        end=end,
        text=case.reading.text[start:end],
        form="direct" if is_direct(case) else "fragment",
        cue=case.reading.doc[found.cue].text if found and found.cue is not None else None,
        speaker_text=speaker.text if speaker else None,
        speaker_mention=speaker.mention if speaker else None,
        rule=found.rule if found else "no speaker",
        confidence=round(found.confidence * speaker.certainty, 2) if found and speaker else NO_SPEAKER,
    )
