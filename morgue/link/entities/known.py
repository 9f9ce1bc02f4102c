"""Every name that the tables know, whatever an article says: bodies, seats, countries, peoples, parties, laws."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from morgue.link.entities.names import fold_body
from morgue.link.entities.places import countries
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import table


@cache
def known() -> Mapping[str, Identity]:
    """Folded name → known body, seat, country, people, party, place, law or event."""
    bodies = table("bodies")
    found = dict(countries.known())
    for name, forms in bodies["bodies"].items():
        found.update((fold_body(form), Identity(name, "organization", name)) for form in (name, *forms))
    for name, entry in bodies["metonyms"].items():
        seat = Identity(name, "organization", name, about=entry["about"])
        found.update((fold_body(form), seat) for form in (name, *entry["also"]))
    for name, entry in bodies["groups"].items():
        group = Identity(name, "group", name, about=entry["about"])
        found.update((fold_body(form), group) for form in (name, *entry["also"]))
    for name, entry in bodies["others"].items():
        found.update((fold_body(form), Identity(name, entry["kind"], name)) for form in (name, *entry["also"]))
    return found


@cache
def acronyms() -> frozenset[str]:
    """The short names that the tables print in capitals: US, WHO, not Fed."""
    bodies, countries = table("bodies")["bodies"], table("countries")
    forms = [form for name, also in bodies.items() for form in (name, *also)]
    forms += [form for entry in countries.values() for form in entry.get("also", ())]
    return frozenset(fold_body(form) for form in forms if form.isupper())
