"""Dates in words, only as precise as they are known."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

UNDATED = "undated"
# How a date came by its value, where the reader should know that nobody printed it.
BASIS_WORDS = {"story": "from its story", "url": "from its address", "text": "from its text", "feed": "from a feed"}
_DAY, _MONTH = len("2022-02-14"), len("2022-02")


def in_words(published: str | None, precision: str) -> str:
    """An ISO date cut to its precision, as a reader says it: "14 February 2022", "February 2022", "undated"."""
    if not published or precision == "unknown":
        return UNDATED
    if precision == "year" or len(published) < _MONTH:
        return published[:4]
    if precision == "month" or len(published) < _DAY:
        return _read(f"{published[:_MONTH]}-01", "%B %Y", published)
    return _read(published[:_DAY], "%-d %B %Y", published)


def between(first: str | None, last: str | None) -> str:
    """A span of ISO dates of any precision in words."""
    if not first or not last:
        return UNDATED
    begin, end = in_words(first, "second"), in_words(last, "second")
    return begin if begin == end else f"{begin} to {end}"


@lru_cache(4096)
def _read(day: str, form: str, otherwise: str) -> str:
    try:
        return date.fromisoformat(day).strftime(form)
    except ValueError:
        return otherwise
