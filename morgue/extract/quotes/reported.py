"""Reported speech: what somebody is said to have said, in the writer's words and without quotation marks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from morgue.extract.attribution.beside import first_speaker, speaker_of
from morgue.extract.attribution.contents import Span, after_opening, contents, of_noun, rest_of
from morgue.extract.attribution.reports import reports
from morgue.extract.attribution.speakers import Speaker
from morgue.extract.attribution.subjects import FINITE, phrase_of
from morgue.extract.quotes.frames import Reading
from morgue.extract.quotes.marks import DOUBLED
from morgue.model import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Report:
    """A word of speech, the head of its speaker, the rule that found both, how surely, and what is reported."""

    cue: Token
    speaker: Token
    rule: str
    confidence: float
    spans: list[Span]


def reports_in(reading: Reading, taken: Collection[int] = ()) -> list[Report]:
    """The reports of a text, in order of their words of speech. What holds a quotation is left to the quotation.

    Args:
        reading: The text.
        taken: The numbers of the cues that quotations have already.
    """
    made = []
    for report in _reports(reading):
        spans = [left for span in report.spans if (left := _unquoted(reading, span)) is not None]
        if report.cue.i not in taken and len(spans) == len(report.spans):
            made.append(replace(report, spans=spans))
    return made


def reported_speech(reading: Reading, reports: Sequence[Report], speakers: Mapping[int, Speaker]) -> list[Quote]:
    """A quote for each span of each report; `speakers` by the number of their head word."""
    quotes = [_quote(reading, span, r, speakers[r.speaker.i]) for r in reports for span in r.spans]
    return _distinct(quotes)


def _reports(reading: Reading) -> Iterator[Report]:
    words = reports()
    for token in reading.doc:
        if not token.has_dep() or reading.is_quoted(token):
            continue
        if token.tag_.startswith("VB") and token.dep_ != "amod" and words.has_verb(token.lower_):
            yield from _by_verb(reading, token)
        elif token.tag_.startswith("NN") and token.lower_ in words.nouns:
            yield from _by_noun(reading, token)
        elif token.lower_ == "according" and token.i + 2 < len(reading.doc) and token.nbor().lower_ == "to":
            yield from _by_according(reading, token)


def _by_verb(reading: Reading, cue: Token) -> Iterator[Report]:
    frame = reading.frame_at(cue.idx)
    speaker = speaker_of(reading, cue, [reading.doc[i] for i in frame.tokens])
    if speaker is not None and (spans := contents(reading, cue, speaker)):
        yield Report(cue, speaker, "reported", 0.8, spans)


def _by_noun(reading: Reading, noun: Token) -> Iterator[Report]:
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None and (spans := of_noun(reading, noun)):
        yield Report(noun, owner, "reported by noun", 0.6, spans)


def _by_according(reading: Reading, cue: Token) -> Iterator[Report]:
    frame = reading.frame_at(cue.idx)
    tokens = [reading.doc[i] for i in frame.tokens if i > cue.i + 1]
    speaker = first_speaker(reading, tokens)
    if speaker is None and tokens:
        speaker = next((c for c in cue.nbor().children if c.dep_ == "pobj"), None)
    if speaker is not None:
        end = max(cue.right_edge.idx + len(cue.right_edge), phrase_of(reading, speaker)[1])
        opens = frame.tokens[:1] == (cue.i,)
        spans = after_opening(reading, frame, cue.idx) if opens else rest_of(reading, frame, cue.idx, end)
        yield Report(cue, speaker, "according to", 0.85, spans)


def _unquoted(reading: Reading, span: Span) -> Span | None:
    """A span without the clause of another word of speech that has a quotation; None where the span's own words do.

    A quotation right behind the span, with no mark or word of speech between, belongs to its words too.
    """
    for number in reading.frame_at(span[0]).stretches:
        stretch = reading.stretches[number]
        if stretch.mark == DOUBLED or stretch.closing <= span[0]:
            continue
        between = [reading.doc[i] for i in reading.token_range(span[0], stretch.opening)]
        if stretch.opening >= span[1]:
            behind = [t for t in between if t.idx >= span[1]]
            return span if any(t.is_punct or reports().has_verb(t.lower_) for t in behind) else None
        verb = next((t for t in reversed(between) if t.tag_.startswith("VB") and reports().has_verb(t.lower_)), None)
        return _cut(reading, span, verb.left_edge.idx) if verb is not None else None
    return span


def _cut(reading: Reading, span: Span, end: int) -> Span | None:
    """The span up to a place, without the "and" before it; None where no clause is left."""
    tokens = [reading.doc[i] for i in reading.token_range(span[0], end)] if end > span[0] else []
    while tokens and (tokens[-1].is_punct or tokens[-1].tag_ in ("CC", "IN", "_SP")):
        tokens.pop()
    if not any(t.tag_ in FINITE for t in tokens):
        return None
    return span[0], tokens[-1].idx + len(tokens[-1])


def _distinct(quotes: Sequence[Quote]) -> list[Quote]:
    """One quote for each span."""
    return list({(q.start, q.end): q for q in reversed(quotes)}.values())[::-1]


def _quote(reading: Reading, span: Span, report: Report, speaker: Speaker) -> Quote:
    return Quote(
        start=span[0],
        end=span[1],
        text=reading.text[span[0] : span[1]],
        form="indirect",
        cue=report.cue.text,
        speaker_text=speaker.text,
        speaker_mention=speaker.mention,
        rule=report.rule,
        confidence=round(report.confidence * speaker.certainty, 2),
    )
