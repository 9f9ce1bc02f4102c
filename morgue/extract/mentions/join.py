"""Puts together bodies whose names the model cut at a small word: "Bank of" and "Japan"."""

from __future__ import annotations

import re

from morgue.extract.mentions.merge import merged, touching
from morgue.extract.vocabulary import words
from morgue.model import Mention

WORD_AT_END = re.compile(r"(\w+)$")
DANGLING = re.compile(r"\s+(?:of|for|and|to|on|in|the|by)$")
REST = re.compile(r"(?:\s+(?:of|for)(?:\s+the)?)?(?:\s+(?:(?:and|of|for)\s+(?:the\s+)?)?[A-Z][\w&-]+)+")


def joined_bodies(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each body's name up to its own end, and no name that ends in a small word."""
    return merged(mentions, [whole for m in mentions if (whole := _whole(text, m, mentions))])


def _whole(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention | None:
    if mention.kind != "organization":
        return None
    head = DANGLING.sub("", mention.text)
    last = WORD_AT_END.search(head)
    end = mention.start + len(head)
    rest = REST.match(text, end) if last and last[1] in words("gazetteer", "body_nouns") else None
    if rest and re.match(r"\s+(?:of|for)\s", rest[0]):
        end = rest.end()
    if end == mention.end:
        return None
    end = max([end, *(m.end for m in touching(mentions, mention.start, end) if m.start > mention.start)])
    return Mention(mention.start, end, text[mention.start : end], mention.label, mention.kind, "joined", 0.75)
