"""What changed from one wording to another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

ChangeKind = Literal["same", "gone", "added"]

WORD = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
# Marks that typesetting changes: no reader would call them another wording.
TYPESETTING = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
STOP, STOPS = ".", frozenset(",.;…")
WEAK = 3  # a word this short between two changes holds nothing together


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that stayed, went or came. `space` is what stood after it."""

    kind: ChangeKind
    text: str
    space: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    space: str
    key: str


def differences(source: str, wording: str) -> tuple[Change, ...]:
    """The way from `source` to `wording`: what of the source stayed (as the wording prints it), went, and came."""
    before, after = _tokens(source), _tokens(wording)
    changes: list[Change] = []
    old, new = 0, 0
    for i, j, size in _blocks(before, after):
        changes.extend(_replaced(before[old:i], after[new:j]))
        if size:
            # A space on either side keeps a following deletion from sticking to the word before it.
            space = before[i + size - 1].space or after[j + size - 1].space
            changes.append(_change("same", after[j : j + size], space))
        old, new = i + size, j + size
    return tuple(changes)


def both_sides(source: str, wording: str) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Each of two texts as it is printed: the one with what went, the other with what came in its place."""
    before, after = _tokens(source), _tokens(wording)
    left: list[Change] = []
    right: list[Change] = []
    old, new = 0, 0
    for i, j, size in _blocks(before, after):
        left.extend(_run("gone", before[old:i]))
        left.extend(_run("same", before[i : i + size]))
        right.extend(_run("added", after[new:j]))
        right.extend(_run("same", after[j : j + size]))
        old, new = i + size, j + size
    return tuple(left), tuple(right)


def are_same(source: str, wording: str) -> bool:
    """Whether two texts differ in typesetting only."""
    return source == wording or _keys(source) == _keys(wording)


def have_same_words(source: str, wording: str) -> bool:
    """Whether two quotes have the same words, however they are punctuated."""
    if source == wording:
        return True
    return [word for word in _keys(source) if word[0].isalnum()] == [w for w in _keys(wording) if w[0].isalnum()]


def _keys(text: str) -> list[str]:
    return [token.key for token in _tokens(text)]


def _replaced(gone: Sequence[_Token], added: Sequence[_Token]) -> Iterator[Change]:
    if gone:
        yield _change("gone", gone, " " if added else gone[-1].space)
    if added:
        yield _change("added", added, added[-1].space)


def _run(kind: ChangeKind, tokens: Sequence[_Token]) -> Iterator[Change]:
    if tokens:
        yield _change(kind, tokens, tokens[-1].space)


def _change(kind: ChangeKind, tokens: Sequence[_Token], space: str) -> Change:
    return Change(kind, "".join(token.text + token.space for token in tokens[:-1]) + tokens[-1].text, space)


def _blocks(before: Sequence[_Token], after: Sequence[_Token]) -> list[tuple[int, int, int]]:
    """What both have, as place in the one, place in the other and length; the last block is empty, at the end."""
    if before == after:
        return [(0, 0, len(after)), (len(before), len(after), 0)]
    matcher = SequenceMatcher(None, [token.key for token in before], [token.key for token in after], autojunk=False)
    *found, last = matcher.get_matching_blocks()
    ends = (len(before), len(after))
    firm = [b for b in found if _holds(after[b.b : b.b + b.size]) or _at_an_end(b, ends)]
    return [(b.a, b.b, b.size) for b in (*firm, last)]


def _holds(tokens: Sequence[_Token]) -> bool:
    """Whether a run is enough to be told as kept; a lone "to" amid changes only makes them hard to read."""
    return len(tokens) > 1 or any(len(token.text) > WEAK for token in tokens)


def _at_an_end(block: tuple[int, int, int], ends: tuple[int, int]) -> bool:
    a, b, size = block
    return (a, b) == (0, 0) or (a + size, b + size) == ends


@lru_cache(64)  # a page tells the same words again and again
def _tokens(text: str) -> tuple[_Token, ...]:
    places = [match.span() for match in WORD.finditer(text)]
    following = [*(start for start, _ in places[1:]), len(text)]
    return tuple(
        _Token(text[start:end], " " if end < after else "", _key(text[start:end], is_last=after == len(text)))
        for (start, end), after in zip(places, following, strict=False)
    )


def _key(token: str, *, is_last: bool) -> str:
    """What two tokens have in common that a reader takes for the same. How a quote stops is the page's affair."""
    return STOP if is_last and token in STOPS else token.translate(TYPESETTING).casefold()
