"""Attributions that stand right beside the marks: `,” NAME said`, `NAME said: “`, `according to NAME`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.speech import speech
from morgue.extract.attribution.subjects import (
    AUXILIARIES,
    FINITE,
    RELATIVE,
    can_speak,
    is_cue,
    last_of_name,
    subject_of,
)
from morgue.extract.quotes.frames import Frame, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_TAIL = 30
LONGEST_NAME = 60
SIGNATURE = re.compile(r"\s*[-–—―~]{1,2}\s*(?=[A-Z])")
ENDS = frozenset(".,!?…—-")
COMPLEMENT = frozenset({"that", "whether", "if", ":", "how", "why"})


def said_after(case: Case) -> Attribution | None:
    """`,” NAME said` and `,” said NAME`, in the quote's own sentence."""
    return _tail(case, case.after, "said after", 0.95)


def said_in_next_sentence(case: Case) -> Attribution | None:
    """`?” NAME said.`: the words end a sentence, and the next one is nothing but the attribution."""
    frame = case.following_frame()
    if case.after or frame is None or not frame.tokens:
        return None
    end = min((case.reading.stretches[n].opening for n in frame.stretches), default=frame.end)
    tokens = tuple(token for i in frame.tokens if (token := case.reading.doc[i]).idx < end)
    found = _tail(case, tokens, "said in next sentence", 0.85) if tokens else None
    if found is None or found.cue is None or _says_more(case, frame, found.cue):
        return None
    return found


def _says_more(case: Case, frame: Frame, cue: int) -> bool:
    """True if the sentence tells something of its own: `Smith said that …`, `Smith said: “`."""
    rest = (case.reading.doc[i].lower_ for i in frame.tokens if i > cue)
    clause = any(child.dep_ == "ccomp" and child.i > cue for child in case.reading.doc[cue].children)
    at_full_stop = case.reading.text[case.stretch.end - 1] == "."
    return clause or any(word in COMPLEMENT for word in rest) or (at_full_stop and bool(frame.stretches))


def said_before(case: Case) -> Attribution | None:
    """`NAME said: “`, `NAME said, “`, `NAME said that “`: a speech verb with nothing but trimmings up to the mark."""
    cue = _cue_at_end(case.before)
    if cue is None:
        return None
    speaker = speaker_of(case.reading, cue, case.tokens)
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


def signed(case: Case) -> Attribution | None:
    """`“…” — NAME`: a dash and a name behind the mark, on the same line or the next."""
    dash = SIGNATURE.match(case.reading.text, case.stretch.closing)
    if dash is None:
        return None
    tokens = [case.reading.doc[i] for i in case.reading.token_range(dash.end(), dash.end() + LONGEST_NAME)]
    name = next((t for t in tokens[:1] if case.reading.mention_of(t) is not None or t.tag_ == "NNP"), None)
    head = last_of_name(case.reading, tokens, 0) if name is not None else None
    if head is None or any(t.tag_ in FINITE for t in tokens if t.i == head.i + 1):
        return None
    return Attribution(head.i, None, "signed", 0.85)


def _tail(case: Case, tokens: Sequence[Token], rule: str, confidence: float) -> Attribution | None:
    place = _cue_at_start(tokens[:LONGEST_TAIL])
    if place is None or (tokens[0].tag_ in ("IN", "TO") and not _ended(case)):
        return None
    cue = tokens[place]
    speaker = speaker_of(case.reading, cue, tokens)
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
        elif (
            _is_other_verb(token, relative=relative) or token.text in (";", ":") or (token.tag_ == "CC" and place == 0)
        ):
            return None
    return None


def _is_other_verb(token: Token, *, relative: bool) -> bool:
    return token.tag_ in FINITE and token.lower_ not in AUXILIARIES and not relative


def _cue_at_end(tokens: Sequence[Token]) -> Token | None:
    """The last speech verb before the mark, if no other finite verb stands between."""
    for token in reversed(tokens):
        if is_cue(token):
            return token
        if token.tag_ in FINITE:
            return None
    return None


def speaker_of(reading: Reading, cue: Token, tokens: Sequence[Token]) -> Token | None:
    """The cue's subject by grammar, if it can speak, else what stands beside the cue, else any subject it has."""
    subject = subject_of(reading, cue)
    if subject is not None and can_speak(reading, subject):
        return subject
    neighbour = beside(reading, cue, tokens)
    if neighbour is None and subject is not None and cue.lower_ in speech().say:
        return subject if can_speak(reading, subject, loosely=True) else None
    return neighbour


def beside(reading: Reading, cue: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun phrase before the verb that can speak; where the verb comes first, the one behind it."""
    left = [t for t in tokens if t.i < cue.i]
    verbs = [n for n, t in enumerate(left) if t.tag_ in FINITE and t.lower_ not in AUXILIARIES]
    clause = left[verbs[-1] + 1 :] if verbs else left
    speaker = first_speaker(reading, clause)
    speaker = speaker or _adjacent(reading, clause)
    if speaker is not None or any(t.is_alpha and t.tag_ not in ("RB", "CC", "VBD") for t in clause):
        return speaker
    return first_speaker(reading, [t for t in tokens if t.i > cue.i])


def _adjacent(reading: Reading, clause: Sequence[Token]) -> Token | None:
    """The last word of the clause, adverbs left out, if it can speak: "In an interview Trump declared"."""
    last = next((t for t in reversed(clause) if t.tag_ != "RB" and t.lower_ not in AUXILIARIES), None)
    return last if last is not None and can_speak(reading, last) else None


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
