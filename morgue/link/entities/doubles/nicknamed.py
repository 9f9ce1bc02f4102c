"""Nicknames, epithets and names of scorn: whom “the Gipper”, “the Lone Star State”, “the Failing New York Times” mean.

They are no forms of the name, so no rule about names sees through them: nicknames.yml lists them. Some mean nobody
else; others hold only where their article names the bearer, too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity, Verdicts
from morgue.link.vocabulary import table, words
from morgue.model import MentionKey

NICKNAME: Final = "nickname"
MOST: Final = 0.9  # share of all who are called so whom a word of scorn may stand before
FEWEST: Final = 20  # times that they are called so

Place = tuple[MentionKey, Identity]  # where something is printed, and whose name it is so far
Printed = Mapping[str, Sequence[Place]]  # by the folded form


@dataclass(frozen=True, slots=True)
class _Nickname:
    """Whose nickname it is, folded, and whether the article must name the bearer."""

    bearer: str
    beside: bool


def nicknamed(members: Bearers, verdicts: Verdicts) -> dict[MentionKey, tuple[Identity, Identity]]:
    """The mentions that print a nickname of somebody whom the archive knows by name.

    Args:
        members: All identities with their mentions, when all other rules have joined what they could.
        verdicts: Which mentions print a full name.

    Returns:
        For each such mention, and for what else its article calls the same for short, whose it is so far and whose it
        becomes.
    """
    printed = _printed(members)
    moved: dict[MentionKey, tuple[Identity, Identity]] = {}
    tabled = {fold_body(identity.name): identity for identity in members if identity.name}
    for form, bearer in _hits(printed, tabled):
        nickname = _nicknames().get(form)
        beside = {number for number, _ in members[bearer]} if nickname and nickname.beside else None
        for key, seeming in printed[form]:
            told = beside is None or (verdicts[key].full and key[0] in beside)
            if told and seeming != bearer:
                moved[key] = seeming, bearer
    for (number, _), (seeming, bearer) in tuple(moved.items()):
        short = () if seeming.name else members[seeming]
        moved.update((key, (seeming, bearer)) for key in short if key[0] == number and not verdicts[key].full)
    return moved


def _printed(members: Bearers) -> Printed:
    """Where nicknames, and the names that they stand for, are printed."""
    forms = {text: fold_body(text) for text in {m.text for mentions in members.values() for m in mentions.values()}}
    behind = {form.partition(" ")[2] for form in forms.values() if form.partition(" ")[0] in _mocking()}
    bearers = {nickname.bearer for nickname in _nicknames().values()}
    wanted = {
        text
        for text, form in forms.items()
        if form in _nicknames() or form in bearers or form in behind or form.partition(" ")[0] in _mocking()
    }
    printed: dict[str, list[Place]] = defaultdict(list)
    for identity, mentions in members.items():
        for key, mention in mentions.items():
            if mention.text in wanted:
                printed[forms[mention.text]].append((key, identity))
    return printed


def _hits(printed: Printed, tabled: Mapping[str, Identity]) -> Iterator[tuple[str, Identity]]:
    """The forms that are nicknames, each with its bearer."""
    for form in printed:
        first, _, rest = form.partition(" ")
        if form in _nicknames():
            name = _nicknames()[form].bearer
            bearer = tabled.get(name) or _bearer(name, printed, least=1)
        elif rest and first in _mocking():
            bearer = tabled.get(rest) or _bearer(rest, printed, least=FEWEST)
            bearer = bearer if bearer and bearer.kind in {"person", "organization"} else None
        else:
            continue
        if bearer:
            yield form, bearer


def _bearer(name: str, printed: Printed, *, least: int) -> Identity | None:
    """Whom a name means in the archive, if enough articles print it and hardly anybody else has it."""
    called = Counter(identity for _, identity in printed.get(name, ()))
    bearer, times = max(called.items(), key=lambda item: (item[1], item[0].key), default=(None, 0))
    return bearer if times >= max(least, MOST * called.total()) else None


@cache
def _nicknames() -> Mapping[str, _Nickname]:
    """Folded nickname → whose it is."""
    return {
        fold_body(form): _Nickname(fold_body(name), beside)
        for part, beside in (("always", False), ("beside", True))
        for name, forms in table("nicknames")[part].items()
        for form in forms
    }


@cache
def _mocking() -> frozenset[str]:
    return frozenset(map(fold_body, words("nicknames", "mocking")))
