"""Doubts that people have answered need no telling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from morgue.link.entities.names import fold
from morgue.model import Apart, Correction, Merge, Problem

_QUOTED = re.compile(r"“([^”]+)”")


def unanswered(doubts: Sequence[Problem], corrections: Sequence[Correction]) -> tuple[Problem, ...]:
    """The doubts whether two names are two people, but for pairs of which a verdict says it."""
    answered = [
        {fold(named.name) for named in each.entities if named.name}
        for each in corrections
        if isinstance(each, Merge | Apart)
    ]
    return tuple(doubt for doubt in doubts if not any(_asks_of(doubt) <= names for names in answered))


def _asks_of(doubt: Problem) -> set[str]:
    return {fold(name) for name in _QUOTED.findall(doubt.message)}
