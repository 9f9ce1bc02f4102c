"""Doubts that people have answered need no telling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from morgue.link.entities.names import fold
from morgue.link.entities.persons.names import parse
from morgue.model import Apart, Correction, Entity, Merge, Problem

_QUOTED = re.compile(r"“([^”]+)”")


def unanswered(
    doubts: Sequence[Problem], corrections: Sequence[Correction], entities: Sequence[Entity]
) -> tuple[Problem, ...]:
    """The doubts whether two names are two people, but for those that a verdict answers.

    Args:
        doubts: What the rules are not sure of, each with two names between quotation marks.
        corrections: The verdicts: a pair that one puts together or keeps apart is no question any more.
        entities: What is left after the verdicts: nobody asks about a name that was dropped.
    """
    answered = [
        {fold(named.name) for named in each.entities if named.name}
        for each in corrections
        if isinstance(each, Merge | Apart)
    ]
    left = {fold(parse(alias.name).printed) for entity in entities for alias in entity.aliases} if doubts else set()
    return tuple(
        doubt for doubt in doubts if _asks_of(doubt) <= left and not any(_asks_of(doubt) <= names for names in answered)
    )


def _asks_of(doubt: Problem) -> set[str]:
    return {fold(name) for name in _QUOTED.findall(doubt.message)}
