"""Headlines and cross-heads, where every word has a capital and the model takes verbs for names: "Boehner Pulls"."""

from __future__ import annotations

import re
from dataclasses import replace

from morgue.model import Mention

WORD = re.compile(r"[^\W\d_][\w'’-]{3,}")  # shorter words are printed small in most headlines
LEAST = 3  # words that make a headline
SHARE = 0.8  # of the longer words that have a capital
LONGEST = 160  # characters
VERB = re.compile(r"[A-Z][a-z]{2,}[^s\W]s|Will|To|Is|Has|Was|Gets")


def is_headline(line: str) -> bool:
    """Whether nearly all longer words of a line have a capital, and it ends without a full stop."""
    words = WORD.findall(line)
    capitals = sum(word[0].isupper() for word in words)
    return len(line) <= LONGEST and len(words) >= LEAST and capitals >= SHARE * len(words) and line[-1:] != "."


def line_around(text: str, place: int) -> str:
    """The line of a text that holds a place."""
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)].strip()


def headline_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names in headlines without the verb that follows a person whom the document knows: "Boehner Pulls" is Boehner."""
    verbs = [m for m in mentions if (words := m.text.split(" "))[1:] and VERB.fullmatch(words[1])]
    inside = frozenset(m for m in verbs if is_headline(line_around(text, m.start)))
    known = {m.text.split(" ")[-1] for m in mentions if m.kind == "person" and m not in inside}
    return tuple(_cut(m) if m in inside and m.text.split(" ")[0] in known else m for m in mentions)


def _cut(mention: Mention) -> Mention:
    name = mention.text.split(" ")[0]
    end = mention.start + len(name)
    return replace(mention, end=end, text=name, kind="person", label="PERSON", rule="headline", confidence=0.8)
