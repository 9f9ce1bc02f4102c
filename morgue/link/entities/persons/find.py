"""Persons over all articles: full names first, then lone names within their article, then what the archive knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.persons.alike import sound, well_known
from morgue.link.entities.persons.beside import PRESIDENT, completed, of_couple, signs
from morgue.link.entities.persons.cast import (
    Cast,
    Decision,
    Officers,
    lone_call,
    meet,
    offices_of,
    the_cast,
    with_suffix,
)
from morgue.link.entities.persons.elsewhere import Whereabouts, whereabouts
from morgue.link.entities.persons.in_article import better_known_here, candidates, contradicts, decide, misprinted
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.persons.roll import Bearer, Roll, call_roll, never
from morgue.link.entities.persons.shortened import in_full, shortened
from morgue.link.entities.persons.sightings import Sighting, sightings_of
from morgue.link.entities.persons.strangers import strangers
from morgue.link.entities.verdicts import LEFT_OPEN, Identity, Page, Verdict
from morgue.link.vocabulary import table, words
from morgue.model import MentionKey

KNOWN_BY_SURNAME: Final = 0.9  # share of the articles that call someone by this surname alone
MOST_TOLD: Final = 3  # bearers between whom a name is left open; of more it is nobody in particular
LEAST_OPEN: Final = 3  # articles that leave a name open between the same bearers
HOLDERS: Final = 5  # times that an office is printed with a holder's full name, and as often as with any other bearer's
SHORTEST_SHOUTED: Final = 4  # letters; longer capitals are a headline's


Pending = tuple[Sighting, Cast, tuple[Bearer, ...]]


def link_persons(pages: Sequence[Page], company: Company | None = None) -> dict[MentionKey, Verdict]:
    """Decide for every mention on these pages which person it means.

    Args:
        pages: The mentions of persons, article by article.
        company: The names of each article; without it, given names that are forms of one are always one, and a surname
            alone is its only bearer's.

    Returns:
        A verdict for each mention. Lone names that cannot be told stay by themselves, one identity for each name.
    """
    sighted = [sightings_of(page) for page in pages]
    told_apart = strangers(pages, sighted, company) if company else never
    roll = call_roll(([s.name for s in sightings] for sightings in sighted), told_apart)
    short = shortened(roll)
    sighted = [in_full([_complete(sighting, roll) for sighting in sightings], roll, short) for sightings in sighted]
    officers = _officers(sighted, roll)
    verdicts: dict[MentionKey, Verdict] = {}
    pending: list[Pending] = []
    by_surname: Counter[tuple[str, str]] = Counter()
    for sightings in sighted:
        left, called = _in_article(sightings, roll, officers, verdicts)
        pending += left
        by_surname.update(called)
    known = whereabouts(sighted, roll, company)
    pending = _with_signs(pending, pages)
    for waiting in pending:
        verdicts[waiting[0].key] = _by_archive(waiting, roll, by_surname, known, officers)
    least = LEAST_OPEN if len(pages) >= table("likeness")["archive"] else 1
    verdicts.update(_told_open([waiting for waiting in pending if verdicts[waiting[0].key].full], verdicts, least))
    if company:
        verdicts.update((k, replace(v, decided_by=LEFT_OPEN)) for k, v in verdicts.items() if v.identity.key in short)
    return verdicts


def _told_open(
    pending: Sequence[Pending], verdicts: Mapping[MentionKey, Verdict], least: int
) -> dict[MentionKey, Verdict]:
    """Lone names that articles with two bearers leave open, saying so: "Clinton (Bill Clinton or Hillary Clinton)".

    Each two bearers have an identity of their own, where at least so many articles name both. What is left has none.
    """
    between: dict[tuple[Identity, tuple[str, ...]], list[Pending]] = defaultdict(list)
    for waiting in pending:
        bearers = tuple(sorted({bearer.name.printed for bearer in waiting[2]}))
        if 1 < len(bearers) <= MOST_TOLD:
            between[verdicts[waiting[0].key].identity, bearers].append(waiting)
    told: dict[MentionKey, Verdict] = {}
    for (identity, bearers), left in between.items():
        if len({sighting.key[0] for sighting, _, _ in left}) >= least:
            name = f"{_commonest(left)} ({' or '.join(bearers)})"
            shown = replace(identity, key=f"{identity.key}, {' or '.join(bearers)}", name=name)
            told.update((sighting.key, replace(verdicts[sighting.key], identity=shown)) for sighting, _, _ in left)
    return told


def _commonest(pending: Sequence[Pending]) -> str:
    """The form of a lone name that is printed most, capitals only where nothing else is."""
    forms = Counter(sighting.name.printed for sighting, _, _ in pending)
    return max(forms, key=lambda form: (not form.isupper(), forms[form], form))


def _with_signs(pending: Sequence[Pending], pages: Sequence[Page]) -> list[Pending]:
    """What waits for the archive, with what stands beside it: only here that tells."""
    clippings = {page.clipping.id: page.clipping for page in pages}
    found = []
    for sighting, cast, here in pending:
        clipping = clippings[sighting.key[0]]
        beside = signs(clipping.article.text, clipping.facts.mentions[sighting.key[1]])
        found.append((replace(sighting, beside=beside), cast, here))
    return found


def _complete(sighting: Sighting, roll: Roll) -> Sighting:
    """The sighting with the given name that was cut off it, or the surname that it shares, if there is one."""
    if sighting.before and (whole := completed(sighting.name, sighting.before, roll)):
        return replace(sighting, name=whole, completed_by="given name before it")
    if sighting.behind and (whole := of_couple(sighting.name, sighting.behind, roll)):
        return replace(sighting, name=whole, completed_by="surname behind it")
    return sighting


def _officers(sighted: Sequence[Sequence[Sighting]], roll: Roll) -> Officers:
    """How often which office is printed with people's full names, by their keys."""
    offices: dict[str, Counter[str]] = defaultdict(Counter)
    for sighting in chain.from_iterable(sighted):
        bearer = roll.bearer_of.get(sighting.name.key)
        if bearer and (held := offices_of(sighting)):
            offices[bearer.identity.key].update(held)
    return offices


