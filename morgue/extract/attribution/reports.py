"""The vocabulary of reported speech: which words take a clause, an infinitive, an object or a preposition behind them.

Its words are in reported.yml.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from morgue.extract.attribution.speech import noun_forms, verb_forms
from morgue.extract.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Reports:
    """Word lists, lower case, every form listed.

    `prepositions` tells for each preposition the verbs it belongs to; `empty` are words for what was said elsewhere.
    """

    clause: frozenset[str]
    infinitive: frozenset[str]
    object: frozenset[str]
    prepositions: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    empty: frozenset[str]

    def has_verb(self, word: str) -> bool:
        """True for a form of a verb that can report."""
        return (
            word in self.clause
            or word in self.infinitive
            or word in self.object
            or any(word in verbs for verbs in self.prepositions.values())
        )


@cache
def reports() -> Reports:
    """The vocabulary, read once."""
    words = vocabulary("reported")
    return Reports(
        clause=verb_forms(words["clause"]),
        infinitive=verb_forms(words["infinitive"]),
        object=verb_forms(words["object"]),
        prepositions={word: frozenset(verbs.split()) for word, verbs in words["prepositions"].items()},
        nouns=noun_forms(words["nouns"]),
        empty=frozenset(words["empty"].split()),
    )
