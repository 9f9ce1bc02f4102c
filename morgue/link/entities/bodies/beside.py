"""What stands around a name tells of it, where several bear it: “Bloomberg reported”, “California and New York”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from morgue.gazetteer import states
from morgue.link.entities.names import fold_body
from morgue.link.vocabulary import table
from morgue.model import Mention

REACH: Final = 60  # characters to look at on either side
ARTICLES: Final = 64  # of which the answers are remembered
STATE: Final = "{state}"  # in a pattern: any state of the US


@dataclass(frozen=True, slots=True)
class _Reading:
    """Whom a name means, as the table prints it, where one of these stands before or behind it; None: not to be told.

    And wherever else it stands, in an article that has one of `where`, if any are told, and none of `unless`.
    """

    name: str | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    where: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def means(self, text: str, mention: Mention) -> bool:
        """Whether a mention is to be read so."""
        if self.before and self.before.search(text[max(0, mention.start - REACH) : mention.start]):
            return True
        if self.after and self.after.match(text, mention.end, mention.end + REACH):
            return True
        if not (self.where or self.unless):
            return False
        return (not self.where or _has(self.where, text)) and not (self.unless and _has(self.unless, text))


def told_beside(text: str, mention: Mention) -> str | None:
    """The full name, as the table prints it, of the one whom the words beside it tell; None where they tell nothing.

    Args:
        text: The article's text.
        mention: A mention in it.
    """
    reading = _reading(text, mention)
    return reading.name if reading else None


def left_open_beside(text: str, mention: Mention) -> bool:
    """Whether the words beside a name tell that it is not the one that bears it mostly, but not whose it is."""
    reading = _reading(text, mention)
    return reading is not None and reading.name is None


def _reading(text: str, mention: Mention) -> _Reading | None:
    readings = _readings().get(fold_body(mention.text))
    return next((reading for reading in readings if reading.means(text, mention)), None) if readings else None


@lru_cache(ARTICLES)
def _has(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.search(text) is not None


@cache
def _readings() -> Mapping[str, tuple[_Reading, ...]]:
    return {
        form: tuple(
            _Reading(
                each.get("name"),
                _any(each.get("before", ()), "$"),
                _any(each.get("after", ())),
                _any(each.get("where", ())),
                _any(each.get("unless", ())),
            )
            for each in readings
        )
        for form, readings in table("beside").items()
    }


def _any(patterns: Sequence[str], end: str = "") -> re.Pattern[str] | None:
    several = "|".join(patterns).replace(STATE, _any_state())
    return re.compile(f"(?:{several}){end}") if patterns else None


@cache
def _any_state() -> str:
    """The states by their names, but for those whose names mean something else as well."""
    others = {*table("beside"), *map(fold_body, table("places")["homonyms"])}
    return f"(?:{'|'.join(name for name in states() if fold_body(name) not in others)})"
