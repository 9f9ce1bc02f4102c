"""Rare names that are a known one with a word too few or too many, as its sentence or its own words tell.

“Florida Power” in “Florida Power and Light expects”, “Sutherland” in “Sutherland Springs”; “Marco Rubios”, “Billionaire
Elon Musk”.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from morgue.link.entities.kinds import majority
from morgue.link.entities.known import known as tabled
from morgue.link.entities.lore import Lore
from morgue.link.entities.names import fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import words
from morgue.model import Clipping, Mention

RARE: Final = 2  # mentions up to which a name is doubted
KNOWN: Final = 3  # mentions of a name that the archive knows
MOST_BEFORE: Final = 3  # words that may be missing before a name
MOST_AFTER: Final = 4  # and behind it
FAR_COMMONER: Final = 5  # times as often as any other of its name
REACH: Final = 60  # characters in which they stand

_PART: Final = frozenset({"of", "for", "to", "at"})  # what stands before the whole
_STATES: Final = frozenset({"state", "states", "states'", "popular", "federal"})
_AND: Final = "and"

_WORD = re.compile(r"\S+")
_STOP = re.compile(r"[,;:!?“”\"()\[\]]|[.](?=\s[A-Z])(?<![A-Z][.])")


def parts_of_known(members: Bearers, clippings: Sequence[Clipping], lore: Lore) -> dict[Identity, Identity]:
    """The rare names that are a known one, cut or lengthened.

    Args:
        members: All identities with their mentions.
        clippings: All articles.
        lore: What the archive knows of words and surnames.

    Returns:
        The identity of each such name → that of the known one.
    """
    known = _known(members)
    texts = {clipping.id: clipping.article.text for clipping in clippings}
    found = {}
    for identity, mentions in members.items():
        if len(mentions) > RARE or identity.name:
            continue
        meant = {
            _longer(texts[key[0]], mention, known) or _shorter(mention, known, lore)
            for key, mention in mentions.items()
        }
        if len(meant) == 1 and (whole := meant.pop()) and whole != identity:
            found[identity] = whole
    return {rare: meant for rare, meant in found.items() if meant not in found}


def _known(members: Bearers) -> dict[str, Identity]:
    """Folded names of several words → who is known by them; of two, a far commoner one that a table has."""
    found: dict[str, list[tuple[int, Identity]]] = defaultdict(list)
    for identity, mentions in members.items():
        if len(mentions) < KNOWN or majority(mentions.values(), identity.key) == "work":
            continue
        for form in {fold_body(mention.text) for mention in mentions.values()}:
            if " " in form:
                found[form].append((len(mentions), identity))
    return {form: one for form, bearers in found.items() if (one := _far_commoner(bearers))}


def _far_commoner(bearers: list[tuple[int, Identity]]) -> Identity | None:
    (count, first), *others = sorted(bearers, key=lambda each: (-each[0], each[1].key))
    sure = not others or (first.name is not None and count >= FAR_COMMONER * others[0][0])
    return first if sure else None


def _longer(text: str, mention: Mention, known: Mapping[str, Identity]) -> Identity | None:
    """The known name that a mention stands in the midst of, the longest."""
    for form in _around(text, mention):
        if form in known:
            return known[form]
    return None


def _around(text: str, mention: Mention) -> Iterator[str]:
    """What is printed around a mention, folded: the longest first, never over a comma or a full stop."""
    before = _STOP.split(text[max(0, mention.start - REACH) : mention.start].rpartition("\n")[2])[-1]
    after = _STOP.split(text[mention.end : mention.end + REACH].partition("\n")[0])[0]
    heads, tails = _WORD.findall(before)[-MOST_BEFORE:], _WORD.findall(after)[:MOST_AFTER]
    if before and not before[-1].isspace():
        heads = []
    if after and not after[0].isspace():
        tails = []
    sizes = [(h, t) for h in range(len(heads) + 1) for t in range(len(tails) + 1) if h + t]
    for head, tail in sorted(sizes, key=lambda size: (-sum(size), size)):
        outer = [*heads[len(heads) - head :][:1], *tails[:tail][-1:]]
        if all(word[:1].isupper() or word[:1].isdigit() for word in outer):
            yield fold_body(" ".join([*heads[len(heads) - head :], mention.text, *tails[:tail]]))


def _shorter(mention: Mention, known: Mapping[str, Identity], lore: Lore) -> Identity | None:
    """The known name behind a common word, a year or another name, or of which this is the plural."""
    whole, rest = _within(mention, known, lore)
    return None if whole and whole.kind != "person" and _another(mention, whole, rest) else whole


def _another(mention: Mention, whole: Identity, rest: str) -> bool:
    """Whether what stands before the rest, which is a known name, makes something else of it.

    A part of it or its head (Criminal Division of the Justice Department), two bodies, a state’s party or court; a
    body called after a town, and the paragraph of another article of the law.
    """
    before = fold_body(mention.text).removesuffix(rest).split()
    if before and before[-1] == "the":
        before.pop()
    if not before or before[0] == "departments" or before[-1].isdigit():
        return before[:1] == ["article"]
    if whole.kind == "place" and (len(before) > 1 or mention.kind != "place"):
        return True
    of_state = spot(" ".join(before)) is not None or not _STATES.isdisjoint(before)
    return before[-1] in _PART or _AND in before or (of_state and _bodied(rest))


def _bodied(name: str) -> bool:
    """Whether each state has one of these: a party, a court, a house."""
    return not words("parts", "of_states").isdisjoint(name.split())


def _within(mention: Mention, known: Mapping[str, Identity], lore: Lore) -> tuple[Identity | None, str]:
    """The known name at the end of a mention, and its form."""
    rest = fold_body(mention.text)
    if mention.kind == "person" and rest.endswith("s") and (one := known.get(rest.removesuffix("s"))):
        return one, rest
    first, _, last = rest.rpartition(" ")
    if mention.kind == "person" and first in known and (last in lore.common or mention.text.split()[-1].isupper()):
        return known[first], first
    while " " in rest and mention.kind != "person":
        word, _, rest = rest.partition(" ")
        whole = known.get(rest)
        if word.isdigit() and whole:
            return whole, rest
        if word in lore.common and whole and (whole.kind == "person" or whole.name):
            return whole, rest
        body = tabled().get(rest) or (whole if whole and whole.name else None)
        other = word in lore.famous or word in lore.given or word in words("evidence", "adjectives")
        if other and body and body.kind == "organization":
            return body, rest
        if word not in lore.common and word not in lore.famous and word not in lore.given:
            break
    return None, rest
