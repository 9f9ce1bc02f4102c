"""Names of bodies of which one is the other without a word or two: “Courier-Journal”, “Louisville Courier-Journal”.

Only where no other name has the shorter one at its head or tail, and only where the company that both keep, or an
article that prints both, speaks for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.roster import Body, Pairs, is_numeral, one_body, stem
from morgue.link.entities.doubted.signs import is_noun
from morgue.link.entities.known import known
from morgue.link.entities.names import fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import words

LEAST: Final = 2  # words of the shorter name; of one word are United, a club, and United Airlines
WITHIN: Final = 3  # words of a name that may have one more within
MORE: Final = 2  # words that the longer one may have besides
COMMONER: Final = 3  # times as often as the longer one that the shorter may be printed
LONG_FOR: Final = 10  # that the beginning of the longer one may be printed
CLOSE: Final = 0.2  # likeness of two articles that speaks for one body
KNOWN: Final = 0.4  # share of the rarer one’s company that does
CHAMBERS: Final = frozenset({"senate", "house"})
ENDS: Final = frozenset({"committee", "subcommittee"})
STATE_UNIVERSITY: Final = frozenset({"state", "university"})  # another one than the university
MUCH_COMMONER: Final = (
    8  # times as often that a longer name with other words before it is printed, where it is not the only one
)
FAR_COMMONER: Final = 5  # times as often as the other chamber’s that a chamber’s committee is named

_GOVERNS = re.compile(r"(?:of|for|on|at|in|&|and) ")


@dataclass(frozen=True, slots=True)
class _Longer:
    """A name that has another at its head, or else at its tail, with the words that it has besides."""

    body: Body
    at_head: bool
    besides: tuple[str, ...]


def contained(bodies: Sequence[Body], company: Company) -> Pairs:
    """The bodies of which one name is a part of the other, the rarer → the commoner."""
    found: dict[Identity, Identity] = {}
    for short, longer in _longer(bodies).items():
        one = _only(short, longer) or _of_a_chamber(longer)
        for each in [*filter(_redundant, longer), *_owned(short, longer), *([one] if one else [])]:
            if _is_the_same(short, each) and (_committee(each) or _keep_company(short, each.body, company)):
                found.update(one_body(short, each.body))
    return found


def with_a_word_more(bodies: Sequence[Body], company: Company) -> Pairs:
    """The bodies that have a word within that says no more: “Missouri (State) Highway Patrol”."""
    named = _named(bodies)
    found: dict[Identity, Identity] = {}
    for longer in bodies:
        for place in range(1, len(longer.stems) - 1):
            word, rest = longer.stems[place], longer.stems[:place] + longer.stems[place + 1 :]
            if len(rest) < WITHIN or word not in words("alike", "within") or {word, *rest} >= STATE_UNIVERSITY:
                continue
            shorter = named.get(rest, [])
            if len(shorter) == 1 and _keep_company(shorter[0], longer, company):
                found.update(one_body(shorter[0], longer))
    return found


def _named(bodies: Sequence[Body]) -> Mapping[tuple[str, ...], list[Body]]:
    named: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    for body in bodies:
        named[body.stems].append(body)
    return named


def _longer(bodies: Sequence[Body]) -> Mapping[Body, list[_Longer]]:
    """Each name with those that have it at their head or tail. What two are called is the far commoner’s."""
    named = _named(bodies)
    found: dict[Body, list[_Longer]] = defaultdict(list)
    for body in bodies:
        for size in range(max(LEAST, len(body.stems) - MORE), len(body.stems)):
            for at_head in (True, False):
                part = body.stems[:size] if at_head else body.stems[-size:]
                if bearer := _first(named.get(part, [])):
                    besides = body.stems[size:] if at_head else body.stems[:-size]
                    found[bearer].append(_Longer(body, at_head, besides))
    return found


def _first(bearers: Sequence[Body]) -> Body | None:
    """The only bearer of a name, or the one that is far commoner than all others."""
    ranked = sorted(bearers, key=lambda body: body.rank, reverse=True)
    return ranked[0] if ranked and all(ranked[0].count >= FAR_COMMONER * other.count for other in ranked[1:]) else None


def _only(short: Body, longer: Sequence[_Longer]) -> _Longer | None:
    """The one longer name, or the one with its nation before it; of names that contain each other the shortest."""
    least = [each for each in longer if not any(_within(other.body, each.body) for other in longer)]
    of_nation = [each for each in longer if len(each.besides) == 1 and each.besides[0] in words("alike", "nations")]
    for names in (least, of_nation):
        if (
            len(names) == 1
            and short.count <= (LONG_FOR if _tells_for(short, names[0]) else COMMONER) * names[0].body.count
        ):
            return names[0]
    commoner = of_nation and short.identity.name is None and short.kind != "place"
    return of_nation[0] if commoner and len(of_nation) == 1 else _far_commonest(short, least)


def _far_commonest(short: Body, longer: Sequence[_Longer]) -> _Longer | None:
    """Of several longer names the one that all but a few print; behind other words only a far commoner one."""
    first = next((each for each in longer if each.body is _first([each.body for each in longer])), None)
    often = first and first.body.count * (COMMONER if first.at_head else 1 / MUCH_COMMONER) >= short.count
    return first if often else None


def _within(short: Body, longer: Body) -> bool:
    size = len(short.stems)
    return size < len(longer.stems) and short.stems in {longer.stems[:size], longer.stems[-size:]}


def _of_a_chamber(longer: Sequence[_Longer]) -> _Longer | None:
    """A committee of the one chamber, where the other’s is never or hardly named."""
    of = [each for each in longer if not each.at_head and CHAMBERS.issuperset(each.besides)]
    if not of:
        return None
    first, *others = sorted(of, key=lambda each: -each.body.count)
    if not ENDS.intersection(first.body.stems) or first.body.identity.name:
        return None
    return first if all(first.body.count >= FAR_COMMONER * other.body.count for other in others) else None


def _committee(longer: _Longer) -> bool:
    """A chamber’s committee without that word: nothing else is called so."""
    return longer.besides == ("committee",) and longer.at_head and longer.body.stems[0] in CHAMBERS


def _redundant(longer: _Longer) -> bool:
    """A name with what the thing is behind it, though the name alone tells: “Boats Partnership Agreement”."""
    return longer.at_head and len(longer.besides) == 1 and longer.besides[0] in words("alike", "redundant")


def _owned(short: Body, longer: Sequence[_Longer]) -> Sequence[_Longer]:
    """Names with whose it is before them, where no two have it: “Russian Internet Research Agency”."""
    if len(short.words) < WITHIN or short.kind == "place":
        return ()
    owned = [each for each in longer if not each.at_head and _owner(short, each)]
    return owned if len({_owner(short, each) for each in owned}) == 1 else ()


def _owner(short: Body, longer: _Longer) -> str | None:
    """The nation, people, body or place whose name stands before a shorter one."""
    form = fold_body(longer.body.text).removesuffix(fold_body(short.text)).removesuffix("' ").strip()
    body = known().get(form)
    return body.key if body else form if spot(form) else None


def _is_the_same(short: Body, longer: _Longer) -> bool:
    """Whether the words besides make no other name of it."""
    besides = longer.besides
    apart = any(is_numeral(word) for word in besides) or short.kind in {"group", "work"}
    another = not words("alike", "other").isdisjoint(besides) and not (_owner(short, longer) and not longer.at_head)
    if apart or short.identity.name or another:
        return False
    return _may_follow(short, longer) if longer.at_head else _may_precede(short, longer)


def _may_follow(short: Body, longer: _Longer) -> bool:
    """What a body is, behind a name that does not tell it: “Finance Committee”; or what it is of or for."""
    if short.kind == "place" or spot(short.text):
        return False
    last = short.text.split()[-1]
    if _redundant(longer) or _tells_for(short, longer):
        return True
    unsaid = not is_noun(last) or longer.besides in {("agency",), ("court",), ("department",), ("university",)}
    law = longer.besides == ("act",) and longer.body.count > FAR_COMMONER * short.count
    return unsaid and (law or longer.besides[-1] in _kinds())


def _tells_for(short: Body, longer: _Longer) -> bool:
    """Whether a longer name tells what the body is of or for: “Center for Justice”."""
    rest = fold_body(longer.body.text).removeprefix(fold_body(short.text)).strip()
    return longer.at_head and is_noun(short.text.split()[-1]) and bool(_GOVERNS.match(f"{rest} "))


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(stem, words("alike", "kinds")))


def _may_precede(short: Body, longer: _Longer) -> bool:
    """Whose it is, or where, without a small word between: “friends of the guild” are not the guild."""
    form = fold_body(longer.body.text)
    return form.endswith(" ".join(short.words)) and not re.search(
        rf" (?:{'|'.join(sorted(words('bodies', 'small_words')))}) ", f" {form.removesuffix(' '.join(short.words))} "
    )


def _keep_company(short: Body, longer: Body, company: Company) -> bool:
    rare, meant = sorted((short, longer), key=lambda body: body.rank)
    themselves = frozenset((*short.words, *longer.words))
    shared = company.shared(rare.articles, meant.articles, themselves)
    return bool(shared.together) or shared.closest >= CLOSE or shared.known >= KNOWN
