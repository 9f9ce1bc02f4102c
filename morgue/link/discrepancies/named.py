"""Places and bodies that stand where the other article has another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import JaroWinkler

from morgue.link.discrepancies.sides import Abreast, Found, Laid, Side
from morgue.link.entities.places.gazetteer import spot
from morgue.link.versions.texts import Sentence, words_of
from morgue.link.vocabulary import words
from morgue.model import DiscrepancyKind, EntityKind

# Names at least this alike are two spellings of one.
SAME_NAME: Final = 0.85
# Bodies have many names: there the sentences must be this much alike.
CLOSE: Final = 0.5
CONFIDENCE: Final[dict[EntityKind, float]] = {"place": 0.7, "organization": 0.6}
_WHERE: Final = re.compile(r"\b(?:in|at|on|near|outside)(?: the)? $", re.IGNORECASE)


def other_names(laid: Laid) -> Iterator[Found]:
    """One place or body of ours against one of theirs, in sentences that say the same; more of them leave it open.

    Neither must be named near the other's sentence; a body not at all in the version's source.
    """
    told = set()
    for abreast in laid.sentences:
        for kind in CONFIDENCE:
            mine = _unknown(laid.here, abreast.here, kind, laid.there, abreast.around_there)
            others = _unknown(laid.there, abreast.there, kind, laid.here, abreast.around_here)
            if len(mine) != 1 or len(others) != 1:
                continue
            ((uid, place),), ((other_uid, other),) = mine.items(), others.items()
            named = _kind(laid, place, other, kind)
            new = named == "place" or not _names(laid.there, uid, laid.here.mention(place).text)
            if new and (uid, other_uid) not in told and _contradict(laid, place, other, kind, abreast):
                told.add((uid, other_uid))
                yield Found(named, laid.here.span(place), laid.there.span(other), CONFIDENCE[kind])


def _unknown(side: Side, sentence: Sentence, kind: EntityKind, other: Side, near: Sentence) -> dict[str, int]:
    """The entities of a sentence that the other article does not name near its own."""
    found: dict[str, int] = {}
    stretch = set(words_of(other.text[near.start : near.end]))
    for place in side.inside(sentence, kind):
        uid = side.entity_of[place].uid
        named = any(near.start <= other.span(p)[0] < near.end for p in other.places_of.get(uid, ()))
        if not named and not set(words_of(side.mention(place).text)) <= stretch:
            found.setdefault(uid, place)
    return found


def _names(side: Side, uid: str, name: str) -> bool:
    """Whether an article names an entity anywhere."""
    return uid in side.places_of or set(words_of(name)) <= side.words


def _contradict(laid: Laid, place: int, other: int, kind: EntityKind, abreast: Abreast) -> bool:
    names = laid.here.entity_of[place].name, laid.there.entity_of[other].name
    if _alike(*names) or _alike(laid.here.mention(place).text, laid.there.mention(other).text):
        return False
    if kind == "place":
        levels = _level(names[0]), _level(names[1])
        return levels[0] is not None and levels[0] == levels[1]
    return abreast.likeness >= CLOSE


def _alike(one: str, two: str) -> bool:
    """Whether two names can be one: spelt in two ways, one part of the other, one the other's initials."""
    ours, theirs = words_of(one), words_of(two)
    if set(ours) & set(theirs) - words("stopwords"):
        return True
    letters = ["".join(word[0] for word in name if word not in words("stopwords")) for name in (ours, theirs)]
    initials = "".join(ours) == letters[1] or "".join(theirs) == letters[0]
    return initials or JaroWinkler.similarity(" ".join(ours), " ".join(theirs)) >= SAME_NAME


def _level(name: str) -> str | None:
    """Whether a name is a country's, a state's or a town's: a town does not contradict its country."""
    where = spot(name)
    if where is None:
        return None
    if where.latitude is not None:
        return "town"
    return "state" if where.state else "country"


def _kind(laid: Laid, place: int, other: int, kind: EntityKind) -> DiscrepancyKind:
    """A body that something happens at is a place: "on Capitol Hill", "at the White House"."""
    stands = (side.text[: side.span(at)[0]][-12:] for side, at in ((laid.here, place), (laid.there, other)))
    return "place" if kind == "place" or all(_WHERE.search(before) for before in stands) else "name"
