"""Attributions found through the parse: the speech verb above the quote, or elsewhere in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from morgue.extract.attribution.beside import first_speaker, speaker_of
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.subjects import can_speak, is_cue, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def governing_verb(case: Case) -> Attribution | None:
    """The nearest speech verb above the quote in the parse: `warned that there is a “distinct possibility”`."""
    for token in _ancestors(case):
        if is_cue(token) and token.i in case.frame.tokens:
            speaker = speaker_of(case.reading, token, case.tokens)
            if speaker is not None:
                return Attribution(speaker.i, token.i, "governing verb", 0.85)
    return None


def verb_in_sentence(case: Case) -> Attribution | None:
    """Any speech verb in the sentence: the nearest before the quote, else the first after it."""
    cues = [t for t in case.tokens if is_cue(t)]
    before = [t for t in cues if t.idx < case.stretch.opening]
    after = [t for t in cues if t.idx > case.stretch.opening]
    for cue in (*reversed(before), *after):
        speaker = speaker_of(case.reading, cue, case.tokens)
        if speaker is not None:
            return Attribution(speaker.i, cue.i, "verb in sentence", 0.7)
    return None


def subject_of_sentence(case: Case) -> Attribution | None:
    """The subject of the nearest verb above the quote, whatever the verb, if it is somebody."""
    for token in _ancestors(case):
        if token.tag_.startswith("VB"):
            speaker = subject_of(case.reading, token)
            if speaker is not None and can_speak(case.reading, speaker) and speaker.i in case.frame.tokens:
                return Attribution(speaker.i, None, "subject of sentence", 0.5)
    return None


def before_colon(case: Case) -> Attribution | None:
    """`NAME is rolling out a new message: “…”`: whoever the words before a colon are about."""
    if not case.before or case.before[-1].text != ":":
        return None
    roots = [t for t in case.before if t.dep_ == "ROOT"]
    speaker = subject_of(case.reading, roots[0]) if roots else None
    if speaker is None or not can_speak(case.reading, speaker):
        speaker = first_speaker(case.reading, case.before)
    return Attribution(speaker.i, None, "before colon", 0.75) if speaker is not None else None


def _ancestors(case: Case) -> list[Token]:
    """The tokens above the quote, from the nearest, those within quotes left out."""
    if not case.inner or not case.inner[0].has_dep():
        return []
    return [t for t in case.inner[0].ancestors if not case.reading.is_quoted(t)]
