"""Persons, bodies and places over all articles.

The way of a mention: `settle_kinds` puts it among the persons or the rest; `link_persons` or `link_bodies` decides
whose name it is and by which rule; here the verdicts become entities. Whatever is to have the last word, such as a
correction by hand, replaces verdicts before that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from morgue.link.entities.addresses import address, with_former_uids
from morgue.link.entities.bodies.find import link_bodies
from morgue.link.entities.company import Company, company_of
from morgue.link.entities.doubles.bodies import bodies_alike
from morgue.link.entities.doubles.introduced import introduced
from morgue.link.entities.doubles.misspelt import misspelt
from morgue.link.entities.doubles.nicknamed import NICKNAME, nicknamed
from morgue.link.entities.doubles.otherwise import said_otherwise
from morgue.link.entities.doubles.part_of import parts_of_known
from morgue.link.entities.doubles.persons import doubles
from morgue.link.entities.doubles.run_on import run_on
from morgue.link.entities.doubles.short_forms import short_forms
from morgue.link.entities.doubles.slips import no_names, slips
from morgue.link.entities.doubles.spelled_alike import spelled_alike
from morgue.link.entities.doubted.common import common_words
from morgue.link.entities.doubted.established import unestablished
from morgue.link.entities.doubted.nobody import nobody
from morgue.link.entities.doubted.perhaps import perhaps_another
from morgue.link.entities.doubted.suspicions import suspicious_names
from morgue.link.entities.kinds import majority, settle_kinds
from morgue.link.entities.lore import Lore, lore_of
from morgue.link.entities.persons.find import link_persons
from morgue.link.entities.persons.names import parse
from morgue.link.entities.persons.namesakes import namesakes
from morgue.link.entities.places.gazetteer import placed
from morgue.link.entities.undisturbed import undisturbed
from morgue.link.entities.verdicts import Identity, Members, Page, Verdict, page
from morgue.model import Alias, Clipping, Entity, EntityKind, Mention, MentionKey, Problem, uid

SHORTER: Final = frozenset({"known by short form", "part of a known name"})  # whose forms are not shown for the whole

Alike = Callable[[Mapping[Identity, Members]], Mapping[Identity, Identity]]
Decided = dict[MentionKey, Verdict]  # whose name each mention is, which later rules change
Gathered = dict[Identity, dict[MentionKey, Mention]]  # each bearer with the mentions that are theirs
Printed = tuple[str, Verdict]  # what a mention prints, and whose name that is
Decide = Callable[[Sequence[Page]], Mapping[MentionKey, Verdict]]


@undisturbed()
def link_entities(clippings: Sequence[Clipping]) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """Tell who is who over the whole archive.

    Args:
        clippings: All articles with their facts.

    Returns:
        The entities, most mentioned first, then by name; every mention belongs to one, but for words that only look
        like names. And doubts: names that look garbled. Nothing raises.
    """
    company = company_of(clippings)
    verdicts = _decided(clippings, company)
    members = _members(clippings, verdicts)
    lore = lore_of(clippings)
    perhaps: set[Identity] = set()
    _join(members, verdicts, _rules(clippings, verdicts, company, lore, perhaps))
    _move(members, verdicts, company, clippings)
    for person in sorted(perhaps & members.keys(), key=lambda identity: identity.key):
        del members[person]
    _leave_out(members, verdicts, clippings, company, lore)
    return _entities(members, verdicts, clippings), suspicious_names(members, verdicts, clippings)


def _decided(clippings: Sequence[Clipping], company: Company) -> Decided:
    """Whose name each mention is, persons apart from the rest."""
    persons = settle_kinds(clippings)
    spaces: tuple[tuple[bool, Decide], ...] = ((True, partial(link_persons, company=company)), (False, link_bodies))
    verdicts: Decided = {}
    for of_persons, decide in spaces:
        verdicts.update(decide(_pages(clippings, persons, of_persons=of_persons)))
    return verdicts


def _rules(
    clippings: Sequence[Clipping],
    verdicts: Mapping[MentionKey, Verdict],
    company: Company,
    lore: Lore,
    perhaps: set[Identity],
) -> Mapping[str, Alike]:
    """What finds bearers under two names, in the order in which it is asked, by the name that the mentions tell."""
    texts = _texts(clippings)
    return {
        "known by short form": partial(short_forms, verdicts=verdicts, company=company),
        "spelled alike": spelled_alike,
        "run on": run_on,
        "introduced": partial(introduced, clippings=clippings),
        "slip": slips,
        "misspelt": partial(misspelt, lore=lore),
        "said otherwise": said_otherwise,
        "part of a known name": partial(parts_of_known, clippings=clippings, lore=lore),
        "same company": partial(bodies_alike, company=company),
        "likeness": partial(doubles, company=company, texts=texts, lore=lore, perhaps=perhaps),
    }


def _join(members: Gathered, verdicts: Decided, rules: Mapping[str, Alike]) -> None:
    """Give the mentions of one bearer under two names to one of them."""
    for name, rule in rules.items():
        for rare, meant in rule(members).items():
            joined = members.pop(rare)
            members[meant].update(joined)
            for key in joined:
                full = verdicts[key].full and name not in SHORTER
                verdicts[key] = replace(verdicts[key], decided_by=name, full=full)


def _move(
    members: Gathered,
    verdicts: Decided,
    company: Company,
    clippings: Sequence[Clipping],
) -> None:
    """Give single mentions to whom they mean: a namesake, or whoever goes by a nickname."""
    for parted in namesakes(members, company, _texts(clippings)):
        members[parted.namesake] = {key: members[parted.whole].pop(key) for key in parted.mentions}
        verdicts.update((key, replace(verdicts[key], decided_by=parted.decided_by)) for key in parted.mentions)
    for key, (seeming, bearer) in nicknamed(members, verdicts).items():
        members[bearer][key] = members[seeming].pop(key)
        verdicts[key] = replace(verdicts[key], decided_by=NICKNAME, full=False)
    for identity in [identity for identity, mentions in members.items() if not mentions]:
        del members[identity]


def _leave_out(
    members: Gathered,
    verdicts: Decided,
    clippings: Sequence[Clipping],
    company: Company,
    lore: Lore,
) -> None:
    """Take out what is no name, and then what nothing vouches for."""
    for word in common_words(members, clippings) | no_names(members, clippings) | nobody(members, lore):
        del members[word]
    for doubted in unestablished(members, verdicts, clippings, lore):
        del members[doubted]
    for rare in perhaps_another(members, clippings, company):
        del members[rare]


def _texts(clippings: Sequence[Clipping]) -> Mapping[int, str]:
    return {clipping.id: clipping.article.text for clipping in clippings}


def _members(clippings: Sequence[Clipping], verdicts: Mapping[MentionKey, Verdict]) -> Gathered:
    members: Gathered = defaultdict(dict)
    for clipping in clippings:
        for place, mention in enumerate(clipping.facts.mentions):
            key = (clipping.id, place)
            members[verdicts[key].identity][key] = mention
    return members


def _pages(clippings: Sequence[Clipping], persons: frozenset[MentionKey], *, of_persons: bool) -> list[Page]:
    """The mentions of persons, or all others, article by article."""
    return [
        page(c, [place for place in range(len(c.facts.mentions)) if ((c.id, place) in persons) is of_persons])
        for c in clippings
    ]


def _entities(
    members: Mapping[Identity, Members], verdicts: Mapping[MentionKey, Verdict], clippings: Sequence[Clipping]
) -> tuple[Entity, ...]:
    taken: set[str] = set()
    articles = {clipping.id: clipping.article.uid for clipping in clippings}
    entities = []
    for identity, mentions in sorted(members.items(), key=lambda item: (item[0].key, str(item[0].kind))):
        kind = identity.kind or majority(mentions.values(), identity.key)
        entity_uid = address(identity)
        if entity_uid in taken:  # one key, but not the same about, say
            entity_uid = uid(entity_uid, min(articles[clipping] for clipping, _ in mentions))
        taken.add(entity_uid)
        keys = tuple(sorted(mentions))
        printed = [(mentions[key].text, verdicts[key]) for key in keys]
        name = identity.name or _best_name(printed, kind)
        entity = Entity(entity_uid, name, kind, identity.about, _aliases(printed), keys)
        entities.append(placed(entity))
    return with_former_uids(sorted(entities, key=lambda entity: (-len(entity.mentions), entity.name, entity.uid)))


def _best_name(printed: Sequence[Printed], kind: EntityKind) -> str:
    """The commonest full form, else that of more words, else the first; capitals only where nothing else is printed."""
    full = Counter([text for text, verdict in printed if verdict.full])
    every = Counter([text for text, _ in printed])
    forms: Counter[str] = Counter()
    for text, count in (full or every).items():
        forms[shown(text, kind)] += count
    first = dict.fromkeys(shown(text, kind) for text in (*full, *every))
    return max(first, key=lambda form: (not shouting(form), forms[form], form.count(" ")))


def shouting(form: str) -> bool:
    """Whether several words stand in capitals."""
    return form.isupper() and " " in form


def shown(text: str, kind: EntityKind) -> str:
    """A form without titles, possessive and leading article."""
    name = parse(text).printed
    if kind == "person":
        return name
    bare = " ".join(text.split()).removesuffix("'s").removesuffix("’s")
    return bare[4:] if bare[:4].lower() == "the " else bare


def _aliases(printed: Sequence[Printed]) -> tuple[Alias, ...]:
    """Every printed form with its count and the rule that joined it most often."""
    rules: dict[str, Counter[str]] = defaultdict(Counter)
    for (text, rule), count in Counter([(text, verdict.decided_by) for text, verdict in printed]).items():
        rules[" ".join(text.split())][rule] += count
    forms = sorted(rules, key=lambda form: (-rules[form].total(), form))
    return tuple(
        Alias(form, rules[form].total(), min(rules[form], key=lambda r: (-rules[form][r], r))) for form in forms
    )
