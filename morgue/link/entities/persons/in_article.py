"""Whom a lone name means within its article: rules in order, the first that is sure decides.

A rule sees one sighting and the cast of the article, and answers with a bearer, or None where it cannot be sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from morgue.link.entities.persons.alike import gender
from morgue.link.entities.persons.cast import BETTER_KNOWN, Cast, Decision, lone_call, with_suffix
from morgue.link.entities.persons.roll import Bearer
from morgue.link.entities.persons.sightings import Sighting
from morgue.link.vocabulary import words

SHORTEST_MISPRINTED: Final = 7  # letters of a surname in which one wrong letter makes no other


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
