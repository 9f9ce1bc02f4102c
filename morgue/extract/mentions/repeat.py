"""Names that the model saw in one place of the document and missed in another."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from morgue.extract.mentions.merge import merged
from morgue.extract.mentions.vote import surnames
from morgue.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 3  # letters of a lone name
OFTEN = 2  # times that the model must have found it
KINDS = {"person", "organization", "place"}
LOWER = re.compile(r"\b[a-z]{3,}\b")


def repeated_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The other places of full names, initials, lone names and bare surnames, where nothing has been found yet."""
    known = {m.text: m for m in reversed(mentions) if " " in m.text}
    lone = _lone(text, mentions)
    surname = {name: m for m in reversed(mentions) if m.kind == "person" for name in surnames((m,))}
    found = [*_again(text, known, "repeated name"), *_again(text, lone, "repeated name")]
    found += _again(text, surname, "known surname")
    there = {(m.start, m.end) for m in mentions}
    return merged(mentions, (f for f in found if (f.start, f.end) not in there))


def _lone(text: str, mentions: tuple[Mention, ...]) -> dict[str, Mention]:
    """Single words that the model found more than once and with one kind, and that are no words of the text."""
    kinds: dict[str, set[str]] = {}
    for m in mentions:
        if m.kind in KINDS and len(m.text) >= SHORTEST and m.text.isalpha():
            kinds.setdefault(m.text, set()).add(m.kind)
    often = Counter(m.text for m in mentions)
    sure = {name for name, of in kinds.items() if len(of) == 1 and often[name] >= OFTEN}
    common = {word for word in LOWER.findall(text) if word in {name.casefold() for name in sure}}
    return {m.text: m for m in reversed(mentions) if m.text in sure and m.text.casefold() not in common}


def _again(text: str, names: dict[str, Mention], rule: str) -> Iterator[Mention]:
    if not names:
        return
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w&’'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w&])(?!-[A-Z])")
    for hit in pattern.finditer(text):
        first = names[hit[0]]
        yield Mention(hit.start(), hit.end(), hit[0], first.label, first.kind, rule, 0.85)
