"""Which mentions are persons' names: the model's labels, put right by what the whole archive says of the same form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.bodies.beside import told_beside
from morgue.link.entities.known import known
from morgue.link.entities.persons.alike import sound, well_known
from morgue.link.entities.persons.names import parse
from morgue.link.entities.persons.sightings import bynames
from morgue.link.entities.places.countries import abbreviated
from morgue.link.entities.places.gazetteer import areas_of, is_city, spot
from morgue.link.vocabulary import words
from morgue.model import Clipping, EntityKind, Mention, MentionKey

MAJORITY: Final = 0.6  # share of a form's mentions that outvotes the rest
HALF: Final = 0.5  # share that makes a full name a person's
GIVEN: Final = 0.25  # and one that begins with a common given name
KNOWN: Final = 0.25  # share of a lone name's mentions that is enough where the archive has full names with it
OFTEN: Final = 10  # full names with it
SHOUTED: Final = 5  # letters up to which capitals are rather initials, which sound like nobody
SPEAKER: Final = 4  # letters from which capitals are a speaker of a transcript, where the article has the full name
TOWN: Final = 0.1  # share of a large town's mentions that tells that it is the town: "the Benghazi attack"

SHORTEST: Final = 3  # letters of a surname behind a title: Gen Z is nobody

SAINTS: Final = frozenset({"st", "saint"})  # towns and churches are called after them
NO_PLACE: Final = frozenset({"organization", "other", "work"})
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}")


@dataclass(frozen=True, slots=True)
class Ballot:
    """How the archive labels each form: as a person, at all; and how many full names end in a surname, by its sound.

    `spellings` counts full names of persons by the given names and the sound of the surname.
    """

    people: Counter[str]
    every: Counter[str]
    surnames: Mapping[str, int]
    spellings: Mapping[tuple[tuple[str, ...], str], int]

    def share(self, form: str) -> float:
        """The share of a form's mentions that are labelled as persons; 0 for one that is never printed."""
        return self.people[form] / self.every[form] if form in self.every else 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a form with a label stands in the archive, and which words of an article's full names would change that.

    Attributes:
        person: It is a person's whatever its article says.
        ends: Several words that are a person's where they end a full name of the article.
        shares: Words of which one in a full name of the article makes it a person's.
        articled: Words of a lone body's name; with “the” before it, it is nobody's unless a full name has one of them.
        gives: What it brings to the full names of its article itself.
    """

    person: bool = False
    ends: str = ""
    shares: frozenset[str] = frozenset()
    articled: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()

    def is_person(self, parts: frozenset[str]) -> bool:
        """Whether it is a person's in an article whose full names have these parts."""
        return self.person or self.ends in parts or not self.shares.isdisjoint(parts)


def settle_kinds(clippings: Sequence[Clipping]) -> frozenset[MentionKey]:
    """The keys of the mentions to be treated as persons' names."""
    standing_of = cache(partial(_standing, _count(clippings)))  # the archive prints a name many times
    found: list[MentionKey] = []
    for clipping in clippings:
        mentions, text = clipping.facts.mentions, clipping.article.text
        standings = [standing_of(mention.text, mention.kind) for mention in mentions]
        parts = frozenset[str]().union(*(standing.gives for standing in standings))
        found += [
            (clipping.id, place)
            for place, (mention, standing) in enumerate(zip(mentions, standings, strict=True))
            if standing.is_person(parts) and not _is_the_body(text, mention, standing.articled, parts)
        ]
    return frozenset(found)


def _count(clippings: Sequence[Clipping]) -> Ballot:
    mentions = [mention for clipping in clippings for mention in clipping.facts.mentions]
    people = Counter(mention.text for mention in mentions if mention.kind == "person")
    by_form: Counter[str] = Counter()
    for text, count in people.items():
        by_form[_form(text)] += count
    every: Counter[str] = Counter()
    for text, count in Counter(mention.text for mention in mentions).items():
        every[_form(text)] += count
    surnames: Counter[str] = Counter()
    spellings: Counter[tuple[tuple[str, ...], str]] = Counter()
    for text, count in people.items():
        if (name := parse(text)).full:
            surnames[sound(name.surname)] += count
            spellings[name.given, sound(name.surname)] += count
    return Ballot(by_form, every, surnames, spellings)


def _form(text: str) -> str:
    """What is voted on: a lone name by its sound, so that rare spellings go with common ones."""
    folded = names.fold(text)
    return folded if " " in folded or (text.isupper() and len(folded) <= SHOUTED) else sound(folded)


