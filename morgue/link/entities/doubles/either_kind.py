"""One name that some articles print as a person’s and others as a body’s, a place’s or a work’s: it is one thing.

So is a people (Arizonans) whose name the model takes for a body’s, too. Which mentions are persons’ is decided mention
by mention; what is left is a name whose every mention is spelt alike, so that the commoner of the two is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from morgue.link.entities.doubles.roster import Body, roster_of
from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Bearers, Identity

FULL: Final = " "
PAIR: Final = 2
SPOKEN: Final = 5  # letters of a lone name that is hardly two people’s


def either_kind(members: Bearers) -> dict[Identity, Identity]:
    """The identities that are a person and no person under one name.

    Returns:
        The rarer of two such → the commoner. Names that several people bear, or that a table has, are left alone.
    """
    people = defaultdict(list)
    for one, mentions in members.items():
        if one.kind == "person" and not one.name:
            people[fold_body(commonest(mentions))].append(one)
    found: dict[Identity, Identity] = {}
    bodies = roster_of(members)
    forms = (*people, *(fold_body(body.text) for body in bodies))
    surnames = {form.rsplit(" ", maxsplit=1)[-1] for form in forms if FULL in form}
    several = Counter(fold_body(body.text) for body in bodies)
    for body in bodies:
        form = fold_body(body.text)
        bearers = people.get(form, [])
        lone = FULL not in form and (len(form) < SPOKEN or form in surnames)  # Paris Hilton, and a hotel
        if len(bearers) != 1 or several[form] > 1 or body.identity.name or body.kind == "group" or lone:
            continue
        rare, meant = sorted((bearers[0], body.identity), key=lambda one: (len(members[one]), one.key))
        found[rare] = meant
    found.update(_groups(bodies))
    return {rare: meant for rare, meant in found.items() if meant not in found}


def _groups(bodies: Sequence[Body]) -> dict[Identity, Identity]:
    """The groups that go by the same name as one that is no group: the rarer → the commoner, or whom a table knows."""
    named: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        named[fold_body(body.text)].append(body)
    pairs = (sorted(pair, key=lambda body: body.rank) for pair in named.values() if len(pair) == PAIR)
    return {rare.identity: meant.identity for rare, meant in pairs if (rare.kind == "group") != (meant.kind == "group")}
