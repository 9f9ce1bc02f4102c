"""Whether two roles of one person contradict each other."""

from __future__ import annotations

from morgue.link.versions.texts import words_of
from morgue.link.vocabulary import table, words


def contradict(one: str, two: str, *, abroad: bool = False) -> bool:
    """Whether two roles cannot be held by one person at one time.

    True if they are of different rank or field in one office, or different offices with nothing in common. Whose field
    is the same has one office under two names: a foreign minister is a secretary of state, but not `abroad`, where the
    two roles are of different countries.
    """
    here, there = set(words_of(one)), set(words_of(two))
    offices = _lines(here, "offices"), _lines(there, "offices")
    fields = _lines(here, "fields"), _lines(there, "fields")
    if not all(offices):
        return False
    other_field = all(fields) and not fields[0] & fields[1]
    if offices[0] & offices[1]:
        ranks = set(table("contradictions")["ranks"])
        return here & ranks != there & ranks or other_field or abroad
    if fields[0] & fields[1]:
        return abroad
    return other_field or not (here & there) - words("stopwords") - words("contradictions", "ranks")


def _lines(role: set[str], part: str) -> set[int]:
    """The lines of the vocabulary in which a word of the role stands."""
    return {line for line, synonyms in enumerate(table("contradictions")[part]) if role & set(synonyms)}
