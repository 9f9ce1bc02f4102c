"""Names that look garbled: an office holder seldom named, beside a far commoner bearer of the same surname.

A careless rewrite makes one person of two. Relatives have no title there, and namesakes articles of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.persons.alike import sound
from morgue.link.entities.persons.names import parse
from morgue.link.entities.persons.sightings import titles_before
from morgue.link.entities.verdicts import Bearers, Identity, Members, Verdict
from morgue.link.vocabulary import words
from morgue.model import Clipping, Mention, MentionKey, Problem

COMMON: Final = 5  # times as many mentions as another's full names make a bearer far commoner
SELDOM: Final = 3  # full names that copies of one careless rewrite may print
KIN_REACH: Final = 40  # characters before a name in which a relative is introduced


def suspicious_names(
    members: Bearers, verdicts: Mapping[MentionKey, Verdict], clippings: Sequence[Clipping]
) -> tuple[Problem, ...]:
    """A warning for each garbled-looking name, naming it and its commoner bearer, in order of the documents."""
    families: dict[str, dict[Identity, Members]] = defaultdict(dict)
    for identity, mentions in members.items():
        if identity.kind != "person":
            continue
        full = {k: m for k, m in mentions.items() if verdicts[k].full and parse(m.text).full}
        if full:
            families[sound(parse(next(iter(full.values())).text).surname)][identity] = full
    by_id = {clipping.id: clipping for clipping in clippings}
    doubts = [
        _problem(by_id[key[0]], mention, common)
        for family in families.values()
        for identity, full in family.items()
        for key, mention in full.items()
        if len(full) <= SELDOM and _garbled(by_id[key[0]].article.text, mention)
        for common in [_commoner(key[0], family, members, identity)]
        if common
    ]
    return tuple(sorted(doubts, key=lambda problem: (problem.path, problem.message)))


def _garbled(text: str, mention: Mention) -> bool:
    """Introduced by an office, and not as a relative."""
    before = {names.fold(word) for word in text[max(0, mention.start - KIN_REACH) : mention.start].split()}
    titles = {*parse(mention.text).titles, *titles_before(text, mention.start)}
    return bool(titles & words("names", "offices")) and not before & words("names", "kin")


def _commoner(clipping: int, family: Bearers, members: Bearers, rare: Identity) -> str | None:
    """The commonest bearer of the surname, if far commoner than the rare one and named in full in the same article."""
    identity = max(family, key=lambda one: (len(members[one]), one.key))
    beside = any(place[0] == clipping for place in family[identity])
    if identity == rare or not beside or len(members[identity]) < COMMON * len(family[rare]):
        return None
    forms = Counter(parse(mention.text).printed for mention in family[identity].values())
    return max(forms, key=lambda form: (forms[form], form))


def _problem(clipping: Clipping, mention: Mention, common: str) -> Problem:
    message = (
        f"“{parse(mention.text).printed}” is seldom named and shares the surname of “{common}”: one of two people?"
    )
    return Problem(clipping.article.document.place, "link", "warning", "suspicious-name", message)
