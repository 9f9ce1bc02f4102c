"""Initials that no article explains, with the body whose name they shorten: its company tells that it is the same.

NYU stands among the names that New York University stands among; other bodies of these initials do not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.company import Company, Shared
from morgue.link.entities.doubles.roster import Body, Pairs
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import words

SHORTEST: Final = 3  # letters, and words that they stand for
LONGEST: Final = 7
CLOSE: Final = 0.1  # likeness of two articles that speaks for one body
KNOWN: Final = 0.15  # share of the initials’ company that does
LEAD: Final = 1.5  # times that the best body’s company must be likelier than the next one’s
COMMON: Final = 3  # mentions of a body that is not printed beside its initials


@dataclass(frozen=True, slots=True)
class _Offer:
    """A body whose initials these may be, and the company that it shares with them."""

    body: Body
    shared: Shared

    @property
    def likeness(self) -> float:
        """How much the company that they share speaks for it."""
        return max(self.shared.closest, self.shared.known)


def initialled(bodies: Sequence[Body], company: Company) -> Pairs:
    """Bodies that are called by initials alone → the one body whom these shorten."""
    named: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for letters in _initials(body) if len(fold_body(body.text).split()) >= SHORTEST else ():
            named[letters].append(body)
    found: dict[Identity, Identity] = {}
    for short in bodies:
        letters = fold_body(short.text)
        if not are_initials(short) or letters not in named:
            continue
        offers = [_Offer(body, _shared(short, body, company)) for body in named[letters]]
        if meant := _meant(offers):
            found[short.identity] = meant.body.identity
    return found


def are_initials(body: Body) -> bool:
    """Whether a body is called by initials alone, of a few letters, that no table has."""
    letters = body.text.replace(".", "")
    return not body.identity.name and letters.isalpha() and letters.isupper() and SHORTEST <= len(letters) <= LONGEST


def _initials(body: Body) -> set[str]:
    """With and without small words; US and UN stay as they are, since they are initials themselves."""
    tokens = [word for word in re.split(r"[\s-]+", fold_body(body.text)) if word]
    heads = [(word if word in {"us", "un", "uk"} else word[0], word) for word in tokens]
    telling = "".join(head for head, word in heads if word not in words("bodies", "small_words"))
    return {telling, "".join(head for head, word in heads if word != "and")}


def _shared(short: Body, body: Body, company: Company) -> Shared:
    return company.shared(short.articles, body.articles, frozenset((fold_body(short.text), *body.words)))


def _meant(offers: Sequence[_Offer]) -> _Offer | None:
    beside = [offer for offer in offers if offer.shared.together]
    if len(beside) == 1:
        return beside[0]
    first, *others = sorted(offers, key=lambda offer: (-offer.likeness, offer.body.identity.key))
    alike = first.shared.closest >= CLOSE or first.shared.known >= KNOWN
    ahead = all(first.likeness >= LEAD * other.likeness for other in others)
    return first if not beside and alike and ahead and first.body.count >= COMMON else None
