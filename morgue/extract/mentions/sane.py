"""What cannot be a name: numbers, dates, pronouns, single letters, words that nobody wrote with a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from morgue.extract.vocabulary import vocabulary, words

if TYPE_CHECKING:
    from morgue.model import Mention

NO_LETTERS = re.compile(r"[\W\d_]*\w?[\W\d_]*")
ADDRESS = re.compile(r"https?://|www\.|@\w|\.(?:com|org|net)\b")


def sane_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:  # noqa: ARG001 - a rule's shape
    """The mentions that can be names."""
    return tuple(m for m in mentions if _can_be_name(m.text))


def _can_be_name(text: str) -> bool:
    if NO_LETTERS.fullmatch(text) or ADDRESS.search(text) or text == text.lower():
        return False
    word = text.rstrip(".")
    if word in words("gazetteer", "generic"):
        return False
    calendar = vocabulary("calendar")
    return word not in calendar["weekdays"] and (word not in calendar["months"] or word in calendar["also_names"])
