"""Whom a lone name means within its article: rules in order, the first that is sure decides.

A rule sees one sighting and the cast of the article, and answers with a bearer, or None where it cannot be sure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from morgue.link.entities.persons.alike import gender, sound, well_known
from morgue.link.entities.persons.names import PersonName
from morgue.link.entities.persons.roll import Bearer, Roll
from morgue.link.vocabulary import words
from morgue.model import MentionKey


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person's name where it stands.

    `titles` are folded, from the mention itself and from the text before it. `before` is the word with a capital right
    before a lone name, `beside` what else the words beside it tell, and `completed` tells that the name took the word
    before it.
    """

    key: MentionKey
    printed: str
    name: PersonName
    titles: frozenset[str]
    by_table: bool = False
    before: str = ""
    beside: frozenset[str] = frozenset()
    completed: bool = False


Officers = Mapping[str, Counter[str]]  # a person's key → how often which office is printed with the full name
Decision = tuple[Bearer, str]  # whom a lone name means, and the name of the rule that is sure
BETTER_KNOWN: Final = 10  # times as often that the archive prints somebody in full
SHORTEST_MISPRINTED: Final = 7  # letters of a surname in which one wrong letter makes no other
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


def surname_in_article(sighting: Sighting, cast: Cast) -> Bearer | None:
    """The only bearer of the surname so far; before any full name, the only one in the article."""
    bearers = cast.called(sighting.name)
    return bearers[0] if len(bearers) == 1 and bearers[0] in candidates(sighting, cast) else None


def title_tells(sighting: Sighting, cast: Cast) -> Bearer | None:
    """Of several bearers the one whom Mr. or Mrs. can mean."""
    bearers = candidates(sighting, cast)
    return bearers[0] if len(bearers) == 1 else None


def candidates(sighting: Sighting, cast: Cast) -> list[Bearer]:
    """Everyone in the article whom a lone name can mean."""
    call = lone_call(sighting.name)
    meant = with_suffix(sighting.name, cast.everyone.get(call, []))
    # Where only the son has been named so far, he can be meant, unless the father is far better known.
    seen = with_suffix(sighting.name, cast.seen.get(call, []))
    known = max((b.uses for b in meant), default=0)
    everyone = [*meant, *(b for b in seen if b not in meant and known < BETTER_KNOWN * b.uses)]
    return [b for b in everyone if not contradicts(sighting.titles, b) and not _another_in_office(sighting, cast, b)]


def better_known_here(sighting: Sighting, cast: Cast, elsewhere: Iterable[Bearer]) -> Bearer | None:
    """The article's only bearer, passed over for an office, where nobody outside is nearly as well known."""
    here = with_suffix(sighting.name, cast.everyone.get(lone_call(sighting.name), []))
    outside = max((bearer.uses for bearer in elsewhere), default=0)
    known = [b for b in here if not contradicts(sighting.titles, b) and b.uses > BETTER_KNOWN * outside]
    return known[0] if len(here) == len(known) == 1 and outside else None


def _another_in_office(sighting: Sighting, cast: Cast, bearer: Bearer) -> bool:
    """Whether an article that begins with "President Okafor" means another than the Ada Okafor whom it names later."""
    call = lone_call(sighting.name)
    offices = words("names", "offices") & sighting.titles
    another = call in cast.presided or any((call, office) in cast.held for office in offices)
    if another and not sighting.titles & words("names", "titles_of_women"):
        return True
    begins = bearer not in cast.seen.get(call, [])
    in_office = bool(offices)
    return begins and in_office and bearer.identity.key not in cast.in_office


def contradicts(titles: frozenset[str], bearer: Bearer) -> bool:
    """Whether Mr. or Mrs. cannot be said of this person's given name."""
    told = gender(bearer.name.given[0]) if titles and bearer.name.given else None
    if told == "man":
        return bool(titles & words("names", "titles_of_women"))
    return told == "woman" and bool(titles & words("names", "titles_of_men"))


def initials_in_article(sighting: Sighting, cast: Cast) -> Bearer | None:
    """AOC, where Alexandria Ocasio-Cortez stands in the article."""
    if not (sighting.printed.isupper() and len(sighting.name.surname) > 1):
        return None
    bearers = cast.short.get(sighting.name.surname, [])
    return bearers[0] if len(bearers) == 1 else None


def given_name_in_article(sighting: Sighting, cast: Cast) -> Bearer | None:
    """A given name that one person in the article bears, and nobody for a surname."""
    if lone_call(sighting.name) in cast.everyone:
        return None
    bearers = with_suffix(sighting.name, cast.given.get(lone_call(sighting.name), []))
    return bearers[0] if len(bearers) == 1 else None


def misprinted(sighting: Sighting, cast: Cast) -> Bearer | None:
    """The only bearer in the article of a surname one letter away, for a lone name that nobody in the archive bears."""
    name = sighting.name.surname
    if len(name) < SHORTEST_MISPRINTED or not name.isalpha():
        return None
    near = {
        bearer
        for bearers in cast.everyone.values()
        for bearer in bearers
        if bearer.name.surname[0] == name[0]
        and name != f"{bearer.name.surname}s"  # the Clintons
        and DamerauLevenshtein.distance(name, bearer.name.surname, score_cutoff=1) == 1
    }
    return near.pop() if len(near) == 1 else None


Rule = Callable[[Sighting, Cast], Bearer | None]
RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("surname in article", surname_in_article),
    ("title tells", title_tells),
    ("initials", initials_in_article),
    ("given name in article", given_name_in_article),
)


def decide(sighting: Sighting, cast: Cast) -> Decision | None:
    """The first rule that is sure: whom it means, and its name. Until somebody is met, a name keeps its meaning."""
    printed = (sighting.printed, sighting.name.key, sighting.titles)
    if printed not in cast.decided:
        cast.decided[printed] = _decide(sighting, cast)
    return cast.decided[printed]


def _decide(sighting: Sighting, cast: Cast) -> Decision | None:
    for decided_by, rule in RULES:
        bearer = rule(sighting, cast)
        if bearer is not None:
            return bearer, decided_by
    return None
