"""Single quotation marks, British style, told from apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator

SINGLE = "'‘‚‛"
OPENING = re.compile(r"(?<![\w’'.,!?])[‘'](?=[\w“\"…£$€])")
CLOSING = re.compile(r"(?<=[^\s(\[—–])[’'](?![\w'’])")
# 'em, '70s, 'n', 'tis: a letter or figure is left out, nothing is quoted.
ELISION = re.compile(
    r"[‘’'](?:\d\ds?|n['’]?|em|til|tis|twas|cause|cos|bout|round|til|ere|im|er|un|ello|ere|twixt|neath|gainst)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"s[’']\s+[a-z]")


def single_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, int, int]]:
    """Pairs of single marks between two offsets: opening, start, end, closing."""
    at = start
    while opening := _opening(text, at, end):
        following = _opening(text, opening.end(), end)
        limit = following.start() if following else end
        closing = _closing(text, opening, limit) or _closing(text, opening, end)
        if closing is None:
            at = opening.end()
            continue
        yield opening.start(), opening.end(), closing.start(), closing.end()
        at = closing.end()


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((m for m in OPENING.finditer(text, start, end) if not ELISION.match(text, m.start())), None)


def _closing(text: str, opening: re.Match[str], limit: int) -> re.Match[str] | None:
    """The first closing mark that cannot be the apostrophe of a plural possessive, else the last that can."""
    wanted = "’" if opening.group() == "‘" else "'"
    closings = [m for m in CLOSING.finditer(text, opening.end(), limit) if m.group() == wanted]
    sure = (m for m in closings if not POSSESSIVE.match(text, m.start() - 1))
    return next(sure, closings[-1] if closings else None)
