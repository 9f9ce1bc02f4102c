"""Which part of a file a Range header asks for (RFC 9110, one range)."""

from __future__ import annotations

import re

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def asked(header: str | None, total: int) -> tuple[int, int] | None:
    """Start and end (exclusive) of the part of a file of `total` bytes; None where the whole is meant.

    What is no range, or several, means the whole.

    Raises:
        ValueError: There is nothing at that place.
    """
    found = _RANGE.fullmatch(header.strip()) if header else None
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:  # so many bytes from the end
        start, end = max(total - int(last), 0), total
    else:
        start, end = int(first), min(int(last) + 1, total) if last else total
        if last and int(last) < start:
            return None
    if start >= total or start >= end:
        raise ValueError(header)
    return start, end
