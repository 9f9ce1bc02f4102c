"""Doc → quotes: stretches between marks, those that are said by somebody, and who says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution.carried import carried
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.rules import attribute
from morgue.extract.attribution.speakers import Speaker, resolve
from morgue.extract.quotes.frames import Reading
from morgue.extract.quotes.marks import DOUBLED, find_stretches
from morgue.extract.quotes.reported import reported_speech
from morgue.extract.quotes.shapes import is_direct, is_quote
from morgue.extract.quotes.transcripts import find_turns
from morgue.model import Article, Mention, Quote, QuoteForm

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
    reading = Reading(doc, article.layout, stretches, mentions)
    kept, known = _attributed(reading)
    marked = _with_speakers(reading, kept, known)
    quotes = [*(turn.quote for turn in turns), *marked, *_reported(reading, known)]
    return tuple(sorted(_outermost(quotes), key=lambda q: q.start))


def _reported(reading: Reading, known: Mapping[int, Attribution]) -> list[Quote]:
    """Reported speech, but for what words of speech report whose quotation stands between marks."""
    marked = (found for number, found in known.items() if reading.stretches[number].mark != DOUBLED)
    reported = reported_speech(reading, {found.cue for found in marked if found.cue is not None})
    return [q for q in reported if not any(s.opening <= q.start and q.end <= s.closing for s in reading.stretches)]


def _outermost(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes without those words between doubled apostrophes that are a part of what is reported around them."""
    reported = [q for q in quotes if q.form == "indirect"]
    for quote in quotes:
        around = (q for q in reported if q.start <= quote.start and quote.end <= q.end and q is not quote)
        if quote.form != "indirect" or not any(around):
            yield quote


def _attributed(reading: Reading) -> tuple[list[int], dict[int, Attribution]]:
    """The numbers of the stretches that are quotes, and who says them, by number."""
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
    return kept, known


def _with_speakers(reading: Reading, kept: Sequence[int], known: Mapping[int, Attribution]) -> list[Quote]:
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


def _form(case: Case) -> QuoteForm:
    """Doubled apostrophes are a typist's marks: what they hold is reported, as gold for such texts has it too."""
    if case.stretch.mark == DOUBLED:
        return "indirect"
    return "direct" if is_direct(case) else "fragment"


def _quote(case: Case, found: Attribution | None, speaker: Speaker | None) -> Quote:
    start, end = case.stretch.start, case.stretch.end
    return Quote(
        start=start,
        end=end,
        text=case.reading.text[start:end],
        form=_form(case),
        cue=case.reading.doc[found.cue].text if found and found.cue is not None else None,
        speaker_text=speaker.text if speaker else None,
        speaker_mention=speaker.mention if speaker else None,
        rule=found.rule if found else "no speaker",
        confidence=round(found.confidence * speaker.certainty, 2) if found and speaker else NO_SPEAKER,
    )
