"""What stands between marks without being said: titles of works, names, words that the writer holds at arm's length."""

from __future__ import annotations

import re

from morgue.extract.attribution_case import Attribution, Case
from morgue.extract.speech import speech

LONG_WORD = re.compile(r"[^\W\d_]{4,}")
WORD = re.compile(r"\w+(?:['’-]\w+)*")
SENTENCE_MARK = (".", ",", "!", "?", "…", ";", "—", "-")
MOST_WORDS_OF_TITLE = 12
WORDS_OF_SCARE = 3
SURE = 0.7


def is_quote(case: Case, found: Attribution | None) -> bool:
    """False for titles and scare quotes; `found` is the attribution that the stretch's own sentence gave."""
    words = WORD.findall(case.reading.text[case.stretch.start : case.stretch.end])
    if not words:
        return False
    if is_whole(case):
        return True
    return not (_is_title(case, words) or _is_scare(case, words, found))


def is_whole(case: Case) -> bool:
    """True if the words are a clause or more by their shape: they begin large and end in a sentence's mark."""
    text = case.reading.text[case.stretch.start : case.stretch.end]
    begins = text.lstrip("[(‘'“…. ")[:1].isupper() or case.stretch.continues
    return begins and (text.endswith(SENTENCE_MARK) or not case.stretch.closed) and not _title_case(WORD.findall(text))


def is_direct(case: Case) -> bool:
    """True if the words have a subject and a verb of their own, or are a sentence by shape."""
    inside = {t.i for t in case.inner}
    clause = any(t.dep_ in ("nsubj", "nsubjpass", "expl") and t.head.i in inside for t in case.inner)
    return is_whole(case) or (clause and len(case.inner) > 4)


def _title_case(words: list[str]) -> bool:
    long = [w for w in words if LONG_WORD.match(w)]
    return bool(long) and all(w[0].isupper() for w in long) and not (len(words) == 1 and False)


def _is_title(case: Case, words: list[str]) -> bool:
    if len(words) > MOST_WORDS_OF_TITLE or not _title_case(words):
        return False
    around = [t.lower_ for t in (*case.before[-4:], *case.after[:3])]
    return any(w in speech().title_words for w in around) or len(words) > 1


def _is_scare(case: Case, words: list[str], found: Attribution | None) -> bool:
    lead = " ".join(t.lower_ for t in case.before[-2:] if not t.is_punct)
    if any(lead == w or lead.endswith(f" {w}") for w in speech().scare_words) and (
        found is None or found.confidence < SURE
    ):
        return True
    return len(words) <= WORDS_OF_SCARE and (found is None or found.confidence < SURE)
