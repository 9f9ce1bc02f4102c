"""Who does a verb's saying: the subject by grammar, else the nearest word beside the verb that can speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from morgue.extract.attribution.speech import speech
from morgue.extract.quotes.frames import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKING_KINDS = ("person", "organization", "place", "group", "work")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BE_HAVE_DO = ("is", "was", "are", "were", "be", "been", "being", "has", "had", "have", "having", "do", "does", "did")
MODAL = ("will", "would", "can", "could", "may", "might", "'s", "'d", "’s", "’d")
AUXILIARIES = frozenset((*BE_HAVE_DO, *MODAL))
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
TO_HEAD = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "dep", "parataxis", "pcomp", "prep", "aux", "auxpass", "acomp", "attr", "oprd"}
)
QUOTED_PASSIVE = frozenset({"quoted", "cited", "heard", "paraphrased"})
NAME_PARTS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "DT", "PRP$", "POS", "CD", "HYPH", "VBN", "VBG"}
)
NEVER_FIRST = frozenset({"VBG", "VBN", "POS", "HYPH"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
ATTACHED = frozenset({"of", "at", "for", "in", "from", "with", "on", "to", "by"})
TIMES = frozenset({"DATE", "TIME"})
LONGEST_CLIMB = 8
LEAST_LEFT = 2


def is_cue(token: Token) -> bool:
    """True for a verb that attributes words to somebody."""
    words = speech()
    if token.lower_ in words.with_it:
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "it"
    return token.lower_ in words.verbs and (token.tag_.startswith("VB") or not token.tag_)


def can_speak(reading: Reading, token: Token, *, loosely: bool = False) -> bool:
    """True if the token is (in) a name, a pronoun or a noun of somebody who speaks. `loosely` takes any noun."""
    words = speech()
    if reading.is_quoted(token) or token.lower_ in words.not_speakers:
        return False
    number = reading.mention_of(token)
    if number is not None:
        return reading.mentions[number].kind in SPEAKING_KINDS
    if token.lower_ in words.pronouns:
        return token.tag_ != "PRP$" and token.lower_ not in RELATIVE
    if token.tag_ in ("NNP", "NNPS") or words.can_speak(token.lower_):
        return True
    return loosely and token.tag_ in ("NN", "NNS", "DT", "CD", "JJ")


def subject_of(reading: Reading, verb: Token) -> Token | None:
    """The grammatical subject that speaks, going up from participles and second verbs; None where there is none."""
    token = _main_verb(reading, verb) or verb
    for _ in range(LONGEST_CLIMB):
        subject = _own_subject(reading, token, verb)
        if subject is None and token.i == verb.i:
            subject = _name_left_of(reading, verb)
        if subject is not None and (token.i == verb.i or can_speak(reading, subject)):
            return subject
        relayed = _before_as(token)
        if relayed is not None and can_speak(reading, relayed):
            return relayed
        if token.dep_ == "acl" and token.head.tag_.startswith(("NN", "PRP")):
            return token.head
        if token.dep_ not in TO_HEAD or token.head.i == token.i or reading.is_quoted(token.head):
            return None
        token = token.head
    return None


def _main_verb(reading: Reading, verb: Token) -> Token | None:
    """For a participle behind a comma (`…, saying`) the sentence's main verb: the parse often takes a nearer one."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    tokens = (reading.doc[i] for i in reading.frame_at(verb.idx).tokens)
    return next((t for t in tokens if t.dep_ == "ROOT" and t.i < verb.i and t.tag_.startswith("VB")), None)


def _own_subject(reading: Reading, token: Token, verb: Token) -> Token | None:
    for child in token.children:
        if child.dep_ not in SUBJECTS or reading.is_quoted(child):
            continue
        if child.dep_ == "nsubjpass" and token.i == verb.i and verb.lower_ not in QUOTED_PASSIVE:
            return None
        if child.lower_ in RELATIVE:
            return token.head if token.dep_ == "relcl" else None
        return child
    return None


def _before_as(token: Token) -> Token | None:
    """Whom somebody quotes: `Price quoted Blinken as saying` tells what Blinken said."""
    if token.dep_ != "pcomp" or token.head.lower_ != "as":
        return None
    return next((child for child in token.head.head.children if child.dep_ == "dobj"), None)


def _name_left_of(reading: Reading, verb: Token) -> Token | None:
    """The person named right before a verb, whatever the parse says: `her minister, Lars Dahl, described`."""
    if verb.tag_ not in FINITE or verb.i < LEAST_LEFT:
        return None
    left = verb.nbor(-1)
    bounded = left.text == ","
    left = left.nbor(-1) if bounded else left
    number = reading.mention_of(left)
    if number is None or reading.mentions[number].kind != "person" or reading.is_quoted(left):
        return None
    return left if not bounded or reading.text[: reading.mentions[number].start].endswith(", ") else None


def last_of_name(reading: Reading, tokens: Sequence[Token], place: int) -> Token:
    """The last word of the noun phrase that begins at a place: "spokesman Ned Price" → Price."""
    best = tokens[place]
    for token in tokens[place:]:
        if token.i - best.i > 1 or token.tag_ not in NAME_PARTS or token.lower_ in speech().not_speakers:
            break
        if can_speak(reading, token, loosely=True) or token.tag_ == "POS":
            best = token
    return best


def phrase_of(reading: Reading, head: Token) -> tuple[int, int]:
    """The speaker as printed, in characters: the name or noun with its titles and what belongs to it."""
    doc, first, last = reading.doc, head.i, head.i
    number = reading.mention_of(head)
    if number is not None:
        span = reading.token_range(reading.mentions[number].start, reading.mentions[number].end)
        first, last = min(first, span.start), max(last, span.stop - 1)
    if head.lower_ in speech().pronouns:
        return head.idx, head.idx + len(head)
    paragraph = reading.frame_at(head.idx).start
    while first > 0 and doc[first - 1].idx >= paragraph and _joins_left(reading, doc[first - 1]):
        first -= 1
    if number is None:
        last = _right_edge(reading, head)
    while first < last and (doc[first].is_punct or doc[first].tag_ in NEVER_FIRST):
        first += 1
    return doc[first].idx, doc[last].idx + len(doc[last])


def _joins_left(reading: Reading, token: Token) -> bool:
    if reading.is_quoted(token) or token.lower_ in speech().not_speakers:
        return False
    return token.tag_ in NAME_PARTS or _is_within_title(token)


def _is_within_title(token: Token) -> bool:
    """True for the "of" of "Secretary of State Antony Blinken": names on both sides."""
    around = (token.nbor(-1), token.nbor()) if token.lower_ == "of" and 0 < token.i < len(token.doc) - 1 else ()
    return bool(around) and all(t.tag_ in ("NNP", "NNPS") for t in around)


def _right_edge(reading: Reading, head: Token) -> int:
    """The last token of a common noun's own prepositional phrases ("officials at the State Department")."""
    last = head.i
    for child in head.children:
        if child.i == last + 1 and child.lower_ in ATTACHED:
            edge = child.right_edge.i
            inner = [t for t in reading.doc[child.i : edge + 1] if _ends_phrase(reading, t)]
            last = inner[0].i - 1 if inner else edge
    return last


def _ends_phrase(reading: Reading, token: Token) -> bool:
    """True for a mark, a finite verb, a quote, or the "on" of a day: the phrase is over before it."""
    at_time = token.tag_ == "IN" and token.i + 1 < len(token.doc) and token.nbor().ent_type_ in TIMES
    return token.is_punct or token.tag_ in FINITE or reading.is_quoted(token) or at_time
