"""What stands between marks without being said: titles of works, names, words that the writer holds at arm's length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.reports import reports
from morgue.extract.attribution.speech import speech
from morgue.extract.attribution.subjects import is_cue, subject_of
from morgue.extract.quotes.single_marks import SINGLE

if TYPE_CHECKING:
    from spacy.tokens import Token

WORD = re.compile(r"\w+(?:['’-]\w+)*")
SENTENCE_MARK = (".", ",", "!", "?", "…", ";", "—", "-")
MOST_WORDS_OF_TITLE = 12
WORDS_OF_SCARE = 3
SURE = 0.7
NEAR = 5  # tokens between a word of speech and the mark that it hands over to
TOLD = frozenset({"told", "tells", "telling"})
PERSONAL = frozenset({"i", "he", "she", "they", "we", "you", "who"})
NAMING = frozenset({"called", "dubbed", "nicknamed"})
KNOWN_AS = frozenset({"known as", "so called", "- called"})
READ = frozenset({"read", "reads", "reading"})
WHAT = frozenset({"what", "which", "who", "whom", "that", "as"})


def is_quote(case: Case, found: Attribution | None) -> bool:
    """False for titles, nicknames and scare quotes; `found` is what the stretch's own sentence tells of its speaker."""
    words = WORD.findall(case.reading.text[case.stretch.start : case.stretch.end])
    if not words or _is_title(case, words) or _is_name(case, words) or _is_minor(case, found) or _is_aside(case):
        return False
    if _has_clause(case):
        return True
    if found is None and not case.before and not is_whole(case, words):
        return False  # a slogan or a heading
    return is_whole(case, words) or not _is_scare(case, words, found)


def _is_aside(case: Case) -> bool:
    """A stage direction: “(Laughter.)”."""
    text = case.reading.text[case.stretch.start : case.stretch.end]
    return text[0] in "([" and text[-1] in ")]" and not any(mark in text[1:-1] for mark in "()[]")


def _is_name(case: Case, words: list[str]) -> bool:
    return _is_nickname(case, words) or _is_named_title(case, words) or _is_naming(case, words)


def _is_minor(case: Case, found: Attribution | None) -> bool:
    """Single marks in a text of double ones, with nobody speaking: a headline, or a word at arm's length."""
    if case.stretch.mark not in SINGLE or (found is not None and found.confidence > SURE):
        return False
    single = sum(s.mark in SINGLE for s in case.reading.stretches)
    return single * 2 < len(case.reading.stretches)


def is_direct(case: Case) -> bool:
    """True if the words have a subject and a verb of their own, or are a sentence by shape."""
    words = WORD.findall(case.reading.text[case.stretch.start : case.stretch.end])
    return is_whole(case, words) or (_has_clause(case) and len(words) > WORDS_OF_SCARE) or _is_second_half(case)


def _is_second_half(case: Case) -> bool:
    """True for the rest of a sentence that its attribution cuts in two: “The bridge,” he said, “is old”."""
    if case.number - 1 not in case.frame.stretches or not case.before or case.before[-1].text != ",":
        return False
    text, first = case.reading.text, case.reading.stretches[case.number - 1]
    return text[first.end - 1] == "," and text[case.stretch.end - 1] in ".,!?…"


def is_whole(case: Case, words: list[str]) -> bool:
    """True if the words are a sentence by their shape: they begin large and end in a sentence's mark."""
    text = case.reading.text[case.stretch.start : case.stretch.end]
    begins = text.lstrip("[(‘'“…. ")[:1].isupper() or case.stretch.continues
    ends = text.endswith(SENTENCE_MARK) or not case.stretch.closed
    return begins and ends and not (len(words) == 1 and text.endswith(","))


def _has_clause(case: Case) -> bool:
    """True if a verb within the marks has its subject there."""
    inside = {t.i for t in case.inner}
    return any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i in inside and t.head.i != t.i for t in case.inner)


def _title_case(words: list[str]) -> bool:
    """True if every word but the small ones begins large."""
    large = [w for w in words if w.casefold() not in speech().small_words]
    return bool(large) and words[0][0].isupper() and all(w[0].isupper() or w[0].isdigit() for w in large)


def _is_title(case: Case, words: list[str]) -> bool:
    """A title by its case, unless a verb, a comma or a colon hands over to it, as to speech; capitals alone shout."""
    if not 1 < len(words) <= MOST_WORDS_OF_TITLE or not _title_case(words) or "".join(words).isupper():
        return False
    last = case.before[-1] if case.before else None
    if last is None or last.is_punct:
        return False
    return last.lower_ in TOLD or not last.tag_.startswith("VB") or _is_read_by_somebody(case, last)


def _is_read_by_somebody(case: Case, verb: Token) -> bool:
    """True if a person reads what follows: a sign reads “Keep Out”, but he read “War and Peace”."""
    if verb.lower_ not in READ:
        return False
    subject = subject_of(case.reading, verb)
    if subject is None:
        return False
    number = case.reading.mention_of(subject)
    named = number is not None and case.reading.mentions[number].kind == "person"
    return named or subject.lower_ in PERSONAL or subject.lower_ in speech().people


def _is_named_title(case: Case, words: list[str]) -> bool:
    """A title by its case, with a word beside it that says so: the podcast “Second Shift”."""
    if len(words) > MOST_WORDS_OF_TITLE or not _title_case(words):
        return False
    around = (*case.before[-4:], *case.after[:3])
    return any(t.lower_ in speech().title_words for t in around)


def _is_naming(case: Case, words: list[str]) -> bool:
    """A name that something has: an account called “Night Bus”. But not what somebody calls a thing: what he called."""
    if " ".join(t.lower_ for t in case.before[-2:]) in KNOWN_AS:
        return True
    if not case.before or case.before[-1].lower_ not in NAMING:
        return False
    called = any(t.lower_ in WHAT or t.dep_ in ("dobj", "nsubjpass") for t in case.before)
    return not called and (_title_case(words) or len(words) <= WORDS_OF_SCARE)


def _is_nickname(case: Case, words: list[str]) -> bool:
    """A name within a name: Marcia “Cia” Price."""
    sides = (case.before[-1:], case.after[:1])
    return len(words) <= WORDS_OF_SCARE and _title_case(words) and all(t and t[0].tag_ == "NNP" for t in sides)


def _is_scare(case: Case, words: list[str], found: Attribution | None) -> bool:
    """A word or three that nobody is said to have spoken, or that "so-called" stands before."""
    if found is not None and found.confidence >= SURE:
        return False
    lead = " ".join(t.lower_ for t in case.before[-2:] if not t.is_punct)
    if any(lead == w or lead.endswith(f" {w}") for w in speech().scare_words):
        return True
    return len(words) <= WORDS_OF_SCARE and not _is_handed_over(case, words)


def _is_handed_over(case: Case, words: list[str]) -> bool:
    """True if a word of speech stands close before the marks, though who speaks is not told: a call for “unity”."""
    near = case.before[-NEAR:]
    told = any(is_cue(t) or (t.tag_.startswith("NN") and t.lower_ in reports().nouns) for t in near)
    text = case.reading.text[case.stretch.start : case.stretch.end - 1]
    likened = len(near) > 1 and near[-2].lower_ == "as" and near[-1].lower_ in ("a", "an")
    return ((told or likened) and not _title_case(words)) or any(mark in text for mark in "!?")