def _standing(ballot: Ballot, text: str, kind: EntityKind) -> Standing:
    """Judge a form with a label: tables first, then the vote over its form, then the vote over its last word."""
    form, share = _form(text), ballot.share(_form(text))
    lone, tabled = " " not in text, names.fold_body(text) in known()
    articled = _words(text) if kind in NO_PLACE and lone and share < HALF else frozenset[str]()
    gives = _parts_of_name(text) if kind == "person" or _is_byname(text) else frozenset[str]()
    if " " in form and not tabled and kind != "place":  # a full name is one person's or one body's, never both
        given = well_known(form.split()[0]) and _NAME.fullmatch(text)
        printed = share >= (GIVEN if given else HALF) or form in bynames()
        person = printed or _misread(text, kind, ballot) or _spelt_otherwise(text, kind, ballot)
        return Standing(person, " ".join(_bare(text)), articled=articled, gives=gives)
    if kind == "person":
        shares = _words(text) if lone or not tabled else frozenset[str]()
        return Standing(not tabled and share > 1 - MAJORITY, shares=shares, gives=gives)
    if tabled:
        return Standing(gives=gives)
    ends = " ".join(_bare(text)) if " " in form and not spot(text) else ""
    no_place = kind in NO_PLACE or (share >= KNOWN and _is_nowhere(text))
    shares = _words(text) if no_place and lone and _can_be_lone(text) else frozenset[str]()
    voted = share >= MAJORITY or (kind in NO_PLACE and lone and _is_known(text, form, ballot))
    person = voted or names.fold(text) in bynames() or _misread(text, kind, ballot)
    return Standing(person, ends, shares, articled, gives)


def _parts_of_name(text: str) -> frozenset[str]:
    """The words of a person's full name, and what of it can stand for the whole."""
    name = parse(text)
    return frozenset((*name.tokens, *name.tails)) if name.full else frozenset()


def _is_byname(text: str) -> bool:
    """Whether the tables know the full name as a person's, whatever the model made of it."""
    return " " in text and names.fold(text) in bynames()


def _is_the_body(text: str, mention: Mention, articled: frozenset[str], parts: frozenset[str]) -> bool:
    """A lone body's name with “the” before it: The Hill is nobody, unless a full name of the article ends so.

    What is mostly a person is one there, too: the Trump administration. Words beside it may tell, too: Bloomberg LP.
    """
    if told_beside(text, mention):
        return True
    behind_the = bool(articled) and text[max(0, mention.start - 4) : mention.start].casefold() == "the "
    return behind_the and articled.isdisjoint(parts)


def _is_known(text: str, form: str, ballot: Ballot) -> bool:
    """A lone name that the archive has in many full names: Assad."""
    return not _is_initials(text) and ballot.share(form) >= KNOWN and ballot.surnames.get(form, 0) >= OFTEN


def _is_nowhere(text: str) -> bool:
    """Whether no gazetteer knows a place of the name: Pinochet."""
    return not (spot(text) or areas_of(names.fold_body(text)) or abbreviated(text))


def _can_be_lone(text: str) -> bool:
    """Whether a lone name can be part of a full one of the article."""
    return not _is_initials(text) or len(text) >= SPEAKER


def _is_initials(text: str) -> bool:
    return text.isupper() and len(text) <= SHOUTED


def _words(text: str) -> frozenset[str]:
    """The words by which a mention can be in a full name of the article, its article aside: al-Assad."""
    return frozenset((*names.fold(text).split(), *_bare(text)))


def _bare(text: str) -> tuple[str, ...]:
    """The words of a name without its titles; none where it can be no person's: St. Paul, USS Roosevelt."""
    name = parse(text)
    saint = not SAINTS.isdisjoint(name.titles)
    body = not words("bodies", "common_words").isdisjoint(name.tokens) or len(name.tokens[-1]) < SHORTEST
    return () if saint or body or not words("names", "titles").issuperset(name.titles) else name.tokens


def _misread(text: str, kind: EntityKind, ballot: Ballot) -> bool:
    """A full name labelled as a body, whose last word the archive knows as a person's, and no other person has it."""
    if kind not in NO_PLACE or not _NAME.fullmatch(text):
        return False
    name = parse(text)
    surname = sound(name.surname)
    return (
        name.full
        and surname not in ballot.surnames
        and ballot.share(surname) >= MAJORITY
        and words("bodies", "common_words").isdisjoint(name.tokens)
        and words("bodies", "small_words").isdisjoint(name.tokens)
    )


def _spelt_otherwise(text: str, kind: EntityKind, ballot: Ballot) -> bool:
    """A full name labelled as a body that, its surname spelt otherwise, is no less often a person's: Zelenskiy."""
    if kind not in NO_PLACE or not _NAME.fullmatch(text):
        return False
    name = parse(text)
    persons = ballot.spellings.get((name.given, sound(name.surname)), 0)
    form = _form(text)
    return name.full and bool(_bare(text)) and persons >= ballot.every[form] - ballot.people[form]


def majority(mentions: Collection[Mention], name: str) -> EntityKind:
    """The kind that most mentions have; a town's name that some have as a place's is the town's."""
    found = {mention.kind for mention in mentions}
    found.discard("person")
    if len(found) <= 1:  # most names, so that nothing need be counted
        return found.pop() if found else "other"
    kinds: Counter[EntityKind] = Counter(m.kind for m in mentions if m.kind != "person")
    if kinds["place"] >= TOWN * kinds.total() > 0 and is_city(names.fold_body(name)):
        return "place"
    return max(sorted(kinds), key=lambda kind: kinds[kind])
