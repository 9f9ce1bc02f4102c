"""The world's places by name: the country of each, and coordinates where a name means one town."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from morgue.gazetteer import Town, countries, states, towns
from morgue.link.entities.names import MOST_NAMES, fold_body
from morgue.link.vocabulary import table
from morgue.model import Entity

DOMINANT: Final = 10  # times the inhabitants of the next town of a name: then the name alone means the larger
HOME: Final = "US"  # whose states are areas of their own, and of whose places one of a name may be the usual one
CITY: Final = 100_000  # inhabitants of a large town


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is: its country (ISO 3166 alpha-2), a state of the US, and degrees north and east of a town."""

    country: str | None
    state: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@lru_cache(MOST_NAMES)
def spot(name: str) -> Spot | None:
    """Where a place is, as far as its name alone tells.

    Args:
        name: As printed.

    Returns:
        A country or a state has no coordinates; of several towns of one name that none dominates only the common
        country is known; None where even that differs, or the name isn't known.
    """
    town, comma, area = name.rpartition(", ")
    if comma and (within := _areas().get(fold_body(area))):
        return _within(fold_body(town), within)
    form = fold_body(name)
    return _areas().get(form) or _town(_towns().get(form, ())) or _town(_towns().get(_other_names().get(form, ""), ()))


def _within(form: str, area: Spot) -> Spot:
    """A town of that name in an area, else the area: Portland, Maine."""
    lies = (town for town in _towns().get(form, ()) if town.country == area.country and town.state == area.state)
    town = next(lies, None)
    return Spot(town.country, town.state, town.latitude, town.longitude) if town else area


def area(where: Spot) -> str | None:
    """The code of the state of the US, or else the country, of a place: "US-ME", "GB"."""
    return f"{where.country}-{where.state}" if where.state else where.country


@cache
def areas_of(form: str) -> frozenset[str]:
    """The codes of the areas that have a town of a folded name."""
    found = (area(Spot(town.country, town.state)) for town in _towns().get(form, ()))
    return frozenset(code for code in found if code)


def placed(entity: Entity) -> Entity:
    """The entity with the place that its name tells, if it is one; a name that tells nothing leaves what is known.

    The seat of a government is about what is governed from there.
    """
    if entity.kind != "place":
        return replace(entity, country=None, latitude=None, longitude=None)
    about = entity.about or _seats().get(fold_body(entity.name))
    where = spot(entity.name) or Spot(entity.country, None, entity.latitude, entity.longitude)
    return replace(entity, about=about, country=where.country, latitude=where.latitude, longitude=where.longitude)


@cache
def _seats() -> Mapping[str, str]:
    """Folded capital → what its name stands for."""
    return {fold_body(town): about for town, about in table("places")["seats"].items()}


def usual_name(form: str) -> str | None:
    """The name under which a large town is known today: "peking" → "beijing", both folded. None for its own name."""
    return _other_names().get(form)


def is_city(form: str) -> bool:
    """Whether a large town is called so."""
    return any(town.people >= CITY for town in _towns().get(form, ()))


def neighbours(country: str) -> frozenset[str]:
    """The countries that share a border with one, by their codes."""
    return countries()[country].neighbours if country in countries() else frozenset()


def _town(found: tuple[Town, ...]) -> Spot | None:
    if not found:
        return None
    largest, *others = found
    if not others or largest.people >= DOMINANT * others[0].people:
        return Spot(largest.country, largest.state, largest.latitude, largest.longitude)
    lands = {town.country for town in found}
    return Spot(lands.pop()) if len(lands) == 1 else None


@cache
def _areas() -> Mapping[str, Spot]:
    """Countries by all their names in the table, and the states of the US."""
    found = {fold_body(name): Spot("US", code) for name, code in states().items()}
    codes = {fold_body(country.name): code for code, country in countries().items()}
    for name, entry in table("countries").items():
        forms = [fold_body(form) for form in (name, *entry.get("also", ()))]
        code = entry.get("code") or next((codes[form] for form in forms if form in codes), None)
        if code and name not in table("places")["homonyms"]:
            found.update(dict.fromkeys(forms, Spot(code)))
    for meanings in table("places")["homonyms"].values():
        found.update({fold_body(name): Spot(place["country"], place.get("state")) for name, place in meanings.items()})
    return found


def _key(name: str) -> str:
    """What `fold_body` makes of a town's name, far faster: there are a hundred thousand of them."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name.casefold().translate(_letters()))
    spelt = plain.encode("ascii", "ignore").decode().lower().replace(".", "").replace("-", " ")
    return spelt.removeprefix("the ")


@cache
def _letters() -> Mapping[int, str]:
    return str.maketrans(table("names")["letters"])


def _towns() -> Mapping[str, tuple[Town, ...]]:
    """Towns by their folded names, the largest first."""
    return _read()[0]


def _other_names() -> Mapping[str, str]:
    """Other names of large towns → their own, where one large town alone has it and no town is called so."""
    return _read()[1]


@cache
def _read() -> tuple[Mapping[str, tuple[Town, ...]], Mapping[str, str]]:
    """Both indexes in one pass."""
    named: dict[str, list[Town]] = defaultdict(list)
    others: dict[str, set[str]] = defaultdict(set)
    for town in towns():
        key = _key(town.name)
        named[key].append(town)
        for name in town.other_names:
            others[_key(name)].add(key)
    taken = named.keys() | _areas().keys()
    ranked = {form: tuple(sorted(found, key=lambda town: (-town.people, town.name))) for form, found in named.items()}
    return ranked, {form: min(own) for form, own in others.items() if len(own) == 1 and form not in taken}
