"""Bodies and places by one word, and with what they are behind it: “Burisma”, “Burisma Holdings”; “Tahrir Square”.

Only where no gazetteer and no table knows the lone name, one longer name of the kind has it at its head, and company or
an article that prints both speaks for it. Of a place an article must print both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.roster import Body, Pairs, one_body
from morgue.link.entities.names import fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.places.homonyms import is_homonym
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import table, words

SHORTEST: Final = 4  # letters of a lone name; of capitals one less
CLOSE: Final = 0.1  # likeness of two articles that speaks for one body
KNOWN: Final = 0.2  # share of the rarer one’s company that does


def lone(bodies: Sequence[Body], company: Company) -> Pairs:
    """The bodies that go by one word, and by that and what they are: the rarer → the commoner."""
    longer: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        head, _, last = fold_body(body.text).partition(" ")
        if any(last in nouns for nouns in table("alike")["behind_lone"].values()):
            longer[head.replace("'", "")].append(body)
    found: dict[Identity, Identity] = {}
    for body in bodies:
        others = longer.get(fold_body(body.text), [])
        if len(others) == 1 and _may_be(body, others[0]) and _keep_company(body, others[0], company):
            found.update(one_body(body, others[0]))
    return found


def _may_be(short: Body, longer: Body) -> bool:
    """Whether a lone name tells whose it is, and is what it must be besides."""
    form, nouns = fold_body(short.text), table("alike")["behind_lone"]
    common = form in words("bodies", "common_words") | words("alike", "other")
    known = short.identity.name is not None or is_homonym(form) or spot(form) is not None
    letters = len(form) >= SHORTEST or (short.text.isupper() and len(form) == SHORTEST - 1)
    if " " in form or not letters or common or known or short.kind == "group":
        return False
    last = fold_body(longer.text).rpartition(" ")[2]
    together = not short.articles.isdisjoint(longer.articles)
    return last in nouns["anything"] or (short.kind != "place" if last in nouns["body"] else together)


def _keep_company(short: Body, longer: Body, company: Company) -> bool:
    rare, known = sorted((short, longer), key=lambda body: body.rank)
    shared = company.shared(rare.articles, known.articles, frozenset((*short.words, *longer.words)))
    return bool(shared.together) or shared.closest >= CLOSE or shared.known >= KNOWN
