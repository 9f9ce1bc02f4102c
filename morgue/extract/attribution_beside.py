"""Attributions that stand right beside the marks: `,” NAME said`, `,” said NAME`, `NAME said: “`, `according to NAME`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution_case import Attribution, Case
from morgue.extract.attribution_subjects import (
    AUXILIARIES,
    FINITE,
    RELATIVE,
    can_speak,
    is_cue,
    last_of_name,
    subject_of,
)
from morgue.extract.quote_frames import Reading
from morgue.extract.speech import speech

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TAIL = 30
ENDS = frozenset(".,!?…—-")
COMPLEMENT = frozenset({"that", "whether", "if", ":", "how", "why"})


def said_after(case: Case) -> Attribution | None:
    """`,” NAME said` and `,” said NAME`, in the quote's own sentence."""
    return _tail(case, case.after, "said after", 0.95)


def said_in_next_sentence(case: Case) -> Attribution | None:
    """`?” NAME said.`: the words end a sentence, and the next one is nothing but the attribution."""
    frame = case.following_frame()
    if (
        case.after
        or frame is None
        or frame.stretches[:1] == (case.number + 1,)
        and _begins_with_quote(case, frame.start)
    ):
        return None
    tokens = tuple(case.reading.doc[i] for i in frame.tokens)
    end = min((case.reading.stretches[n].opening for n in frame.stretches), default=frame.end)
    tokens = tuple(t for t in tokens if t.idx < end)
    found = _tail(case, tokens, "said in next sentence", 0.85)
    if found is None or found.cue is None:
        return None
    rest = [t.lower_ for t in tokens if t.i > found.cue]
    complement = any(t in COMPLEMENT for t in rest)
    takes_object = any(
        c.dep_ in ("ccomp", "dobj", "advmod") and c.i > found.cue and c.dep_ == "ccomp"
        for c in case.reading.doc[found.cue].children
    )
    if complement or takes_object or (case.reading.text[case.stretch.end - 1] == "." and frame.stretches):
        return None
    return found


def _begins_with_quote(case: Case, start: int) -> bool:
    return any(s.opening == start for s in case.reading.stretches)


def said_before(case: Case) -> Attribution | None:
    """`NAME said: “`, `NAME said, “`, `NAME said that “`: a speech verb with nothing but trimmings up to the mark."""
    cue = _cue_at_end(case.before)
    if cue is None:
        return None
    speaker = _speaker(case.reading, cue, case.tokens)
    return Attribution(speaker.i, cue.i, "said before", 0.95) if speaker is not None else None


def according_to(case: Case) -> Attribution | None:
    """`according to NAME` in the quote's sentence."""
    tokens = case.tokens
    for place, token in enumerate(tokens[:-2]):
        if token.lower_ == "according" and tokens[place + 1].lower_ == "to":
            speaker = first_speaker(case.reading, tokens[place + 2 :])
            if speaker is not None:
                return Attribution(speaker.i, token.i, "according to", 0.9)
    return None


def _tail(case: Case, tokens: Sequence[Token], rule: str, confidence: float) -> Attribution | None:
    place = _cue_at_start(tokens[:LONGEST_TAIL])
    if place is None or (tokens[0].tag_ in ("IN", "TO") and not _ended(case)):
        return None
    cue = tokens[place]
    speaker = _speaker(case.reading, cue, tokens)
    return Attribution(speaker.i, cue.i, rule, confidence) if speaker is not None else None


def _ended(case: Case) -> bool:
    """True if a comma or the end of a sentence stands inside the closing mark or right behind it."""
    stretch, text = case.stretch, case.reading.text
    return text[stretch.end - 1] in ENDS or text[stretch.closing : stretch.closing + 1] in (",", ".")


def _cue_at_start(tokens: Sequence[Token]) -> int | None:
    """The place of the first finite verb, if it is a speech verb; relative clauses between commas are passed over."""
    relative = False
    for place, token in enumerate(tokens):
        if token.lower_ in RELATIVE:
            relative = True
        elif token.lower_ in speech().say and is_cue(token) and not relative:
            return place if place == 0 or tokens[place - 1].lower_ != "to" else None
        elif token.text == ",":
            relative = False
        elif token.tag_ in FINITE and token.lower_ not in AUXILIARIES and not relative:
            return None
        elif token.text in (";", ":") or (token.tag_ == "CC" and place == 0):
            return None
    return None


def _cue_at_end(tokens: Sequence[Token]) -> Token | None:
    """The last speech verb before the mark, if no other finite verb stands between."""
    for token in reversed(tokens):
        if is_cue(token):
            return token
        if token.tag_ in FINITE:
            return None
    return None


def _speaker(reading: Reading, cue: Token, tokens: Sequence[Token]) -> Token | None:
    """The cue's subject by grammar, if it can speak, else what stands beside the cue."""
    subject = subject_of(reading, cue)
    if subject is not None and can_speak(reading, subject, loosely=cue.lower_ in speech().say):
        return subject
    return beside(reading, cue, tokens)


def beside(reading: Reading, cue: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun phrase before the verb that can speak; where the verb comes first, the one behind it."""
    left = [t for t in tokens if t.i < cue.i]
    verbs = [n for n, t in enumerate(left) if t.tag_ in FINITE and t.lower_ not in AUXILIARIES]
    clause = left[verbs[-1] + 1 :] if verbs else left
    speaker = first_speaker(reading, clause)
    if speaker is not None or any(t.is_alpha and t.tag_ not in ("RB", "CC", "VBD") for t in clause):
        return speaker
    return first_speaker(reading, [t for t in tokens if t.i > cue.i])


def first_speaker(reading: Reading, tokens: Sequence[Token]) -> Token | None:
    """The head of the first noun phrase that can speak, those behind prepositions and in relative clauses left out."""
    relative = behind_preposition = False
    for place, token in enumerate(tokens):
        if token.lower_ in RELATIVE or token.text == ",":
            relative, behind_preposition = token.text != ",", False
        elif token.tag_ in ("IN", "TO"):
            behind_preposition = True
        elif token.tag_ in FINITE and not relative:
            return None
        elif not relative and not behind_preposition and can_speak(reading, token):
            head = last_of_name(reading, tokens, place)
            if head.i + 1 >= len(reading.doc) or reading.doc[head.i + 1].tag_ != "POS":
                return head
    return None
