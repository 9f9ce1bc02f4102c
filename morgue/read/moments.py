"""Times of files and of what they hold, as the archive writes them."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(seconds: float) -> str:
    """Seconds since 1970 as UTC, ISO 8601 to the second. A time before 1970 or absurdly late counts as 1970."""
    try:
        told = datetime.fromtimestamp(max(0, int(seconds)), tz=UTC)
    except (OverflowError, ValueError, OSError):
        told = datetime.fromtimestamp(0, tz=UTC)
    return told.strftime("%Y-%m-%dT%H:%M:%SZ")
