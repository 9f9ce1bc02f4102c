"""Which mentions are persons' names: the model's labels, put right by what the whole archive says of the same form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.beside import told_beside
from morgue.link.entities.gazetteer import is_city, spot
from morgue.link.entities.known import known
from morgue.link.entities.persons import bynames
from morgue.link.entities.persons_alike import sound, well_known
from morgue.link.entities.persons_names import parse
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


def settle_kinds(clippings: Sequence[Clipping]) -> frozenset[MentionKey]:
    """The keys of the mentions to be treated as persons' names."""
    ballot = _count(clippings)
    found: list[MentionKey] = []
    for clipping in clippings:
        parts = _parts_of_names(clipping)
        found += [
            (clipping.id, place)
            for place, mention in enumerate(clipping.facts.mentions)
            if _is_person(mention, ballot, parts) and not _is_the_body(clipping.article.text, mention, ballot, parts)
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


def _parts_of_names(clipping: Clipping) -> frozenset[str]:
    """The words of the full names of persons in an article, and what of a name can stand for the whole."""
    full = [parse(text) for text in {m.text for m in clipping.facts.mentions if m.kind == "person" or _is_byname(m)}]
    return frozenset(word for name in full if name.full for word in (*name.tokens, *name.tails))


def _is_byname(mention: Mention) -> bool:
    """Whether the tables know the full name as a person's, whatever the model made of it."""
    return " " in mention.text and names.fold(mention.text) in bynames()


def _is_person(mention: Mention, ballot: Ballot, parts: frozenset[str]) -> bool:
    """Judge one mention: tables first, then the vote over its form, then the vote over its last word."""
    form = _form(mention.text)
    share = ballot.share(form)
    tabled = names.fold_body(mention.text) in known()
    if " " in form and not tabled and mention.kind != "place":  # a full name is one person's or one body's, never both
        given = well_known(form.split()[0]) and _NAME.fullmatch(mention.text)
        printed = share >= (GIVEN if given else HALF) or form in bynames()
        short = _stands_for_a_name(mention, parts)
        return printed or short or _misread(mention, ballot) or _spelt_otherwise(mention, ballot)
    if mention.kind == "person":
        lone = " " not in mention.text
        return (_part_of_name(mention, parts) and (lone or not tabled)) or (not tabled and share > 1 - MAJORITY)
    if tabled:
        return False
    if " " in form and _stands_for_a_name(mention, parts) and not spot(mention.text):
        return True
    if mention.kind in NO_PLACE and " " not in mention.text and _is_known(mention, form, ballot, parts):
        return True
    return share >= MAJORITY or names.fold(mention.text) in bynames() or _misread(mention, ballot)


def _is_the_body(text: str, mention: Mention, ballot: Ballot, parts: frozenset[str]) -> bool:
    """A lone body's name with “the” before it: The Hill is nobody, unless a full name of the article ends so.

    What is mostly a person is one there, too: the Trump administration. Words beside it may tell, too: Bloomberg LP.
    """
    if told_beside(text, mention):
        return True
    articled = mention.kind in NO_PLACE and text[max(0, mention.start - 4) : mention.start].casefold() == "the "
    lone = articled and " " not in mention.text and not _part_of_name(mention, parts)
    return lone and ballot.share(_form(mention.text)) < HALF


def _is_known(mention: Mention, form: str, ballot: Ballot, parts: frozenset[str]) -> bool:
    """A lone name that is part of a full one of the article, or that the archive has in many full names: Assad."""
    if mention.text.isupper() and len(mention.text) <= SHOUTED:
        return len(mention.text) >= SPEAKER and _part_of_name(mention, parts)
    return _part_of_name(mention, parts) or (ballot.share(form) >= KNOWN and ballot.surnames.get(form, 0) >= OFTEN)


def _part_of_name(mention: Mention, parts: frozenset[str]) -> bool:
    """Whether a word of the mention is in a full name of the article, its article aside: al-Assad."""
    return not parts.isdisjoint((*names.fold(mention.text).split(), *_bare(mention)))


def _stands_for_a_name(mention: Mention, parts: frozenset[str]) -> bool:
    """Whether several words end a full name of the article: García Márquez, Justice Okafor."""
    return " ".join(_bare(mention)) in parts


def _bare(mention: Mention) -> tuple[str, ...]:
    """The words of a name without its titles; none where it can be no person's: St. Paul, USS Roosevelt."""
    name = parse(mention.text)
    saint = not SAINTS.isdisjoint(name.titles)
    body = not words("bodies", "common_words").isdisjoint(name.tokens) or len(name.tokens[-1]) < SHORTEST
    return () if saint or body or not words("names", "titles").issuperset(name.titles) else name.tokens


def _misread(mention: Mention, ballot: Ballot) -> bool:
    """A full name labelled as a body, whose last word the archive knows as a person's, and no other person has it."""
    if mention.kind not in NO_PLACE or not _NAME.fullmatch(mention.text):
        return False
    name = parse(mention.text)
    common = words("bodies", "common_words") | words("bodies", "small_words")
    surname = sound(name.surname)
    return (
        name.full
        and surname not in ballot.surnames
        and ballot.share(surname) >= MAJORITY
        and common.isdisjoint(name.tokens)
    )


def _spelt_otherwise(mention: Mention, ballot: Ballot) -> bool:
    """A full name labelled as a body that, its surname spelt otherwise, is no less often a person's: Zelenskiy."""
    if mention.kind not in NO_PLACE or not _NAME.fullmatch(mention.text):
        return False
    name = parse(mention.text)
    persons = ballot.spellings.get((name.given, sound(name.surname)), 0)
    return (
        name.full
        and bool(_bare(mention))
        and persons >= ballot.every[_form(mention.text)] - ballot.people[_form(mention.text)]
    )


def majority(mentions: Iterable[Mention], name: str) -> EntityKind:
    """The kind that most mentions have; a town's name that some have as a place's is the town's."""
    kinds: Counter[EntityKind] = Counter(m.kind for m in mentions if m.kind != "person")
    if kinds["place"] >= TOWN * kinds.total() > 0 and is_city(names.fold_body(name)):
        return "place"
    return max(sorted(kinds), key=lambda kind: kinds[kind], default="other")
