"""Countries, their peoples and places of several names: what the tables in countries.yml and places.yml know."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from morgue.link.entities import names
from morgue.link.entities.verdicts import Identity, Page
from morgue.link.vocabulary import table
from morgue.model import Mention

_NEIGHBOURS = 24  # characters to look at for capitals around an acronym


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


def homonym(form: str, text: str) -> Identity | None:
    """Which of several places of one name a text means, by the clues in it; without any, the first.

    Args:
        form: The name, folded.
        text: The article's text.

    Returns:
        The place, or None where the name has no homonyms in places.yml.
    """
    places = _homonyms().get(form)
    if places is None:
        return None
    return max(places.items(), key=lambda place: sum(clue in text for clue in place[1]))[0]


@cache
def _homonyms() -> Mapping[str, Mapping[Identity, tuple[str, ...]]]:
    """Equal counts of clues leave `max` with the first, so the order of the file decides."""
    return {
        names.fold_body(form): {Identity(name, "place", name): tuple(clues) for name, clues in places.items()}
        for form, places in table("places")["homonyms"].items()
    }


def shouted(page: Page, mention: Mention) -> bool:
    """Whether short capitals stand among capitals, so that US may be the pronoun."""
    if not re.fullmatch(r"[A-Z]{2,3}", mention.text):
        return False
    before = page.text[max(0, mention.start - _NEIGHBOURS) : mention.start].split()[-1:]
    after = page.text[mention.end : mention.end + _NEIGHBOURS].split()[:1]
    return bool(before and after) and all(re.fullmatch(r"\W*[A-Z]{2,}\W*", word) for word in before + after)
