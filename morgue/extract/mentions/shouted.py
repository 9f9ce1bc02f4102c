"""Names in capitals: headlines and cross-heads that shout, where the model takes any words for a name."""

from __future__ import annotations

from dataclasses import replace

from morgue.extract.mentions.certain import is_certain
from morgue.model import Mention

NAMES = 2  # words that a shouted person's name has
WORD = 8  # letters from which capitals are rather a word
ACRONYM = 5  # letters up to which capitals are a name of their own


def shouted_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Names of several words in capitals, if the document prints them otherwise too; cut to a person whom it knows.

    A dateline, a person's two names and what the gazetteer knows need no other witness.
    """
    calm = {m.text.casefold(): m for m in mentions if not m.text.isupper()}
    return tuple(kept for m in mentions if (kept := _heard(text, m, calm)))


def _heard(text: str, mention: Mention, calm: dict[str, Mention]) -> Mention | None:
    words = mention.text.split()
    if not mention.text.isupper() or mention.kind == "place" or is_certain(mention.text):
        return mention
    if len(words) < NAMES and (mention.kind == "person" or len(mention.text) < WORD):
        return mention
    twin = calm.get(mention.text.casefold())
    if twin:
        return replace(mention, kind=twin.kind, label=twin.label)
    head = " ".join(words[:NAMES])
    if head.casefold() in calm and text.startswith(head, mention.start):
        known = calm[head.casefold()]
        end = mention.start + len(head)
        return replace(mention, end=end, text=head, kind=known.kind, label=known.label, rule="shouted", confidence=0.8)
    bare = len(words) == NAMES and (mention.kind == "person" or any(len(word) <= ACRONYM for word in words))
    return mention if bare else None
