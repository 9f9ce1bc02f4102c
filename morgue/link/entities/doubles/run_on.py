"""Known names that something ran into: “Donald Trump Trump” of a caption, “Ted Cruz!Cruz”, “George W. Bush-era”.

What follows is a person's name again or part of it, a note's number, or what a hyphen adds; a Jr. or a foundation is
somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity

KNOWN: Final = 12  # mentions of the name that something ran into
COMMONER: Final = 5  # times as often as the one that ran on it is printed

_ADDED = re.compile(
    r"-(?:aligned|appointed|backed|bashing|esque|era|friendly|funded|inspired|led|like|nominated|style|type)$"
)
_MARKS = re.compile(r"(?<=[a-z])[!?;:/]+(?=[A-Z])")
_NOTE = re.compile(r"[.,]?\[\d+\]?$")
_GLUED = re.compile(r"[a-z]*[Tt]he(?=[A-Z])")


def run_on(members: Bearers) -> dict[Identity, Identity]:
    """The names that are a known one with something behind or before it.

    Returns:
        The identity of each → that of the known name.
    """
    printed = [(commonest(mentions), one, len(mentions)) for one, mentions in members.items()]
    known: dict[str, tuple[int, Identity]] = {}
    for text, one, count in sorted(printed, key=lambda each: (-each[2], each[1].key)):
        if count >= KNOWN:
            known.setdefault(fold_body(one.name or text), (count, one))
            known.setdefault(fold_body(text), (count, one))
    found = {}
    for text, one, count in printed:
        if one.name is None and (whole := _whole(text, count, known)) and whole != one:
            found[one] = whole
    return {one: whole for one, whole in found.items() if whole not in found}


def _whole(text: str, count: int, known: Mapping[str, tuple[int, Identity]]) -> Identity | None:
    """The known name in a longer one, if it is far commoner."""
    for form, of_person in _bare(text):
        whole = known.get(form)
        if whole and whole[0] >= COMMONER * count and (whole[1].kind == "person" or not of_person):
            return whole[1]
    return None


def _bare(text: str) -> Iterator[tuple[str, bool]]:
    """What a name may be without what ran into it, folded, and whether that must be a person's name."""
    for added in (_ADDED, _NOTE):
        if added.search(text):
            yield fold_body(added.sub("", text)), False
    if _GLUED.match(text) and " " in text:
        yield fold_body(_GLUED.sub("", text, count=1)), False
    head, *rest = _MARKS.split(text)
    if rest and set(fold_body(" ".join(rest)).split()) <= set(fold_body(head).split()):
        yield fold_body(head), False
    tokens = fold_body(text).split()
    for size in range(len(tokens) - 1, 1, -1):
        if tokens[size] in tokens[:size]:
            yield " ".join(tokens[:size]), True
