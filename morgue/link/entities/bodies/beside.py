"""What the words right beside a name tell of it, where several bear it: “Bloomberg reported”, “New York Governor”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from morgue.link.entities.names import fold_body
from morgue.link.vocabulary import table
from morgue.model import Mention

REACH: Final = 60  # characters to look at on either side


@dataclass(frozen=True, slots=True)
class _Reading:
    """Whom a name means, folded, where one of these stands before or behind it.

    And wherever else it stands, in an article that has none of `unless`.
    """

    name: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    unless: re.Pattern[str] | None = None


def told_beside(text: str, mention: Mention) -> str | None:
    """The full name, folded, of the one whom the words beside a name tell; None where they tell nothing.

    Args:
        text: The article's text.
        mention: A mention in it.
    """
    for reading in _readings().get(fold_body(mention.text), ()):
        before, after = text[max(0, mention.start - REACH) : mention.start], text[mention.end : mention.end + REACH]
        if (reading.before and reading.before.search(before)) or (reading.after and reading.after.match(after)):
            return reading.name
        if reading.unless and not reading.unless.search(text):
            return reading.name
    return None


@cache
def _readings() -> Mapping[str, tuple[_Reading, ...]]:
    return {
        form: tuple(
            _Reading(
                fold_body(each["name"]),
                _any(each["before"], at_end=True),
                _any(each["after"], at_end=False),
                _any(each.get("unless", []), at_end=False),
            )
            for each in readings
        )
        for form, readings in table("beside").items()
    }


def _any(patterns: list[str], *, at_end: bool) -> re.Pattern[str] | None:
    return re.compile(f"(?:{'|'.join(patterns)}){'$' if at_end else ''}") if patterns else None
