"""What the document as a whole says about a name: known surnames, and the majority among equal names."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from morgue.extract.mentions.certain import is_certain
from morgue.extract.vocabulary import words
from morgue.model import EntityKind, Mention

SHORTEST = 3  # a shorter one is too often something else
TOWN_AND_TEAM = {"place", "organization"}  # both may be meant by one name in one article
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def known_surnames(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:  # noqa: ARG001 - a rule's shape
    """A bare "Blinken" is a person where the document has an "Antony Blinken", whatever the model took it for."""
    known = surnames(mentions)
    return tuple(
        replace(m, kind="person", rule="known surname", confidence=0.9)
        if m.kind != "person" and m.rule != "gazetteer" and m.text in known
        else m
        for m in mentions
    )


def majority_kinds(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:  # noqa: ARG001 - a rule's shape
    """Equal names get the kind that most of them have; where none has most, each keeps its own."""
    votes: defaultdict[str, Counter[EntityKind]] = defaultdict(Counter)
    for m in mentions:
        votes[m.text][m.kind] += 1
    return tuple(_outvoted(m, votes[m.text]) for m in mentions)


def surnames(mentions: tuple[Mention, ...]) -> frozenset[str]:
    """The last words of all full names of persons in the document, suffixes like Jr. left aside."""
    found = set()
    for m in mentions:
        names = [n for n in m.text.split() if n.rstrip(".").casefold() not in SUFFIXES]
        if m.kind == "person" and len(names) > 1 and _is_surname(names[-1]):
            found.add(names[-1])
    return frozenset(found)


def _is_surname(word: str) -> bool:
    if word in words("gazetteer", "body_nouns") or word in words("gazetteer", "generic"):
        return False
    return word[:1].isupper() and len(word) >= SHORTEST and not is_certain(word)


def _outvoted(mention: Mention, votes: Counter[EntityKind]) -> Mention:
    (kind, most), *others = votes.most_common()
    tie = bool(others) and others[0][1] == most
    if kind == mention.kind or tie or mention.rule == "gazetteer" or {kind, mention.kind} == TOWN_AND_TEAM:
        return mention
    return replace(mention, kind=kind, rule="majority", confidence=most / votes.total())
