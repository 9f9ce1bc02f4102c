"""The cast of one article: everyone whom it names in full, and what a lone name can call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from morgue.link.entities.persons.alike import sound, well_known
from morgue.link.entities.persons.names import PersonName
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.entities.persons.sightings import Sighting
from morgue.link.vocabulary import words

Officers = Mapping[str, Counter[str]]  # a person's key → how often which office is printed with the full name
Decision = tuple[Bearer, str]  # whom a lone name means, and the name of the rule that is sure
BETTER_KNOWN: Final = 10  # times as often that the archive prints somebody in full
FAMOUS: Final = 0.02  # share of all full names that whom everybody thinks of has
FAR_MORE: Final = 5  # times as often that an office is one's and not another's


@dataclass(slots=True)
class Cast:
    """The persons of one article by what they can be called: `everyone`, and those `seen` up to here.

    `in_office` are the keys of those named in full with an office, here or, of a surname's only bearer, elsewhere.
    `presided` are surnames that are printed alone with an office which somebody better known holds, and nobody of the
    article ever does: President Obama, beside Michelle Obama; `held` are such surnames with their offices. So are
    surnames of which everybody thinks of somebody else, where the article names a bearer once. `met` are those named in
    full up to here, and `decided` is whom lone names mean until somebody else is.
    """

    everyone: dict[str, list[Bearer]] = field(default_factory=dict)
    seen: dict[str, list[Bearer]] = field(default_factory=dict)
    given: dict[str, list[Bearer]] = field(default_factory=dict)
    short: dict[str, list[Bearer]] = field(default_factory=dict)
    in_office: set[str] = field(default_factory=set)
    presided: set[str] = field(default_factory=set)
    held: set[tuple[str, str]] = field(default_factory=set)
    met: set[Bearer] = field(default_factory=set)
    decided: dict[tuple[str, str, frozenset[str]], Decision | None] = field(default_factory=dict)

    def called(self, name: PersonName) -> list[Bearer]:
        """Who can be meant by a lone name: of those seen so far, or else of everyone."""
        call = lone_call(name)
        return with_suffix(name, self.seen.get(call, []) or self.everyone.get(call, []))


def lone_call(name: PersonName) -> str:
    """The sound under which the roll knows a lone name."""
    return sound(" ".join(name.tokens))


def with_suffix(name: PersonName, bearers: Iterable[Bearer]) -> list[Bearer]:
    """Keep those whom the suffix, or its lack, allows: "Trump" is not Trump Jr. where there is a Trump without one."""
    found = list(bearers)
    same = [b for b in found if name.suffix in b.suffixes]
    return same or ([] if name.suffix else found)


def offices_of(sighting: Sighting) -> frozenset[str]:
    """The offices with which a name is printed, and which its bearer holds."""
    return frozenset() if "former" in sighting.titles else words("names", "offices") & sighting.titles


def the_cast(sightings: Sequence[Sighting], roll: Roll, officers: Officers) -> Cast:
    """Everyone whose full name stands in the article.

    Args:
        sightings: The names of persons in the article.
        roll: All persons of the archive.
        officers: The offices with which any article names people in full, by their keys.
    """
    cast = Cast()
    lone: list[Sighting] = []
    printed: Counter[Bearer] = Counter()
    for sighting in sightings:
        bearer = roll.bearer_of.get(sighting.name.key)
        if bearer is None:
            lone.append(sighting)
            continue
        if offices_of(sighting):
            cast.in_office.add(bearer.identity.key)
        if bearer not in printed:
            _join(cast, bearer, roll)
        printed[bearer] += 1
    _seat(lone, cast, roll, officers)
    cast.presided.update(call for call, bearers in cast.everyone.items() if _eclipsed(call, bearers, printed, roll))
    return cast


def _join(cast: Cast, bearer: Bearer, roll: Roll) -> None:
    """Note all that a person of the article can be called."""
    for call in bearer.calls:
        _enter(cast.everyone, call, bearer)
    for name in bearer.names:
        _enter(cast.short, acronym(name), bearer)
    for given in {name.given[0] for name in bearer.names if name.given}:
        if well_known(given) or sound(given) not in roll.called:  # where all archive has it as a surname, it is one
            _enter(cast.given, sound(given), bearer)


def _seat(lone: Iterable[Sighting], cast: Cast, roll: Roll, officers: Officers) -> None:
    """Notes whom the surnames that are printed alone with an office can mean, and whom they can't."""
    for sighting in lone:
        offices = offices_of(sighting)
        if not offices:
            continue
        call = lone_call(sighting.name)
        here = cast.everyone.get(call, [])
        if _is_anothers(offices, call, cast, roll, officers):
            cast.held.update((call, office) for office in offices)
            if _known_better(call, here, roll):
                cast.presided.add(call)
        elif len(here) == 1 and any(officers[here[0].identity.key][office] for office in offices):
            cast.in_office.add(here[0].identity.key)


def _eclipsed(call: str, bearers: Sequence[Bearer], printed: Mapping[Bearer, int], roll: Roll) -> bool:
    """Whether an article with one full name in passing has somebody far better known outside it."""
    if any(printed[bearer] > 1 for bearer in bearers):
        return False
    outside = _best_known(call, bearers, roll)
    return outside >= max(FAMOUS * roll.printed, BETTER_KNOWN * sum(b.uses for b in bearers))


def _known_better(call: str, bearers: Sequence[Bearer], roll: Roll) -> bool:
    """Whether somebody outside the article is as well known as all of these, or better."""
    return _best_known(call, bearers, roll) >= max((b.uses for b in bearers), default=0)


def _best_known(call: str, bearers: Sequence[Bearer], roll: Roll) -> int:
    """How often the archive prints in full whom it prints most of all others of this surname."""
    return max((b.uses for b in roll.called.get(call, ()) if b not in bearers), default=0)


def _is_anothers(offices: frozenset[str], call: str, cast: Cast, roll: Roll, officers: Officers) -> bool:
    """Whether somebody outside the article is far better known in these offices than who has the name in it."""

    def times(bearers: Iterable[Bearer]) -> int:
        return max((officers[b.identity.key][office] for b in bearers for office in offices), default=0)

    here = cast.everyone.get(call, [])
    return times(b for b in roll.called.get(call, ()) if b not in here) > FAR_MORE * times(here)


def _enter(index: dict[str, list[Bearer]], call: str, bearer: Bearer) -> None:
    bearers = index.setdefault(call, [])
    if bearer not in bearers:
        bearers.append(bearer)


def meet(cast: Cast, bearer: Bearer) -> None:
    """Note that the text has named this person in full."""
    if bearer in cast.met:
        return
    cast.met.add(bearer)
    cast.decided.clear()
    for call in bearer.calls:
        _enter(cast.seen, call, bearer)


def acronym(name: PersonName) -> str:
    """The first letters of a name: Alexandria Ocasio-Cortez → aoc."""
    return "".join(part[0] for token in name.tokens for part in token.split("-") if part)
