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

from morgue.link.entities.known import known
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity, Verdict, Verdicts
from morgue.link.vocabulary import table, words
from morgue.model import Clipping, MentionKey

NICKNAME: Final = "nickname"
MOST: Final = 0.9  # share of all who are called so whom a word of scorn may stand before
FEWEST: Final = 20  # times that they are called so

Printed = Mapping[str, Sequence[MentionKey]]  # a folded form → where it is printed


@dataclass(frozen=True, slots=True)
class _Nickname:
    """Whose nickname it is, folded, and whether the article must name the bearer."""

    bearer: str
    beside: bool


def nicknamed(clippings: Sequence[Clipping], verdicts: Verdicts) -> dict[MentionKey, Verdict]:
    """The mentions that print a nickname of somebody whom the archive knows by name.

    Args:
        clippings: All articles with their facts.
        verdicts: Whose name each mention is by all other rules.

    Returns:
        The new verdict of each such mention, and of what else its article calls whoever seemed to be called so.
    """
    printed = _printed(clippings)
    hits = dict(_hits(printed, verdicts))
    where = _articles(set(hits.values()), verdicts)
    told: dict[MentionKey, Identity] = {}
    for form, bearer in hits.items():
        nickname = _nicknames().get(form)
        for key in printed[form]:
            open_to = not nickname or not nickname.beside or (verdicts[key].full and key[0] in where[bearer])
            if open_to and verdicts[key].identity != bearer:
                told[key] = bearer
    seeming = {(key[0], verdicts[key].identity): bearer for key, bearer in told.items()}
    moved = {
        (clipping.id, place): meant
        for clipping in clippings
        for place in range(len(clipping.facts.mentions) if seeming else 0)
        if (meant := seeming.get((clipping.id, verdicts[clipping.id, place].identity)))
        and not verdicts[clipping.id, place].full
        and not verdicts[clipping.id, place].identity.name
    }
    return {key: Verdict(bearer, NICKNAME, full=False) for key, bearer in (moved | told).items()}


def _printed(clippings: Sequence[Clipping]) -> Printed:
    texts: dict[str, list[MentionKey]] = defaultdict(list)
    for clipping in clippings:
        for place, mention in enumerate(clipping.facts.mentions):
            texts[mention.text].append((clipping.id, place))
    printed: dict[str, list[MentionKey]] = defaultdict(list)
    for text, keys in texts.items():
        printed[fold_body(text)] += keys
    return printed


def _hits(printed: Printed, verdicts: Verdicts) -> Iterator[tuple[str, Identity]]:
    """The forms that are nicknames, each with its bearer."""
    for form in printed:
        first, _, rest = form.partition(" ")
        if form in _nicknames():
            bearer = _bearer(_nicknames()[form].bearer, printed, verdicts, least=1)
        elif rest and first in _mocking():
            bearer = _bearer(rest, printed, verdicts, least=FEWEST)
            bearer = bearer if bearer and bearer.kind in {"person", "organization"} else None
        else:
            continue
        if bearer:
            yield form, bearer


def _bearer(name: str, printed: Printed, verdicts: Verdicts, *, least: int) -> Identity | None:
    """Whom a name means in the archive, that the tables know or that enough articles print."""
    if name not in printed:
        return None
    if name in known():
        return known()[name]
    called = Counter(verdicts[key].identity for key in printed[name])
    bearer, times = max(called.items(), key=lambda item: (item[1], item[0].key))
    return bearer if times >= max(least, MOST * called.total()) else None


def _articles(bearers: set[Identity], verdicts: Verdicts) -> Mapping[Identity, set[int]]:
    where: dict[Identity, set[int]] = {bearer: set() for bearer in bearers}
    for (number, _), verdict in verdicts.items():
        if verdict.identity in where:
            where[verdict.identity].add(number)
    return where


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
