"""Whether two roles of one person contradict each other."""

from __future__ import annotations

from morgue.link.versions.texts import words_of
from morgue.link.vocabulary import table, words


def contradict(one: str, two: str) -> bool:
    """True if the roles are of different rank in the same office, or different offices with nothing in common."""
    here, there = set(words_of(one)), set(words_of(two))
    ranks = set(table("contradictions")["ranks"])
    offices = _offices(here), _offices(there)
    if not all(offices):
        return False
    if offices[0] & offices[1]:
        return here & ranks != there & ranks
    return not (here & there) - words("stopwords") - ranks


def _offices(role: set[str]) -> set[int]:
    """The lines of the vocabulary in which a word of the role stands."""
    return {line for line, synonyms in enumerate(table("contradictions")["offices"]) if role & set(synonyms)}
