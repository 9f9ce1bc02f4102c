"""One name for several towns: the town that an article means by the state behind its name, or by its other places.

Where papers print a town's state, the name alone is that of the town which is mostly meant: Portland is in Oregon.
Portland, Maine, is a place of its own, and so is Portland in an article that names Maine and nothing of Oregon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from morgue.link.entities.names import fold_body
from morgue.link.entities.places import gazetteer
from morgue.link.entities.places.followed import area_behind, folded_areas, shown_area
from morgue.link.entities.verdicts import LEFT_OPEN, Identity, Page, Verdict
from morgue.link.vocabulary import table
from morgue.model import MentionKey

ELSEWHERE: Final = "town elsewhere"
HALF: Final = 0.5  # share of the articles that tell a town's area which makes it the usual one
MOSTLY: Final = 0.8  # share from which on articles that tell nothing mean the usual one
NAMED: Final = 2  # places of an area that an article names, the area itself for two, to mean that area's town
TWICE: Final = 2  # articles that tell a lesser town of a name, for other articles to mean it
CITIES: Final = frozenset({"US-NY", "US-WA"})  # states that share their name with a city, which may follow in a list

Points = dict[int, Counter[str]]  # article → how many places of each area it names, as far as counted


@dataclass(slots=True)
class _Town:
    """A name of towns: its mentions by article, and the areas that stand behind them."""

    form: str
    mentions: dict[MentionKey, str] = field(default_factory=dict)
    others: int = 0  # mentions of the same name that are no place's
    told: dict[MentionKey, str] = field(default_factory=dict)
    articles: dict[int, Page] = field(default_factory=dict)

    def areas(self) -> Counter[str]:
        """In how many articles each area stands behind the name."""
        return Counter(area for _, area in {(article, area) for (article, _), area in self.told.items()})


def elsewhere(pages: Sequence[Page], verdicts: Mapping[MentionKey, Verdict]) -> dict[MentionKey, Verdict]:
    """The mentions of towns that are not the one which mostly bears the name.

    Args:
        pages: All mentions but those of persons, article by article.
        verdicts: Whose names they are by all other rules.

    Returns:
        New verdicts: of a town by its name and area, or, where that is not to be told, of nobody.
    """
    found: dict[MentionKey, Verdict] = {}
    points: Points = {}
    for identity, town in _towns(pages, verdicts).items():
        if town.told and town.others <= len(town.mentions):
            found.update(_parted(identity, town, points))
    return found


def _towns(pages: Sequence[Page], verdicts: Mapping[MentionKey, Verdict]) -> dict[Identity, _Town]:
    towns: dict[Identity, _Town] = {}
    for page in pages:
        for place, mention in page.mentions:
            key, form = page.key(place), fold_body(mention.text)
            verdict = verdicts[key]
            if verdict.decided_by == LEFT_OPEN or form in folded_areas():
                continue
            town = towns.get(verdict.identity) or towns.setdefault(verdict.identity, _Town(form))
            if mention.kind != "place":
                town.others += 1
                continue
            town.mentions[key] = mention.text
            town.articles[page.clipping.id] = page
            if area := area_behind(page.text, mention.end, form):
                town.told[key] = area
    return towns


def _parted(identity: Identity, town: _Town, points: Points) -> dict[MentionKey, Verdict]:
    """Verdicts for the mentions of one name that are not its usual bearer's."""
    for key in [key for key, area in town.told.items() if not _can_be(town.form, area)]:
        del town.told[key]
    areas, usual = town.areas(), _usual(town)
    if not areas or set(areas) == {usual}:
        return {}
    fixed = _fixed(town.form)
    sure = usual is not None and (fixed is not None or areas[usual] >= MOSTLY * areas.total())
    by_table = town.form in table("places")["usual_towns"]
    offered = frozenset(area for area, count in areas.items() if count >= TWICE and not by_table)
    for number in town.articles.keys() - points.keys():
        points[number] = _points(town.articles[number])
    named = {number: _named(points[number], offered, usual) for number in town.articles}
    found = {}
    for key, text in town.mentions.items():
        area = town.told.get(key) or _said_before(town, key) or named[key[0]] or (usual if sure else None)
        if area is None:
            found[key] = Verdict(Identity(f"{identity.key}, left open"), LEFT_OPEN, full=True)
        elif area != usual:
            name = f"{_shown(town, text)}, {shown_area(area)}"
            found[key] = Verdict(Identity(fold_body(name), "place", name), ELSEWHERE, full=True)
    return found


def _can_be(form: str, area: str) -> bool:
    """Whether a town of that name lies there: Paris, New York, is a piece of a list."""
    if area in gazetteer.areas_of(form) or area == _fixed(form):
        return True
    return _dominant(form) is None and area.startswith(gazetteer.HOME) and area not in CITIES


def _usual(town: _Town) -> str | None:
    """The area of the town that the name alone means: by a table, by its size, or by what most articles tell."""
    areas = town.areas()
    area = min(areas, key=lambda each: (-areas[each], each), default=None)
    return _fixed(town.form) or (area if area and areas[area] > HALF * areas.total() else None)


@cache
def _fixed(form: str) -> str | None:
    """The area of the town that a name alone means by a table, or by its size."""
    usual: Mapping[str, str] = table("places")["usual_towns"]
    return usual.get(form) or _dominant(form)


@cache
def _dominant(form: str) -> str | None:
    """The area of the one large town of a name."""
    where = gazetteer.spot(form)
    return gazetteer.area(where) if where and where.latitude is not None else None


def _said_before(town: _Town, key: MentionKey) -> str | None:
    """The area that stands behind the same name further up in the article."""
    return next((area for other, area in town.told.items() if other[0] == key[0] and other < key), None)


def _named(points: Counter[str], offered: frozenset[str], usual: str | None) -> str | None:
    """The area that an article means by its other places."""
    if usual is not None and points[usual]:
        return usual
    best, second = (*sorted(offered, key=lambda area: (-points[area], area)), None, None)[:2]
    if best is None or points[best] < NAMED or (second is not None and points[second] == points[best]):
        return None
    return best


def _points(page: Page) -> Counter[str]:
    """How many places of each area an article names, the area itself for two."""
    points: Counter[str] = Counter()
    for form in {fold_body(mention.text) for _, mention in page.mentions}:
        where = gazetteer.spot(form)
        area = gazetteer.area(where) if where else None
        if where and area:
            points[area] += 1 if where.latitude is not None else NAMED
    return points


def _shown(town: _Town, text: str) -> str:
    """The form that is printed most, and not in capitals."""
    forms = Counter(text for text in town.mentions.values() if fold_body(text) == town.form)
    return min(forms, key=lambda form: (form.isupper(), -forms[form], form)) if forms else text
