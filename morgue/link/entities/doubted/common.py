"""Words that a capital makes look like names: "Rescue workers", "the Slaughter", "Opioid Crisis".

The archive itself tells: what it prints far more often without a capital is a word, not a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.verdicts import Bearers, Identity
from morgue.model import Clipping, Mention, MentionKey

SAMPLE: Final = 2_000  # articles that are enough to tell which words are common
SHOUTED: Final = 5  # letters up to which capitals are an acronym
LONGEST: Final = 3  # words of a phrase

_SMALL = re.compile(r"\b[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Bar:
    """How common a word must be: printed small `least` times, and `times` for each time that it is taken for a name."""

    least: int
    times: int


PERSON: Final = Bar(8, 8)  # Cook and Brown are words too
WORD: Final = Bar(5, 5)
PHRASE: Final = Bar(3, 3)


def common_words(members: Bearers, clippings: Sequence[Clipping]) -> frozenset[Identity]:
    """The identities that are no names but words.

    Args:
        members: All identities with their mentions.
        clippings: All articles.

    Returns:
        Those that no table knows and that are printed as nothing but one common word or phrase.
    """
    forms = {identity: form for identity, mentions in members.items() if (form := _form(identity, mentions))}
    small = _printed_small(clippings, frozenset(forms.values()))
    return frozenset(
        identity for identity, form in forms.items() if _is_common(small[form], members[identity], _bar(identity, form))
    )


def _is_common(small: int, mentions: Mapping[MentionKey, Mention], bar: Bar) -> bool:
    return small >= max(bar.least, bar.times * len(mentions))


def _bar(identity: Identity, form: str) -> Bar:
    return PHRASE if " " in form else PERSON if identity.kind == "person" else WORD


def _form(identity: Identity, mentions: Mapping[MentionKey, Mention]) -> str | None:
    """What all mentions print, small; None for what is no plain word or phrase, and for acronyms."""
    if identity.name:
        return None
    found = None
    for mention in mentions.values():
        form = mention.text
        if (form.isupper() and len(form) <= SHOUTED) or not form.replace(" ", "").isalpha():
            return None
        if found not in {None, form.lower()} or form.count(" ") >= LONGEST:
            return None
        found = form.lower()
    return found


def _printed_small(clippings: Sequence[Clipping], wanted: frozenset[str]) -> Counter[str]:
    """How often the archive prints words and phrases without a capital, by a sample of its articles."""
    step = max(1, len(clippings) // SAMPLE)
    counts: Counter[str] = Counter()
    begins = frozenset(form[: form.index(" ") + 2] for form in wanted if " " in form)  # a word and a letter
    for clipping in clippings[::step]:
        text = clipping.article.text
        for found in _SMALL.finditer(text):
            start, end = found.span()
            if (word := text[start:end]) in wanted:
                counts[word] += 1
            if text[start : end + 2] in begins:
                for form in _phrases(text, start):
                    if form in wanted:
                        counts[form] += 1
    return Counter({form: count * step for form, count in counts.items()})


def _phrases(text: str, start: int) -> Iterator[str]:
    """The phrases of several words that begin at a place."""
    words = text[start : start + 60].split(" ")
    for count in range(2, LONGEST + 1):
        yield " ".join(words[:count]).rstrip('.,;:!?)”’"')
