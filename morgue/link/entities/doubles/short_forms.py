"""Short forms that stand for themselves where their article does not say whose they are, but that only one name has.

“Mitt” and “Tamerlan” by themselves, “USCIS” as one article explains it otherwise: elsewhere all who print that mean one
person or body, and the company is the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.known import known
from morgue.link.entities.names import fold
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.places.homonyms import is_homonym
from morgue.link.entities.verdicts import LEFT_OPEN, Bearers, Identity, Members, Verdict
from morgue.model import MentionKey

SHORTEST: Final = 3  # letters
FEWEST: Final = 3  # times that the bearer is called so
MOST: Final = 0.9  # share of all that are called so who are the bearer
CLOSE: Final = 0.1  # likeness of two articles that speaks for one bearer
KNOWN: Final = 0.2  # share of the short form's company that does


def short_forms(members: Bearers, verdicts: Mapping[MentionKey, Verdict], company: Company) -> dict[Identity, Identity]:
    """The identities that are nothing but a short form of another one.

    Args:
        members: All identities with their mentions.
        verdicts: Which of these print a full name.
        company: The names of each article.

    Returns:
        The identity of each such form → its one bearer, whom most articles mean by it.
    """
    called: dict[str, Counter[Identity]] = defaultdict(Counter)
    for identity, mentions in members.items():
        for key, mention in mentions.items():
            if not verdicts[key].full and verdicts[key].decided_by != LEFT_OPEN:
                called[fold(mention.text)][identity] += 1
    found = {}
    for identity, form in _alone(members, verdicts):
        bearer = _bearer(called[form], len(members[identity])) if form in called else None
        if bearer and bearer != identity and _keep_company(members[identity], members[bearer], form, company):
            found[identity] = bearer
    return {short: bearer for short, bearer in found.items() if bearer not in found}


def _alone(members: Bearers, verdicts: Mapping[MentionKey, Verdict]) -> Iterator[tuple[Identity, str]]:
    """The identities that print one word only, which names no place and nothing that a table has, each with it."""
    for identity, mentions in members.items():
        form, *others = {fold(mention.text) for mention in mentions.values()}
        left_open = any(verdicts[key].decided_by == LEFT_OPEN for key in mentions)
        if not others and not identity.name and not left_open and _may_be_short(form):
            yield identity, form


def _may_be_short(form: str) -> bool:
    """One word that tables know neither by itself nor as several things, and that is no place."""
    whole = form in known() or is_homonym(form) or spot(form) is not None
    return " " not in form and len(form) >= SHORTEST and not whole


def _bearer(called: Counter[Identity], alone: int) -> Identity | None:
    bearer, times = max(called.items(), key=lambda item: (item[1], item[0].key))
    return bearer if times >= max(FEWEST, alone, MOST * called.total()) else None


def _keep_company(short: Members, whole: Members, form: str, company: Company) -> bool:
    shared = company.shared({number for number, _ in short}, {number for number, _ in whole}, frozenset({form}))
    return bool(shared.together) or shared.closest >= CLOSE or shared.known >= KNOWN
