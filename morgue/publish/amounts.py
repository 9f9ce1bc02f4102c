"""How many files there are, how large, and of which kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Of a path that several fit the first is its kind.
_KINDS = {
    "citations": r".*/[0-9a-f]{12}\.(?:txt|bib|ris|csl\.json)",
    "JSON": r"(?!search/|datasette/).*\.json",
    "originals": r".*/original(?:-[0-9a-f]+)?\.bin",
    "comparisons": r"articles/[^/]+/compare/.*",
    "feeds": r".*\.atom",
    "articles": r"articles/.*",
    "stories": r"stories/[0-9a-f]{12}/.*",
    "names": r"entities/[0-9a-f]{12}/.*",
    "quotes": r"quotes/[0-9a-f]{12}/.*",
    "search": r"search/.*",
    "Datasette": r"datasette/.*",
    "lists": r".*\.html",
}
_KIND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS.items()))
REST = "other"


@dataclass(frozen=True, slots=True)
class Amount:
    """Files, the bytes of all of them, and the bytes of the largest."""

    files: int = 0
    bytes: int = 0
    largest: int = 0

    def __add__(self, other: Amount) -> Amount:
        """Both together."""
        return Amount(self.files + other.files, self.bytes + other.bytes, max(self.largest, other.largest))

    def times(self, factor: float) -> Amount:
        """So many of the same."""
        return Amount(round(self.files * factor), round(self.bytes * factor), self.largest)


def kind_of(path: str) -> str:
    """To what kind a file belongs."""
    match = _KIND.fullmatch(path)
    return (match.lastgroup if match else None) or REST


def in_words(size: float) -> str:
    """A number of bytes as people say it."""
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":  # noqa: PLR2004 - as the units' names say
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    raise AssertionError("unreachable")
