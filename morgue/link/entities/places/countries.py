"""Countries, their peoples and places of several names: what the tables in countries.yml and places.yml know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from morgue.gazetteer import states
from morgue.link.entities import names
from morgue.link.entities.verdicts import Identity, Page
from morgue.link.vocabulary import table, words
from morgue.model import Mention

_SEAT = re.compile(r"[a-z]\.?, $|\b[RDI][-–—]$")
_BRACKET = re.compile(r"[a-z] \($")
_ARTICLE = re.compile(r"\bthe $", re.IGNORECASE)
_NEIGHBOURS = 24  # characters to look at for capitals around an acronym
_INITIALS = re.compile(r"[A-Z]{2,3}")
_SHOUT = re.compile(r"\W*[A-Z]{2,}\W*")


@cache
def known() -> Mapping[str, Identity]:
    """Folded name → place or people. Peoples are groups that are `about` their country."""
    found: dict[str, Identity] = {}
    for name, entry in table("countries").items():
        country = Identity(name, "place", name)
        found.update((names.fold_body(form), country) for form in (name, *entry.get("also", ())))
        for people in entry["people"][:1]:
            group = Identity(people, "group", people, about=name)
            found.update((names.fold_body(form), group) for form in entry["people"])
    for name, forms in table("places")["aliases"].items():
        found.update((names.fold_body(form), Identity(name, "place", name)) for form in (name, *forms))
    return found


@lru_cache(names.MOST_NAMES)
def abbreviated(text: str) -> Identity | None:
    """A state of the US in the way that papers shorten it, capitals as they are: Va. is not the VA."""
    return _states().get(" ".join(text.split()).rstrip("."))


@cache
def _states() -> Mapping[str, Identity]:
    several = {name for meanings in table("places")["homonyms"].values() for name in meanings}
    states = table("places")["abbreviations"].items()
    return {
        form.rstrip("."): Identity(name, "place", name) if name in several else _called(name)
        for name, forms in states
        for form in forms
    }


def _called(name: str) -> Identity:
    form = names.fold_body(name)
    return known().get(form) or Identity(form)


def coded(text: str, mention: Mention) -> Identity | None:
    """A state of the US by the two letters that the post knows it by, where nothing else is meant."""
    name = _codes().get(mention.text)
    if name is None:
        return None
    before = text[max(0, mention.start - _NEIGHBOURS) : mention.start]
    beside = _SEAT.search(before) or (_BRACKET.search(before) and text[mention.end : mention.end + 1] == ")")
    sure = mention.text in words("places", "sure_codes") and not _ARTICLE.search(before)
    return name if beside or sure else None


@cache
def _codes() -> Mapping[str, Identity]:
    telling = words("places", "sure_codes") | words("places", "unsure_codes")
    named = {code: names.fold_body(name) for name, code in states().items() if code in telling}
    homonyms = (each for meanings in table("places")["homonyms"].values() for each in meanings.items())
    found = {code: Identity(form) for code, form in named.items()}
    for name, where in homonyms:
        if where.get("state") in telling:
            found[where["state"]] = Identity(name, "place", name)
    return found


def shouted(page: Page, mention: Mention) -> bool:
    """Whether short capitals stand among capitals, so that US may be the pronoun."""
    if not _INITIALS.fullmatch(mention.text):
        return False
    before = page.text[max(0, mention.start - _NEIGHBOURS) : mention.start].split()[-1:]
    after = page.text[mention.end : mention.end + _NEIGHBOURS].split()[:1]
    return bool(before and after) and all(_SHOUT.fullmatch(word) for word in before + after)
