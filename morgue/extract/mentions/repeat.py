"""Names that the model saw in one place of the document and missed in another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from morgue.extract.mentions.merge import merged
from morgue.extract.mentions.vote import surnames
from morgue.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator


def repeated_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The other places of full names and of bare surnames of persons, where nothing has been found yet."""
    known = {m.text: m for m in reversed(mentions) if " " in m.text}
    surname = {name: m for m in reversed(mentions) if m.kind == "person" for name in surnames((m,))}
    found = [*_again(text, known, "repeated name"), *_again(text, surname, "known surname")]
    there = {(m.start, m.end) for m in mentions}
    return merged(mentions, (f for f in found if (f.start, f.end) not in there))


def _again(text: str, names: dict[str, Mention], rule: str) -> Iterator[Mention]:
    if not names:
        return
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<![\w&’'-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w&])(?!-[A-Z])")
    for hit in pattern.finditer(text):
        first = names[hit[0]]
        yield Mention(hit.start(), hit.end(), hit[0], first.label, first.kind, rule, 0.85)
