"""Doc → quotes: stretches between marks, those that are said by somebody, and who says them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution.carried import carried
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.rules import attribute
from morgue.extract.attribution.speakers import Speaker, goes_on_unnamed, is_unnamed, resolve
from morgue.extract.quotes.frames import Reading
from morgue.extract.quotes.marks import DOUBLED, find_stretches
from morgue.extract.quotes.reported import reported_speech, reports_in
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
    reports = reports_in(reading, _cues(reading, known))
    speakers = _speakers(reading, [*(a.speaker for a in known.values()), *(r.speaker.i for r in reports)])
    reported = _unmarked(reading, reported_speech(reading, reports, speakers))
    marked = (_quote(Case(reading, number), known.get(number), speakers) for number in kept)
    whole = (quote for quote in marked if not _is_part(quote, reported))
    return tuple(sorted((*(turn.quote for turn in turns), *whole, *reported), key=lambda q: q.start))


def _cues(reading: Reading, known: Mapping[int, Attribution]) -> frozenset[int]:
    """The words of speech whose quotation stands between marks: they report nothing else."""
    marked = (found for number, found in known.items() if reading.stretches[number].mark != DOUBLED)
    return frozenset(found.cue for found in marked if found.cue is not None)


def _speakers(reading: Reading, heads: Sequence[int]) -> dict[int, Speaker]:
    """Who each head word means. Pronouns look back at who spoke last: so they are told in the order of the text."""
    speakers: dict[int, Speaker] = {}
    last: int | None = None
    unnamed: int | None = None
    for head in sorted(set(heads)):
        token = reading.doc[head]
        if unnamed is not None and goes_on_unnamed(reading, reading.doc[unnamed], token):
            speakers[head] = Speaker(token.text, None)
            continue
        speakers[head] = resolve(reading, token, last)
        last = last if speakers[head].mention is None else speakers[head].mention
        unnamed = head if is_unnamed(speakers[head], token) else None
    return speakers


def _unmarked(reading: Reading, reported: Sequence[Quote]) -> list[Quote]:
    """Reported speech but for what stands between marks and is told as a quotation."""
    return [q for q in reported if not any(s.opening <= q.start and q.end <= s.closing for s in reading.stretches)]


def _is_part(quote: Quote, reported: Sequence[Quote]) -> bool:
    """True for words between doubled apostrophes that are a part of what is reported around them."""
    around = (q for q in reported if q.start <= quote.start and quote.end <= q.end)
    return quote.form == "indirect" and any(around)


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


def _form(case: Case) -> QuoteForm:
    """Doubled apostrophes are a typist's marks: what they hold is reported, as gold for such texts has it too."""
    if case.stretch.mark == DOUBLED:
        return "indirect"
    return "direct" if is_direct(case) else "fragment"


def _quote(case: Case, found: Attribution | None, speakers: Mapping[int, Speaker]) -> Quote:
    start, end = case.stretch.start, case.stretch.end
    speaker = speakers[found.speaker] if found else None
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
