"""Towns of the world by name, for telling a bare name behind "in" from a body or a person."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.vote import surnames
from morgue.gazetteer import towns
from morgue.model import Mention

PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]round)\s$")
NO_PLACE_AFTER = re.compile(r"['’]s?\b|-\w")  # "in Gallup's poll"
REACH = 10


def known_towns(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Places for what the model took for a body or a person, where a preposition and the gazetteer say so."""
    known = surnames(mentions)
    return tuple(
        replace(m, kind="place", label="GPE", rule="town", confidence=0.8) if _is_town(text, m, known) else m
        for m in mentions
    )


def _is_town(text: str, mention: Mention, known: frozenset[str]) -> bool:
    return (
        mention.kind in {"organization", "person", "work", "other"}
        and mention.text in names_of_towns()
        and mention.text not in known
        and not NO_PLACE_AFTER.match(text, mention.end)
        and bool(PLACE_BEFORE.search(text, max(0, mention.start - REACH), mention.start))
    )


@cache
def names_of_towns() -> frozenset[str]:
    """The names of all towns, without those that are also given names of persons."""
    return frozenset(town.name for town in towns() if not is_given(town.name))
