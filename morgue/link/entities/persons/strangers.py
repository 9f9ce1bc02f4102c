"""Two people whose given names are forms of one: Rick and Richard Wiles, who have nothing else in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.differ import called
from morgue.link.entities.doubles.likeness import Named, Place, Scale
from morgue.link.entities.persons.alike import sound
from morgue.link.entities.persons.names import PersonName
from morgue.link.entities.persons.roll import ToldApart, never
from morgue.link.entities.persons.sightings import Sighting
from morgue.link.entities.verdicts import Page
from morgue.link.vocabulary import table


def strangers(pages: Sequence[Page], sighted: Sequence[Sequence[Sighting]], company: Company) -> ToldApart:
    """Who tells two such names apart: by company, by what stands beside them, by how rare their surname is.

    Args:
        pages: The mentions of persons, article by article.
        sighted: The same, as names.
        company: The names of each article.
    """
    if len(pages) < table("likeness")["archive"]:
        return never
    named = _named(pages, sighted)
    texts = {page.clipping.id: page.text for page in pages}
    least: int = table("likeness")["apart"]
    scale = Scale(company, called([each.name for each in named.values()]), texts, list(named.values()))

    def told_apart(one: PersonName, other: PersonName) -> bool:
        if not one.given or not other.given or sound(one.given[0]) == sound(other.given[0]):
            return False
        rare, known = sorted((named[one.key], named[other.key]), key=lambda each: (len(each.places), each.name.key))
        return scale.likeness(rare, known).points < least

    return told_apart


def _named(pages: Sequence[Page], sighted: Sequence[Sequence[Sighting]]) -> dict[str, Named]:
    """Every full name, by its key, with its places."""
    names: dict[str, PersonName] = {}
    places: dict[str, list[Place]] = defaultdict(list)
    for page, sightings in zip(pages, sighted, strict=True):
        for sighting, (_, mention) in zip(sightings, page.mentions, strict=True):
            if sighting.name.full:
                names.setdefault(sighting.name.key, sighting.name)
                places[sighting.name.key].append((page.clipping.id, mention.start, mention.end))
    return {key: Named(name, tuple(places[key])) for key, name in names.items()}
