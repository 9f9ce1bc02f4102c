"""What cannot be a name: numbers, dates, single letters, words that nobody wrote with a capital, page furniture."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from morgue.extract.vocabulary import vocabulary, words

if TYPE_CHECKING:
    from morgue.model import Mention

NO_LETTERS = re.compile(r"[\W\d_]*\w?[\W\d_]*")
ADDRESS = re.compile(r"https?://|www\.|@\w|\.(?:com|org|net)\b")
TWEET = re.compile(r"\bRT\b|\bw/")
CLOCK = re.compile(r"\b\d?\d[:.]\d\d\b")
NO_PERSON = re.compile(r"\b(?:Getty Images|AFP|Reuters|REUTERS|AP|MPs|MEPs)\b|\b(?:and|&) (?:I|Me|me)$")
SEAT = re.compile(r"[RDI][-–](?:[A-Z][\w.]*|[A-Z]{2})(?:\s[A-Z][a-z]+)?")  # "D-N.M.", of a senator


def sane_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions that can be names. What follows @ or # is an account or a label."""
    return tuple(m for m in mentions if text[m.start - 1 : m.start] not in {"@", "#"} and _is_sane(m))


def _is_sane(mention: Mention) -> bool:
    """Whether it can be a name, and if a person's, not a photograph's credit or a crowd."""
    return _can_be_name(mention.text) and not (mention.kind == "person" and NO_PERSON.search(mention.text))


def _can_be_name(text: str) -> bool:
    if (
        NO_LETTERS.fullmatch(text)
        or ADDRESS.search(text)
        or CLOCK.search(text)
        or TWEET.search(text)
        or text == text.lower()
    ):
        return False
    if SEAT.fullmatch(text) or _furniture().search(text):
        return False
    word = text.rstrip(".")
    if word in words("gazetteer", "generic"):
        return False
    calendar = vocabulary("calendar")
    return word not in calendar["weekdays"] and (word not in calendar["months"] or word in calendar["also_names"])


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, vocabulary('gazetteer')['furniture']))})\b")
