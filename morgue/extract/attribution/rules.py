"""Quotes → who says them: rules in one tuple, asked in its order. The first answer counts.

A new rule is a function from a `Case` to an `Attribution` or None, in the module for its kind, and a line in the tuple.
"""

from __future__ import annotations

from collections.abc import Callable

from morgue.extract.attribution.beside import according_to, said_after, said_before, said_in_next_sentence, signed
from morgue.extract.attribution.case import Attribution, Case
from morgue.extract.attribution.grammar import before_colon, governing_verb, subject_of_sentence, verb_in_sentence
from morgue.extract.quotes.frames import Reading

Rule = Callable[[Case], Attribution | None]

RULES: tuple[Rule, ...] = (
    said_after,
    said_before,
    governing_verb,
    according_to,
    signed,
    said_in_next_sentence,
    verb_in_sentence,
    before_colon,
    subject_of_sentence,
)


def attribute(reading: Reading, number: int) -> Attribution | None:
    """The attribution that a stretch's own sentence gives, or None: then its neighbours may tell."""
    case = Case(reading, number)
    return next((found for rule in RULES if (found := rule(case)) is not None), None)
