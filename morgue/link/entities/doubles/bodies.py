"""Bodies, places and works that the archive knows under two names: each rule names pairs, here they become one."""

from __future__ import annotations

from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.contained import contained, with_a_word_more
from morgue.link.entities.doubles.either_kind import either_kind
from morgue.link.entities.doubles.initialled import initialled
from morgue.link.entities.doubles.lone import lone
from morgue.link.entities.doubles.misprinted import misprinted
from morgue.link.entities.doubles.plain import plain
from morgue.link.entities.doubles.roster import Rule, roster_of
from morgue.link.entities.doubles.same_words import same_words
from morgue.link.entities.verdicts import Bearers, Identity

RULES: Final[tuple[Rule, ...]] = (same_words, plain, contained, with_a_word_more, lone, misprinted, initialled)


def bodies_alike(members: Bearers, company: Company) -> dict[Identity, Identity]:
    """The bodies that are another one under a name of its own.

    Args:
        members: All identities with their mentions.
        company: Which names stand in which articles.

    Returns:
        The identity of each → that of the body that it is; nobody is both.
    """
    bodies = roster_of(members)
    found = either_kind(members)
    for rule in RULES:
        for rare, meant in rule(bodies, company).items():
            one, other = _last(rare, found), _last(meant, found)
            if one != other and not one.name:
                found[one] = other
    return {rare: _last(rare, found) for rare in found}


def _last(identity: Identity, found: dict[Identity, Identity]) -> Identity:
    """The end of the chain of who is whom."""
    while identity in found:
        identity = found[identity]
    return identity
