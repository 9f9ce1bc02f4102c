"""What lies in itself so deep that libraries take their time over it, or fall over: told before they are asked."""

from __future__ import annotations

import re
from typing import Any

DEEPEST = 100  # lists and records in each other; an answer of a service has five or six
MOST_PARTS = 500  # of a message; the library's time grows with the square of them
PART = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)


def too_deep(value: Any) -> bool:
    """Whether lists and records of a JSON value lie in each other deeper than anything that is meant to be read."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def too_many_parts(message: bytes) -> bool:
    """Whether a message has so many parts, or messages in messages, that no mail program wrote it."""
    return sum(1 for _ in PART.finditer(message)) > MOST_PARTS
