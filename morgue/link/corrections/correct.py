"""The order in which human verdicts are obeyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from morgue.link.corrections import traits
from morgue.link.corrections.desk import Desk, lay_out
from morgue.link.corrections.fair_copy import fair_copy
from morgue.link.corrections.merges import merge
from morgue.link.corrections.moves import move_mentions
from morgue.link.corrections.targets import moves
from morgue.model import Applied, Clipping, Correction, Entity, EntityCorrection, MentionKey, Problem


@dataclass(frozen=True, slots=True)
class Corrected:
    """The entities as people want them; which verdicts hold, which cannot; the mentions that people gave to theirs."""

    entities: tuple[Entity, ...]
    applied: tuple[Applied, ...] = ()
    problems: tuple[Problem, ...] = ()
    decided: frozenset[MentionKey] = frozenset()


def correct(
    entities: Sequence[Entity], clippings: Sequence[Clipping], corrections: Sequence[Correction] = ()
) -> Corrected:
    """Let people have the last word.

    Args:
        entities: What the rules have found.
        clippings: All articles with their facts.
        corrections: The verdicts, in any order. Those that are not on entities are left alone.

    Returns:
        The entities, most mentioned first, then by name. A mention belongs to one of them or, where a verdict says so,
        to none. Where two verdicts contradict each other the later counts. Nothing raises.
    """
    verdicts = [each for each in dict.fromkeys(corrections) if isinstance(each, get_args(EntityCorrection))]
    if not verdicts:
        return Corrected(tuple(entities))
    desk = lay_out(entities, clippings)
    _obey(desk, verdicts)
    corrected, decided = fair_copy(desk)
    problems = sorted(desk.problems, key=lambda problem: (problem.path, problem.message))
    return Corrected(corrected, tuple(desk.applied()), tuple(problems), decided)


def _obey(desk: Desk, verdicts: Sequence[EntityCorrection]) -> None:
    """Mentions first, then what is one, then names and kinds: each can be about what the one before has made."""
    traits.announce(desk, traits.named_before(desk, verdicts))
    move_mentions(desk, moves(desk, verdicts))
    found = traits.named_after(desk, verdicts)
    traits.announce(desk, found)
    merge(desk, verdicts)
    traits.settle(desk, found)
