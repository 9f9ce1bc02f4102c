"""A full name that is short for several people's: George Bush, where the archive has George H.W. and George W. Bush.

An article that names one of them means him; in any other it is open whom the name means.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from morgue.link.entities.persons.alike import can_be_one, sound
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.entities.persons.sightings import Sighting

COMMONER: Final = 3  # times as often that the long names are printed, all together

Shortened = Mapping[str, tuple[Bearer, ...]]  # the key of a short name's bearer → whom it can mean


def shortened(roll: Roll) -> Shortened:
    """The names of two words that are short for two better known longer ones."""
    found = {}
    for bearer in dict.fromkeys(roll.bearer_of.values()):
        longer = tuple(other for other in roll.called.get(sound(bearer.name.surname), ()) if _longer(other, bearer))
        plain = all(len(name.given) == 1 for name in bearer.names)
        if plain and len(longer) > 1 and sum(other.uses for other in longer) >= COMMONER * bearer.uses:
            found[bearer.identity.key] = longer
    return found


def in_full(sightings: Sequence[Sighting], roll: Roll, short: Shortened) -> list[Sighting]:
    """The sightings of an article, short names as those of the only one whom it names by his longer name."""
    bearers = [roll.bearer_of.get(sighting.name.key) for sighting in sightings]
    return [
        _meant(sighting, short[bearer.identity.key], bearers) if bearer and bearer.identity.key in short else sighting
        for sighting, bearer in zip(sightings, bearers, strict=True)
    ]


def _meant(sighting: Sighting, longer: Sequence[Bearer], bearers: Sequence[Bearer | None]) -> Sighting:
    here = [bearer for bearer in longer if bearer in bearers]
    return replace(sighting, name=here[0].name) if len(here) == 1 else sighting


def _longer(other: Bearer, short: Bearer) -> bool:
    """Whether one has a second given name that the other's name may leave out."""
    return any(
        len(name.given) > 1 and name.given[0] == short.name.given[0] and can_be_one(name, short.name)
        for name in other.names
        if short.name.given
    )
