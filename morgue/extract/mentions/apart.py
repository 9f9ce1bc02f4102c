"""Names that the model, or a careless page, ran together: "Thom TillisThomas", "Facebook and Twitter", "Roe (R"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from morgue.model import Mention

GLUED = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z]{2})|(?<=\.)(?=[A-Z][a-z]{3})")
BETWEEN = re.compile(r"\s*(?:,\s+(?:and\s+)?|\s(?:and|&|or)\s|/)\s*(?:the\s+)?")
POSSESSIVE = re.compile(r"(?<=\w)['’]s?\s")
UNCLOSED = re.compile(r"\s*[(\[{][^)\]}]*$")


def parted_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """One mention for each name: cut where a bracket opens, where words are glued, and between names known singly."""
    known = {m.text for m in mentions}
    return tuple(part for m in mentions for part in _parts(text, m, known))


def _parts(text: str, mention: Mention, known: set[str]) -> Iterator[Mention]:
    end = mention.start + _length(text, mention, known)
    if end == mention.start:
        return
    for start, stop in list(_singly(text, mention.start, end, known)) or [(mention.start, end)]:
        whole = (start, stop) == (mention.start, mention.end)
        yield mention if whole else replace(mention, start=start, end=stop, text=text[start:stop], rule="parted")


def _length(text: str, mention: Mention, known: set[str]) -> int:
    """How many characters of what the model took for a name are one."""
    name = mention.text
    if unclosed := UNCLOSED.search(name):
        name = name[: unclosed.start()]
    if (owner := POSSESSIVE.search(name)) and name[: owner.start()] in known:  # "Trump’s Muslim ban" is no name
        return owner.start()
    if mention.kind != "person":
        return len(name)
    for glued in GLUED.finditer(name):
        head = name[: glued.start()]
        if re.search(rf"\b{re.escape(head.split()[-1])}\b", text):  # the tail of a list of links, glued to the next
            return len(head) if head in known else 0
    if text.startswith(" (", mention.end) and (head := name.rpartition(" ")[0]) in known and " " in head:
        return len(head)
    return len(name)


def _singly(text: str, start: int, end: int, known: set[str]) -> Iterator[tuple[int, int]]:
    """The spans of names joined by "and" or a comma, if the document has every one of them by itself."""
    ends = [*((m.start(), m.end()) for m in BETWEEN.finditer(text, start, end)), (end, end)]
    spans, place = [], start
    for stop, following in ends:
        spans.append((place, stop))
        place = following
    if len(spans) > 1 and all(text[a:b] in known for a, b in spans):
        yield from spans
