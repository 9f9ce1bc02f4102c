"""One name for several places or bodies: which of them an article means, or that it does not tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Final

from morgue.link.entities.known import known
from morgue.link.entities.names import fold_body
from morgue.link.entities.places import gazetteer
from morgue.link.entities.verdicts import Identity, Page
from morgue.link.vocabulary import table

LEFT_OPEN: Final = ", left open"  # ends the key of a place that could be several
SAME_AREA: Final = 2.0  # a place in the very state or country, against
NEAR: Final = 1.0  # one in another state of the same country, and
BORDER: Final = 0.5  # a country that has a border with it


def homonym(form: str, page: Page) -> Identity | None:
    """Which of several bearers of one name an article means.

    Args:
        form: The name, folded.
        page: The article with its mentions.

    Returns:
        The bearer that most of the article's other places, or of the clues in its text, speak for. A place that they
        leave open is the usual one where all others are at home, else a place of its own. None where the name is no
        homonym, or a body's that is left open.
    """
    if meanings := _places().get(form):
        forms = {fold_body(mention.text) for _, mention in page.mentions}
        points = {place: _evidence(*where, forms) for place, where in meanings.items()}
        usual = _usual().get(form) if _at_home(forms) else None
        return _winner(points) or usual or Identity(f"{form}{LEFT_OPEN}", "place", f"{_printed(form)} (left open)")
    if bodies := _bodies().get(form):
        return _winner({body: sum(clue in page.text for clue in clues) for body, clues in bodies.items()})
    return None


def bearer(form: str, name: str) -> Identity | None:
    """Which bearer of a folded name the tables show under this name."""
    bearers = (*_places().get(form, ()), *_bodies().get(form, ()))
    return next((identity for identity in bearers if identity.name == name), None)


def is_homonym(form: str) -> bool:
    """Whether the tables know several bearers of a folded name, so that an article may leave it open."""
    return form in _places() or form in _bodies()


def _winner(points: Mapping[Identity, float]) -> Identity | None:
    best, second = sorted(points, key=lambda identity: -points[identity])[:2]
    return best if points[best] > points[second] else None


def _evidence(country: str, state: str | None, forms: Iterable[str]) -> float:
    """How much an article's other places speak for one place."""
    return sum(_weight(country, state, form) for form in forms)


def _weight(country: str, state: str | None, form: str) -> float:
    people = _people().get(form)
    if people:
        return SAME_AREA if people == country and not state else 0.0
    where = gazetteer.spot(form)
    if not where or form in _places():
        return 0.0
    if where.country == country and where.state and state:
        return SAME_AREA if where.state == state else NEAR
    if where.country == country:
        return 0.0 if state else SAME_AREA
    return BORDER if not state and where.country in gazetteer.neighbours(country) else 0.0


def is_abroad(forms: Collection[str]) -> bool:
    """Whether an article names places or peoples of other countries, and none of the US."""
    named = _countries(forms)
    return bool(named) and gazetteer.HOME not in named


def _at_home(forms: Collection[str]) -> bool:
    """Whether an article names places or peoples of the US, and none of another country."""
    return _countries(forms) == {gazetteer.HOME}


def _countries(forms: Collection[str]) -> set[str]:
    """The countries of the places and peoples that an article names, homonyms left aside."""
    found = (known().get(form) for form in forms)
    peoples = {fold_body(each.about) for each in found if each and each.kind == "group" and each.about}
    places = (gazetteer.spot(form) for form in (*forms, *peoples) if form not in _places())
    return {where.country for where in places if where and where.country}


@cache
def _usual() -> Mapping[str, Identity]:
    """Folded name → the place that bears it mostly."""
    return {
        fold_body(form): Identity(name, "place", name)
        for form, places in table("places")["homonyms"].items()
        for name, place in places.items()
        if place.get("usual")
    }


@cache
def _printed(form: str) -> str:
    """A homonym as it is printed."""
    names: Iterable[str] = table("places")["homonyms"]
    return next(name for name in names if fold_body(name) == form)


@cache
def _places() -> Mapping[str, Mapping[Identity, tuple[str, str | None]]]:
    """Folded name → the places that have it, with their countries and states."""
    return {
        fold_body(form): {
            Identity(name, "place", name): (place["country"], place.get("state")) for name, place in places.items()
        }
        for form, places in table("places")["homonyms"].items()
    }


@cache
def _people() -> Mapping[str, str]:
    """Folded demonym of a place with homonyms → the place's country."""
    found = {}
    for places in table("places")["homonyms"].values():
        for name, place in places.items():
            for people in table("countries").get(name, {}).get("people", ()):
                found[fold_body(people)] = place["country"]
    return found


@cache
def _bodies() -> Mapping[str, Mapping[Identity, tuple[str, ...]]]:
    """Folded name → the bodies that have it, with the clues in a text that speak for them."""
    return {
        fold_body(form): {
            known().get(fold_body(name), Identity(name, "organization", name)): tuple(clues)
            for name, clues in bodies.items()
        }
        for form, bodies in table("bodies")["homonyms"].items()
    }
