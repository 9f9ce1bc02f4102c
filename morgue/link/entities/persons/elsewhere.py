"""Whether a surname that an article prints alone can be somebody's whom only other articles name in full.

Madonna is not Terry Madonna, and Kohl’s is not Herb Kohl, where the two keep no company in common. Nor is a surname
that only sounds like that of somebody who is seldom named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.persons.in_article import Sighting
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.vocabulary import table

SELDOM: Final = 12  # articles up to which a full name is seldom printed: the others are known everywhere


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The articles that name people in full, by the people's keys; no company, nothing to tell."""

    company: Company | None = None
    articles: Mapping[str, frozenset[int]] = field(default_factory=dict)
    told: dict[tuple[int, str], bool] = field(default_factory=dict)

    def strange(self, sighting: Sighting, bearer: Bearer) -> bool:
        """Whether an article and those that name somebody in full have nothing in common."""
        place = (sighting.key[0], bearer.identity.key)
        if self.company and self._seldom(bearer) and not _themselves(bearer).issuperset(sighting.name.tokens):
            return True  # it only sounds alike
        if place not in self.told:
            self.told[place] = self._strange(place[0], bearer)
        return self.told[place]

    def _seldom(self, bearer: Bearer) -> bool:
        return 0 < len(self.articles.get(bearer.identity.key, ())) <= SELDOM

    def _strange(self, number: int, bearer: Bearer) -> bool:
        if self.company is None or not self._seldom(bearer):
            return False
        articles = self.articles[bearer.identity.key]
        shared = self.company.shared([number], articles, _themselves(bearer))
        least: Mapping[str, float] = table("likeness")["elsewhere"]
        return shared.closest < least["close"] and shared.known < least["known"]


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
    return Whereabouts(company, {key: frozenset(numbers) for key, numbers in articles.items()})
