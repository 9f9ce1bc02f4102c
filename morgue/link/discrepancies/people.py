"""Persons under another name than in the source, and in another office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rapidfuzz.distance import JaroWinkler

from morgue.link.discrepancies.sides import Found, Laid, Side, Span
from morgue.link.discrepancies.titles import contradict
from morgue.link.versions.texts import words_of
from morgue.link.vocabulary import table
from morgue.model import Role

# Names at least this alike, given name and surname, are two spellings of one.
SAME_NAME: Final = 0.85
NAME, ROLE = 0.8, 0.8

People = Mapping[str, list[int]]  # by entity: the places of its mentions in the article's facts
Partners = Mapping[str, str]  # by entity of the version: the entity of the source that it stands for


def renamed(laid: Laid) -> dict[str, str]:
    """Persons that the source doesn't know, under the surname of one that it knows by another given name.

    Or under the given name of one that the version doesn't know by his surname: a rewrite seldom brings in new people.
    """
    ours, theirs = laid.here.of_kind("person"), laid.there.of_kind("person")
    strangers = _names(laid.here, {uid: places for uid, places in ours.items() if uid not in theirs})
    known = _names(laid.there, theirs)
    partners = {}
    for uid, (given, surname) in strangers.items():
        bearers = [other for other, name in known.items() if name[1] == surname]
        missing = [other for other in bearers if other not in ours] or bearers
        namesakes = [other for other, name in known.items() if name[0] == given and other not in ours]
        chosen = missing if bearers else namesakes
        if len(chosen) == 1 and not _one_name(known[chosen[0]], (given, surname)):
            partners[uid] = chosen[0]
    return partners


def other_persons(laid: Laid, partners: Partners) -> Iterator[Found]:
    """Each renamed person once, as the two articles name him in full where both say the same."""
    for mine, other in partners.items():
        ours, theirs = _full(laid.here, laid.here.places_of[mine]), _full(laid.there, laid.there.places_of[other])
        met = [(one, two) for one in ours for two in theirs if _beside(laid, laid.here.span(one), laid.there.span(two))]
        if met:
            yield Found("name", laid.here.span(met[0][0]), laid.there.span(met[0][1]), NAME)


def other_roles(laid: Laid, partners: Partners) -> Iterator[Found]:
    """Roles that no role of the same person in the source agrees with, each once."""
    told = set()
    for role in laid.here.clipping.facts.roles:
        known = list(_roles_of(laid.there, _partner(laid, role, partners)))
        here = role.start, role.end
        met = [other for other in known if _beside(laid, here, (other.start, other.end))]
        if met and role.text not in told and all(_contradict(laid, role, other) for other in known):
            told.add(role.text)
            yield Found("role", here, (met[0].start, met[0].end), ROLE)


def _contradict(laid: Laid, role: Role, other: Role) -> bool:
    nations = _nation(laid.here, role), _nation(laid.there, other)
    return contradict(role.text, other.text, abroad=all(nations) and nations[0] != nations[1])


def _nation(side: Side, role: Role) -> str | None:
    """The country that a role is of, printed as such or as its people: "German"."""
    entity = side.entity_of.get(-1 if role.of is None else role.of)
    nation = (entity.about or entity.name) if entity else None
    return nation if nation in table("countries") else None


def _partner(laid: Laid, role: Role, partners: Partners) -> str | None:
    entity = laid.here.entity_of.get(role.mention)
    return partners.get(entity.uid, entity.uid) if entity else None


def _roles_of(side: Side, uid: str | None) -> Iterator[Role]:
    places = side.places_of.get(uid or "", [])
    return (role for role in side.clipping.facts.roles if role.mention in places)


def _beside(laid: Laid, here: Span, there: Span) -> bool:
    """Whether two spans stand in sentences that say the same, or next to such."""
    return any(
        each.around_here.start <= here[0] < each.around_here.end
        and each.around_there.start <= there[0] < each.around_there.end
        for each in laid.sentences
    )


def _one_name(one: tuple[str, str], two: tuple[str, str]) -> bool:
    return all(JaroWinkler.similarity(*parts) >= SAME_NAME for parts in zip(one, two, strict=True))


def _full(side: Side, places: Sequence[int]) -> list[int]:
    """The mentions with a given name."""
    return [place for place in places if len(words_of(side.mention(place).text)) > 1]


def _names(side: Side, people: People) -> dict[str, tuple[str, str]]:
    """By entity: given names and surname, as compared, of those that the article names in full."""
    names = {}
    for uid, places in people.items():
        for place in _full(side, places)[:1]:
            *given, surname = words_of(side.mention(place).text)
            names[uid] = (" ".join(given), surname)
    return names
