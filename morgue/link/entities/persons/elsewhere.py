"""Whether a surname that an article prints alone can be somebody's whom only other articles name in full.

Madonna is not Terry Madonna, and Kohl’s is not Herb Kohl, where the two keep no company in common. Nor is a surname
that only sounds like that of somebody who is seldom named, the town that is called so, or the case. The seldomer
somebody is named, the more must speak for it: those whom the whole archive names can be meant anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from morgue.link.entities.company import Company, Shared
from morgue.link.entities.persons.alike import sound, well_known
from morgue.link.entities.persons.beside import CASE, STATE, WITHIN
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.entities.persons.sightings import Sighting
from morgue.link.entities.places.gazetteer import spot
from morgue.link.vocabulary import table

_TOWN = frozenset((STATE, WITHIN))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The articles that name people in full, by the people's keys; no company, nothing to tell.

    `things` tells how many articles print a longer name that begins with a word: breitbart, of Breitbart News.
    """

    company: Company | None = None
    articles: Mapping[str, frozenset[int]] = field(default_factory=dict)
    things: Mapping[str, int] = field(default_factory=dict)
    compared: dict[tuple[int, str], Shared] = field(default_factory=dict)

    def strange(self, sighting: Sighting, bearer: Bearer, *, only: bool = False) -> bool:
        """Whether too little speaks for a lone name being somebody's whom only other articles name in full.

        Args:
            sighting: The lone name.
            bearer: Who is called so elsewhere.
            only: Whether nobody else of the archive is called so.
        """
        articles = self.articles.get(bearer.identity.key, ())
        if self.company is None or not articles:
            return False
        least: Mapping[str, Mapping[str, float]] = table("likeness")["elsewhere"]
        if len(articles) > least["known"]["articles"]:
            return sighting.beside >= _TOWN
        seldom = len(articles) <= least["seldom"]["articles"]
        if not _themselves(bearer).issuperset(sighting.name.tokens) or not sighting.beside.isdisjoint(_TOWN):
            return True  # it only sounds alike, or is a town
        if sighting.titles and not seldom:
            return False
        thing = not sighting.titles and self.things.get(sighting.name.surname, 0) >= len(articles)
        if thing or (seldom and CASE in sighting.beside):
            return True
        rare = only and len(articles) >= least["rare"]["least"] and not bearer.name.regal and not spot(sighting.printed)
        return self._far(sighting.key[0], bearer, least["known" if not seldom else "rare" if rare else "seldom"])

    def _far(self, number: int, bearer: Bearer, least: Mapping[str, float]) -> bool:
        """Whether an article and those that name somebody in full have too little in common."""
        place = (number, bearer.identity.key)
        if self.company and place not in self.compared:
            self.compared[place] = self.company.shared(
                [number], self.articles[bearer.identity.key], _themselves(bearer)
            )
        shared = self.compared[place]
        return shared.closest < least["close"] and shared.known < least["share"]


def _themselves(bearer: Bearer) -> frozenset[str]:
    return frozenset(token for name in bearer.names for token in name.tokens)


def whereabouts(sighted: Sequence[Sequence[Sighting]], roll: Roll, company: Company | None) -> Whereabouts:
    """Note which articles name whom in full; an archive too small to know anybody's company does not tell."""
    if company is None or len(sighted) < table("likeness")["archive"]:
        return Whereabouts()
    articles: dict[str, set[int]] = defaultdict(set)
    for sightings in sighted:
        for sighting in sightings:
            if bearer := roll.bearer_of.get(sighting.name.key):
                articles[bearer.identity.key].add(sighting.key[0])
    named = {key: frozenset(numbers) for key, numbers in articles.items()}
    return Whereabouts(company, named, _things(company, roll.given))


def _things(company: Company, given: Collection[str]) -> Mapping[str, int]:
    """The first words of names that are no given names, each with the articles that print the best known such name."""
    found: dict[str, int] = {}
    for name in company.weight:
        first, _, rest = name.partition(" ")
        if rest and not well_known(first) and sound(first) not in given:
            found[first] = max(found.get(first, 0), company.articles(name))
    return found
