"""Bodies that the text explains by their initials: "Organization for Security and Co-operation in Europe (OSCE)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from morgue.extract.mentions.merge import merged, touching
from morgue.model import Mention

CONFIDENCE = 0.9
REACH = 120  # characters that a body's name takes at most
INITIALS = re.compile(r" \(([A-Z]{3,7})\)")
WORD = re.compile(r"[^\W\d_][\w&’'-]*")
GAP = re.compile(r",? (?:& )?")


def explained_bodies(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each body's name from the word of its first initial to that of its last, where it is no person's."""
    names = (Mention(s, e, text[s:e], "ORG", "organization", "explained", CONFIDENCE) for s, e in _explained(text))
    return merged(mentions, (name for name in names if _mends(name, mentions)))


def _mends(name: Mention, mentions: tuple[Mention, ...]) -> bool:
    there = touching(mentions, name.start, name.end)
    known = [(m.start, m.end) for m in there] == [(name.start, name.end)]
    return not known and all(m.kind != "person" for m in there)


def _explained(text: str) -> Iterator[tuple[int, int]]:
    for bracket in INITIALS.finditer(text):
        floor = max(text.rfind("\n", 0, bracket.start()) + 1, bracket.start() - REACH)
        run: list[re.Match[str]] = []
        for word in reversed(list(WORD.finditer(text, floor, bracket.start()))):
            if not GAP.fullmatch(text, word.end(), run[0].start()) if run else word.end() != bracket.start():
                break
            run.insert(0, word)
            if word[0][0].isupper() and bracket[1] in _initials(run):
                yield word.start(), bracket.start()
                break


def _initials(run: list[re.Match[str]]) -> set[str]:
    """The initials of the words with a capital, a hyphened word as one and as several."""
    capitals = [word[0] for word in run if word[0][0].isupper()]
    parts = [part for word in capitals for part in word.split("-") if part]
    return {"".join(word[0] for word in capitals), "".join(part[0].upper() for part in parts)}