def _in_article(
    sightings: Sequence[Sighting], roll: Roll, officers: Officers, verdicts: dict[MentionKey, Verdict]
) -> tuple[list[Pending], set[tuple[str, str]]]:
    """Decide what the article itself tells; hand back what waits for the archive, and who goes by which surname."""
    cast, waiting, called = the_cast(sightings, roll, officers), [], set()
    for sighting in sightings:
        bearer = roll.bearer_of.get(sighting.name.key)
        if bearer is not None:
            meet(cast, bearer)
            verdicts[sighting.key] = Verdict(bearer.identity, _rule(sighting, bearer), _shown(sighting))
        elif decision := decide(sighting, cast):
            verdicts[sighting.key] = Verdict(decision[0].identity, decision[1], full=False)
            called.add((lone_call(sighting.name), decision[0].identity.key))
        else:
            waiting.append((sighting, cast, tuple(candidates(sighting, cast))))
    return waiting, called


def _shown(sighting: Sighting) -> bool:
    """Whether what is printed is a name good enough to show for the whole."""
    if sighting.completed_by:
        return False
    return not sighting.by_table or (printed := parse(sighting.printed)).full or printed.regal


def _rule(sighting: Sighting, bearer: Bearer) -> str:
    """The rule that gave a full name to its bearer."""
    if sighting.by_table:
        return "alias table"
    return sighting.completed_by or bearer.rule(sighting.name)


def _by_archive(
    pending: Pending, roll: Roll, uses: Mapping[tuple[str, str], int], known: Whereabouts, officers: Officers
) -> Verdict:
    """What an article leaves open: the archive's only bearer, whom it calls by the surname alone, who is in office."""
    sighting, cast, here = pending
    call = lone_call(sighting.name)
    found = here or _elsewhere(sighting, cast, roll)
    if not found and call not in roll.called and (meant := misprinted(sighting, cast)):
        return Verdict(meant.identity, "misprint in article", full=False)
    if not here and (meant := better_known_here(sighting, cast, found)):
        return Verdict(meant.identity, "surname in article", full=False)
    told = _meant(sighting, cast, found, uses) or _holder(sighting, found, officers)
    if told and (here or not known.strange(sighting, told[0], only=len(found) == 1)):
        return Verdict(told[0].identity, told[1], full=False)
    several = bool(found) or call in roll.called or call in roll.given or well_known(sighting.name.surname)
    several = several or sound(sighting.name.surname.removesuffix("s")) in cast.everyone  # the Clintons
    return Verdict(alone(sighting.name), LEFT_OPEN if several else "same name", full=True)


def _meant(
    sighting: Sighting, cast: Cast, found: Sequence[Bearer], uses: Mapping[tuple[str, str], int]
) -> Decision | None:
    """Whom a lone name means of all that can be called so, and by which rule."""
    if len(found) == 1:
        return found[0], "only bearer"
    if meant := _known_by_surname(lone_call(sighting.name), found, uses):
        return meant, "known by surname"
    in_office = [bearer for bearer in found if bearer.identity.key in cast.in_office]
    return (in_office[0], "in office") if len(in_office) == 1 else None


def _holder(sighting: Sighting, found: Sequence[Bearer], officers: Officers) -> Decision | None:
    """Of several the one who holds the office that is printed with a lone name, or held it: President Clinton."""
    offices = words("names", "offices") & sighting.titles or {PRESIDENT} & sighting.beside
    if not offices or not found:
        return None
    times = {bearer: max(officers[bearer.identity.key][o] for o in offices) for bearer in found}
    best, *others = sorted(found, key=lambda bearer: (-times[bearer], bearer.identity.key))
    most = max((times[bearer] for bearer in others), default=0)
    return (best, "in office") if times[best] >= HOLDERS * max(most, 1) else None


def _elsewhere(sighting: Sighting, cast: Cast, roll: Roll) -> tuple[Bearer, ...]:
    """Whom other articles name in full. Without a title, a word that is a common given name can be a prince's only."""
    call = lone_call(sighting.name)
    given = (well_known(sighting.name.surname) or call in roll.given) and not sighting.titles
    others = (b for b in with_suffix(sighting.name, roll.called.get(call, ())) if b not in cast.everyone.get(call, []))
    found = (b for b in others if not contradicts(sighting.titles, b) and (b.name.regal or not given))
    return tuple(b for b in found if not _initials_of_a_body(sighting) or sighting.name.surname in b.name.tokens)


def _initials_of_a_body(sighting: Sighting) -> bool:
    """Whether short capitals may be no person's name at all, so that their sound tells nothing: ISA is not Issa."""
    return sighting.printed.isupper() and len(sighting.printed) <= SHORTEST_SHOUTED


def _known_by_surname(call: str, found: Sequence[Bearer], uses: Mapping[tuple[str, str], int]) -> Bearer | None:
    total = sum(uses.get((call, bearer.identity.key), 0) for bearer in found)
    return next((b for b in found if total and uses.get((call, b.identity.key), 0) / total >= KNOWN_BY_SURNAME), None)


def alone(name: PersonName) -> Identity:
    """Who bears a lone name of which nothing more is known."""
    suffix = f" {name.suffix}" if name.suffix else ""
    return Identity(f"{sound(' '.join(name.tokens))}{suffix}, surname alone", "person")
