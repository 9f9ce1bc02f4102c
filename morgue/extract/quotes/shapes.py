"""What stands between marks without being said: titles of works, names, words that the writer holds at arm's length."""

from __future__ import annotations

import re

from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.speech import speech

WORD = re.compile(r"\w+(?:['’-]\w+)*")
SENTENCE_MARK = (".", ",", "!", "?", "…", ";", "—", "-")
MOST_WORDS_OF_TITLE = 12
WORDS_OF_SCARE = 3
SURE = 0.7


def is_quote(case: Case, found: Attribution | None) -> bool:
    """False for titles, nicknames and scare quotes; `found` is what the stretch's own sentence tells of its speaker."""
    words = WORD.findall(case.reading.text[case.stretch.start : case.stretch.end])
    if not words or _is_nickname(case, words) or _is_named_title(case, words):
        return False
    if _is_title(case, words):
        return False
    return is_whole(case, words) or _has_clause(case) or not _is_scare(case, words, found)


def is_direct(case: Case) -> bool:
    """True if the words have a subject and a verb of their own, or are a sentence by shape."""
    words = WORD.findall(case.reading.text[case.stretch.start : case.stretch.end])
    return is_whole(case, words) or (_has_clause(case) and len(words) > WORDS_OF_SCARE)


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
    return bool(case.before) and not case.before[-1].is_punct and not case.before[-1].tag_.startswith("VB")


def _is_named_title(case: Case, words: list[str]) -> bool:
    """A title by its case, with a word beside it that says so: the podcast “Second Shift”."""
    if len(words) > MOST_WORDS_OF_TITLE or not _title_case(words):
        return False
    around = (*case.before[-4:], *case.after[:3])
    return any(t.lower_ in speech().title_words for t in around)


def _is_nickname(case: Case, words: list[str]) -> bool:
    """A name within a name: Marcia “Cia” Price."""
    sides = (case.before[-1:], case.after[:1])
    return len(words) <= WORDS_OF_SCARE and _title_case(words) and all(t and t[0].tag_ == "NNP" for t in sides)


def _is_scare(case: Case, words: list[str], found: Attribution | None) -> bool:
    """A word or three that nobody is said to have spoken, or that "so-called" stands before."""
    if found is not None and found.confidence >= SURE:
        return False
    lead = " ".join(t.lower_ for t in case.before[-2:] if not t.is_punct)
    marked = any(lead == w or lead.endswith(f" {w}") for w in speech().scare_words)
    return marked or len(words) <= WORDS_OF_SCARE
