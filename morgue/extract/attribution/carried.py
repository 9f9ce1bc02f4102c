"""Quotes without an attribution of their own: the speaker of the quote or of the sentence beside them goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from morgue.extract.attribution.beside import first_speaker
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.subjects import can_speak, is_cue, subject_of
from morgue.extract.quotes.frames import Frame, Reading
from morgue.extract.quotes.shapes import is_direct

if TYPE_CHECKING:
    from spacy.tokens import Token

SENTENCES_BACK = 4


def carried(reading: Reading, number: int, known: Mapping[int, Attribution]) -> Attribution | None:
    """The attribution that a stretch takes over from its neighbours; `known` holds those found so far."""
    case = Case(reading, number)
    stretch, before = case.stretch, known.get(number - 1)
    if stretch.continues and before is not None:
        return _again(before, "continued over paragraphs", 0.9)
    if not stretch.closed and (goes_on := _from_continuation(case, known)) is not None:
        return goes_on
    if case.is_whole_sentence:
        return _from_next(case, known) or _from_previous(case, before)
    return _from_previous(case, before) if is_direct(case) and not case.before else None


def _again(other: Attribution, rule: str, confidence: float) -> Attribution:
    return Attribution(other.speaker, None, rule, min(confidence, other.confidence))


def _from_continuation(case: Case, known: Mapping[int, Attribution]) -> Attribution | None:
    """The speaker told only in a later paragraph of a quote that goes on over several."""
    number = case.number + 1
    while number < len(case.reading.stretches) and case.reading.stretches[number].continues:
        if number in known:
            return _again(known[number], "continued over paragraphs", 0.9)
        number += 1
    return None


def _from_next(case: Case, known: Mapping[int, Attribution]) -> Attribution | None:
    """`“One.” “Two,” NAME said`: the next quote follows at once and is attributed behind its words."""
    following = known.get(case.number + 1)
    if following is None or following.cue is None or following.rule != "said after":
        return None
    other = case.reading.stretches[case.number + 1]
    between = case.reading.text[case.stretch.closing : other.opening]
    adjacent = other.paragraph == case.stretch.paragraph and not between.strip()
    return _again(following, "next quote", 0.75) if adjacent else None


def _from_previous(case: Case, before: Attribution | None) -> Attribution | None:
    """The speaker of the sentence before: of its quote, or its subject."""
    reading, frame = case.reading, case.preceding_frame()
    for _ in range(SENTENCES_BACK):
        if frame is None:
            break
        if case.number - 1 in frame.stretches and before is not None:
            same = frame.paragraph == case.frame.paragraph
            return _again(before, "same paragraph" if same else "previous quote", 0.85 if same else 0.6)
        speaker = subject_of_frame(reading, frame)
        if speaker is not None:
            return Attribution(speaker.i, None, "sentence before", 0.6)
        frame = reading.frames[frame.number - 1] if frame.number else None
    return _again(before, "previous quote", 0.4) if before is not None else None


def subject_of_frame(reading: Reading, frame: Frame) -> Token | None:
    """Who a sentence is about: the subject of its last speech verb, else of its main verb, else its first name."""
    tokens = [reading.doc[i] for i in frame.tokens]
    cues = [t for t in tokens if is_cue(t)]
    roots = [t for t in tokens if t.dep_ == "ROOT"]
    for verb in (*reversed(cues), *roots):
        speaker = subject_of(reading, verb)
        if speaker is not None and can_speak(reading, speaker):
            return speaker
    return first_speaker(reading, [t for t in tokens if reading.mention_of(t) is not None])
