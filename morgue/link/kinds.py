"""Which mentions are persons' names: the model's labels, put right by what the whole archive says of the same form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from morgue.link import bodies, names
from morgue.link.persons_names import parse
from morgue.model import Clipping, Mention, MentionKey

MAJORITY: Final = 0.6  # share of a form's mentions that outvotes the rest


def settle_kinds(clippings: Sequence[Clipping]) -> frozenset[MentionKey]:
    """The keys of the mentions to be treated as persons' names."""
    people = Counter(names.fold(m.text) for c in clippings for m in c.facts.mentions if m.kind == "person")
    every = Counter(names.fold(m.text) for c in clippings for m in c.facts.mentions)
    doubtful = {
        form for form, count in people.items() if count < every[form] or names.fold_body(form) in bodies.table()
    }
    found: list[MentionKey] = []
    for clipping in clippings:
        parts = _parts_of_names(clipping)
        for place, mention in enumerate(clipping.facts.mentions):
            form = names.fold(mention.text)
            share = people[form] / every[form]
            is_person = _is_person(mention, share, parts) if form in doubtful else mention.kind == "person"
            if is_person:
                found.append((clipping.id, place))
    return frozenset(found)


def _parts_of_names(clipping: Clipping) -> frozenset[str]:
    """The words of the full names of persons in an article."""
    printed = {m.text for m in clipping.facts.mentions if m.kind == "person"}
    return frozenset(word for text in printed if parse(text).full for word in parse(text).tokens)


def _is_person(mention: Mention, share: float, parts: frozenset[str]) -> bool:
    """Judge a form that is called a person here and something else there, or that a table knows."""
    known = names.fold_body(mention.text) in bodies.table()
    if mention.kind == "person":
        if set(names.fold(mention.text).split()) & parts:
            return True
        return not known and share > 1 - MAJORITY
    return not known and share >= MAJORITY
