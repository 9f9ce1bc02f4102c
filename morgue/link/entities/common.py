"""Words that a capital makes look like names: "Rescue workers", "the Slaughter".

The archive itself tells: what it prints far more often without a capital is a word, not a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from morgue.link.entities.verdicts import Identity
from morgue.model import Clipping, Mention, MentionKey

SAMPLE: Final = 2_000  # articles that are enough to tell which words are common
TIMES: Final = 8  # times that a word is printed small for each time that it is taken for a name
LEAST: Final = 8  # times at least, so that a small archive does not judge
SHOUTED: Final = 5  # letters up to which capitals are an acronym

_SMALL = re.compile(r"\b[a-z]{3,}\b")

Bearers = Mapping[Identity, Mapping[MentionKey, Mention]]


def common_words(members: Bearers, clippings: Sequence[Clipping]) -> frozenset[Identity]:
    """The identities that are no names but words.

    Args:
        members: All identities with their mentions.
        clippings: All articles.

    Returns:
        Those that no table knows and that are printed as nothing but one common word.
    """
    lone = {identity: word for identity, mentions in members.items() if (word := _word(identity, mentions))}
    small = _small_words(clippings, frozenset(lone.values()))
    return frozenset(
        identity for identity, word in lone.items() if small[word] >= max(LEAST, TIMES * len(members[identity]))
    )


def _word(identity: Identity, mentions: Mapping[MentionKey, Mention]) -> str | None:
    """The one word that all mentions print, small; None for others and for acronyms."""
    if identity.name:
        return None
    forms = {mention.text for mention in mentions.values()}
    if any(not form.isalpha() or (form.isupper() and len(form) <= SHOUTED) for form in forms):
        return None
    words = {form.lower() for form in forms}
    return words.pop() if len(words) == 1 else None


def _small_words(clippings: Sequence[Clipping], wanted: frozenset[str]) -> Counter[str]:
    """How often the archive prints words without a capital, by a sample of its articles."""
    step = max(1, len(clippings) // SAMPLE)
    counts: Counter[str] = Counter()
    for clipping in clippings[::step]:
        counts.update(word for word in _SMALL.findall(clipping.article.text) if word in wanted)
    return Counter({word: count * step for word, count in counts.items()})
