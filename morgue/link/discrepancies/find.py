"""Versions that contradict what they were made from: other names, roles, occasions, numbers, dates.

Only what is plain is told; places and speakers are for a later step of the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from rapidfuzz.distance import JaroWinkler

from morgue.link.discrepancies.quantities import Sides, Spanned, other_dates, other_numbers
from morgue.link.discrepancies.titles import contradict
from morgue.link.discrepancies.venues import venues
from morgue.link.versions.alignment import Aligner
from morgue.link.versions.texts import words_of
from morgue.model import Clipping, Discrepancy, DiscrepancyKind, Entity, Version

# Names at least this alike, given name and surname, are two spellings of one.
SAME_NAME = 0.85
# Who takes only a part goes on to tell other things: there another name is no contradiction.
RETELLING = ("copy", "rewrite")
CONFIDENCE: dict[DiscrepancyKind, float] = {"name": 0.8, "role": 0.8, "venue": 0.6, "number": 0.7, "date": 0.7}

QUANTITIES: dict[DiscrepancyKind, Callable[[Clipping, Clipping, Sides], Iterator[tuple[Spanned, Spanned]]]] = {
    "number": other_numbers,
    "date": other_dates,
}

Span = tuple[int, int]
People = Mapping[str, list[int]]  # by entity: the places of its mentions in the article's facts
Partners = Mapping[str, str]  # by entity of the version: the entity of the source that it stands for


def find_discrepancies(
    clippings: Sequence[Clipping], versions: Sequence[Version], entities: Sequence[Entity], aligner: Aligner
) -> tuple[Discrepancy, ...]:
    """Lays each copy and each rewrite beside the article that it was made from."""
    known = {clipping.id: clipping for clipping in clippings}
    people: dict[int, dict[str, list[int]]] = {number: {} for number in known}
    for entity in entities:
        if entity.kind == "person":
            for number, place in sorted(entity.mentions):
                people[number].setdefault(entity.uid, []).append(place)
    pairs = [
        (known[version.article_id], known[version.derived_from])
        for version in versions
        if version.derived_from is not None and version.derivation in RETELLING
    ]
    return tuple(
        found
        for here, there in pairs
        for found in sorted(
            chain(
                _between(here, there, people[here.id], people[there.id]),
                _quantities(here, there, aligner.pairs(here.id, there.id)),
            ),
            key=lambda found: found.start,
        )
    )


def _between(here: Clipping, there: Clipping, ours: People, theirs: People) -> Iterator[Discrepancy]:
    renamed = dict(_renamed(here, there, ours, theirs))
    for mine, other in renamed.items():
        spans = _span(here, _full(here, ours[mine])[0]), _span(there, _full(there, theirs[other])[0])
        yield _discrepancy("name", here, there, *spans)
    yield from _roles(here, there, _entity_of(ours), theirs, renamed | {uid: uid for uid in ours if uid in theirs})
    yield from _venues(here, there, ours, theirs)


def _quantities(here: Clipping, there: Clipping, sentences: Sides) -> Iterator[Discrepancy]:
    """Numbers and dates of sentences that say the same."""
    for kind, find in QUANTITIES.items():
        for mine, other in find(here, there, sentences):
            yield _discrepancy(kind, here, there, (mine.start, mine.end), (other.start, other.end))


def _renamed(here: Clipping, there: Clipping, ours: People, theirs: People) -> Iterator[tuple[str, str]]:
    """Persons that the source doesn't know, under the surname of one that it knows by another given name.

    Or under the given name of one that the version doesn't know by his surname: a rewrite seldom brings in new people.
    """
    strangers = _names(here, {uid: places for uid, places in ours.items() if uid not in theirs})
    known = _names(there, theirs)
    for uid, (given, surname) in strangers.items():
        bearers = [other for other, name in known.items() if name[1] == surname]
        missing = [other for other in bearers if other not in ours] or bearers
        namesakes = [other for other, name in known.items() if name[0] == given and other not in ours]
        chosen = missing if bearers else namesakes
        if len(chosen) == 1 and not _one_name(known[chosen[0]], (given, surname)):
            yield uid, chosen[0]


def _one_name(one: tuple[str, str], two: tuple[str, str]) -> bool:
    return all(JaroWinkler.similarity(*parts) >= SAME_NAME for parts in zip(one, two, strict=True))


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


def _names(clipping: Clipping, people: People) -> dict[str, tuple[str, str]]:
    """By entity: given names and surname, as compared, of those that the article names in full."""
    names = {}
    for uid, places in people.items():
        for place in _full(clipping, places)[:1]:
            *given, surname = words_of(clipping.facts.mentions[place].text)
            names[uid] = (" ".join(given), surname)
    return names


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
