"""Versions that contradict what they were made from: other names, other roles, another place where it was said.

Only what can be told from the two articles' facts alone. Numbers, dates and speakers are for a later step of the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from rapidfuzz.distance import JaroWinkler

from morgue.link.texts import words_of
from morgue.link.titles import contradict
from morgue.link.venues import venues
from morgue.model import Clipping, Discrepancy, DiscrepancyKind, Entity, Version

# Given names less alike than this are two names, not two spellings.
SAME_GIVEN_NAME = 0.85
CONFIDENCE: dict[DiscrepancyKind, float] = {"name": 0.8, "role": 0.8, "venue": 0.6}

Span = tuple[int, int]
People = Mapping[str, list[int]]  # by entity: the places of its mentions in the article's facts
Partners = Mapping[str, str]  # by entity of the version: the entity of the source that it stands for


def find_discrepancies(
    clippings: Sequence[Clipping], versions: Sequence[Version], entities: Sequence[Entity]
) -> tuple[Discrepancy, ...]:
    """Lays each derived article beside the one that it was made from."""
    known = {clipping.id: clipping for clipping in clippings}
    people: dict[int, dict[str, list[int]]] = {number: {} for number in known}
    for entity in entities:
        if entity.kind == "person":
            for number, place in sorted(entity.mentions):
                people[number].setdefault(entity.uid, []).append(place)
    pairs = [(known[v.article_id], known[v.derived_from]) for v in versions if v.derived_from is not None]
    return tuple(
        found
        for here, there in pairs
        for found in sorted(_between(here, there, people[here.id], people[there.id]), key=lambda found: found.start)
    )


def _between(here: Clipping, there: Clipping, ours: People, theirs: People) -> Iterator[Discrepancy]:
    renamed = dict(_renamed(here, there, ours, theirs))
    for mine, other in renamed.items():
        spans = _span(here, _full(here, ours[mine])[0]), _span(there, _full(there, theirs[other])[0])
        yield _discrepancy("name", here, there, *spans)
    yield from _roles(here, there, _entity_of(ours), theirs, renamed | {uid: uid for uid in ours if uid in theirs})
    yield from _venues(here, there, ours, theirs)


def _renamed(here: Clipping, there: Clipping, ours: People, theirs: People) -> Iterator[tuple[str, str]]:
    """Persons that the source doesn't know, under the surname of one that it knows by another given name."""
    surnames: dict[str, list[tuple[str, str]]] = {}
    for entity, places in theirs.items():
        for place in _full(there, places)[:1]:
            given, surname = _name(there, place)
            surnames.setdefault(surname, []).append((given, entity))
    for entity, places in ours.items():
        for place in _full(here, places)[:1] if entity not in theirs else ():
            given, surname = _name(here, place)
            bearers = surnames.get(surname, [])
            if len(bearers) == 1 and JaroWinkler.similarity(given, bearers[0][0]) < SAME_GIVEN_NAME:
                yield entity, bearers[0][1]


def _roles(
    here: Clipping, there: Clipping, entity_of: Mapping[int, str], theirs: People, partners: Partners
) -> Iterator[Discrepancy]:
    """Roles that no role of the same person in the source agrees with, each once."""
    told = set()
    for role in here.facts.roles:
        places = theirs.get(partners.get(entity_of.get(role.mention, ""), ""), [])
        known = [other for other in there.facts.roles if other.mention in places]
        if known and role.text not in told and all(contradict(role.text, other.text) for other in known):
            told.add(role.text)
            yield _discrepancy("role", here, there, (role.start, role.end), (known[0].start, known[0].end))


def _venues(here: Clipping, there: Clipping, ours: People, theirs: People) -> Iterator[Discrepancy]:
    """Where the version has somebody speak on an occasion that the source doesn't know, and the other way round."""
    mine, others = venues(here.article.text), venues(there.article.text)
    if not others or {venue.occasion for venue in mine} & {venue.occasion for venue in others}:
        return
    for venue in mine:
        speakers = _named(here, ours, venue.sentence)
        met = [other for other in others if speakers & _named(there, theirs, other.sentence)]
        if met:
            yield _discrepancy("venue", here, there, venue.span, met[0].span)


def _named(clipping: Clipping, people: People, sentence: Span) -> set[str]:
    spans = ((uid, _span(clipping, place)) for uid, places in people.items() for place in places)
    said = {quote.speaker_mention for quote in clipping.facts.quotes if sentence[0] <= quote.start < sentence[1]}
    quoted = (uid for uid, places in people.items() if said.intersection(places))
    return set(chain(quoted, (uid for uid, (start, end) in spans if sentence[0] <= start and end <= sentence[1])))


def _entity_of(people: People) -> dict[int, str]:
    return {place: uid for uid, places in people.items() for place in places}


def _full(clipping: Clipping, places: Sequence[int]) -> list[int]:
    """The mentions with a given name."""
    return [place for place in places if len(words_of(clipping.facts.mentions[place].text)) > 1]


def _name(clipping: Clipping, place: int) -> tuple[str, str]:
    """Given names and surname, as compared."""
    *given, surname = words_of(clipping.facts.mentions[place].text)
    return " ".join(given), surname


def _span(clipping: Clipping, place: int) -> Span:
    mention = clipping.facts.mentions[place]
    return mention.start, mention.end


def _discrepancy(kind: DiscrepancyKind, here: Clipping, there: Clipping, ours: Span, theirs: Span) -> Discrepancy:
    return Discrepancy(
        kind=kind,
        article_id=here.id,
        here=here.article.text[slice(*ours)],
        start=ours[0],
        end=ours[1],
        other_id=there.id,
        there=there.article.text[slice(*theirs)],
        other_start=theirs[0],
        other_end=theirs[1],
        confidence=CONFIDENCE[kind],
    )
