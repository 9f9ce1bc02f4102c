"""Names of bodies in the same words: parted otherwise (RedState), with other small words, or in another order.

“Centers of Disease Control”, “Office for Civil Rights” and “Office of Civil Rights”; “Texas Supreme Court” and “Supreme
Court of Texas”; “Moscow Trump Tower” and “Trump Tower Moscow”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.roster import Body, Pairs, is_numeral, one_body, spelled_out, stem
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import words

SHORTEST: Final = 6  # letters of a name that has another small word
LONG: Final = 14  # letters of a name that is the same however it is parted: a town hall is no Townhall
WORDS: Final = 3  # words that in another order are the same name
FAR_RARER: Final = 4  # times that a university is rarer under the other of two names that might be two universities’
LINKS: Final = frozenset({"and", "at", "for", "of", "the"})  # one may stand for another
UNIVERSITY: Final = "university"


def same_words(bodies: Sequence[Body], company: Company) -> Pairs:  # noqa: ARG001 - a rule's shape
    """The bodies whose name is another’s in the same words, each → that other."""
    found: dict[Identity, Identity] = {}
    for key in (_run_together, _in_any_order):
        for group in _groups(bodies, key):
            best = max(group, key=lambda body: body.rank)
            for body in group:
                if key is _run_together or _may_turn(body, best):
                    found.update(one_body(body, best))
    return found


def _groups(bodies: Iterable[Body], key: Callable[[Body], Hashable]) -> Iterator[list[Body]]:
    """Those that have one key under names of their own; several of the very same name are left alone."""
    groups: dict[Hashable, list[Body]] = defaultdict(list)
    for body in bodies:
        if (shared := key(body)) is not None:
            groups[shared].append(body)
    for group in groups.values():
        if len(group) > 1 and len({fold_body(body.text) for body in group}) == len(group):
            yield group


def _run_together(body: Body) -> str | None:
    """A name of several words without what links them; a long one without spaces, too, and whatever its kind."""
    tokens = [word for word in spelled_out(body.text).split() if word not in LINKS]
    if any(is_numeral(token) for token in tokens):
        return None
    spaced = " ".join(map(stem, tokens)).replace("'", "")
    letters = spaced.replace(" ", "")
    if len(letters) >= LONG:
        return letters
    return f"{spaced}, {body.kind}" if len(tokens) > 1 and len(letters) >= SHORTEST else None


def _in_any_order(body: Body) -> tuple[str, ...] | None:
    if body.kind in {"work", "group"} or len(body.stems) < 2:  # noqa: PLR2004 - a word alone has no order
        return None
    office = not words("alike", "offices").isdisjoint(body.stems) or UNIVERSITY in body.stems
    return tuple(sorted(body.stems)) if office or len(body.stems) >= WORDS else None


def _whose_university(body: Body) -> tuple[str, ...]:
    """The word before “university” in a name, or else that word and the one behind it."""
    place = body.stems.index(UNIVERSITY)
    return body.stems[place - 1 : place] if place else body.stems[:2]


def _may_turn(body: Body, best: Body) -> bool:
    """Whether turning the words makes no other name: Washington University is not the University of Washington."""
    if UNIVERSITY not in body.stems or _whose_university(body) == _whose_university(best):
        return True
    twice = not words("alike", "two_universities").isdisjoint(body.stems)
    return not twice and best.count >= FAR_RARER * body.count
