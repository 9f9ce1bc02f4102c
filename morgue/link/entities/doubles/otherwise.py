"""Names that are a known one in other words: “Rolling Stone Magazine”, “Great State of Alabama”, “Stanford Law”.

Each rule offers what else a form may be called; it is taken where the archive knows exactly one bearer of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from morgue.link.entities.doubted.established import commonest
from morgue.link.entities.kinds import majority
from morgue.link.entities.known import known as tabled
from morgue.link.entities.names import fold, fold_body
from morgue.link.entities.places.gazetteer import is_city, spot
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import table, words
from morgue.model import EntityKind

RARE: Final = 2  # mentions up to which a name is doubted
KNOWN: Final = 3  # mentions of a name that the archive knows
HALF: Final = 0.5  # of a short form's mentions the long form must have
FAR_COMMONER: Final = 5  # times as often printed as any other of the same short form
TELLING: Final = 2  # spaces in a short form that tells whose it is: not "National Security"

_STATE = re.compile(r"(?:(?:entire|fine|good|great|sovereign|whole) )?(?:state|commonwealth) of (?:the )?(.+)")
_TOWN = re.compile(r"(?:city|town) of (.+)")
_BEFORE = re.compile(r"(.+) (department|ministry)")
_BEHIND = re.compile(r"(department|ministry) of (?:the )?(.+)")
_CUT = re.compile(r"((?:house|senate) (?!of\b|democratic\b|republican\b).+?)(?: committee)?")
_GLUED = re.compile(r"[Tt]he(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who is known by a form, of which kind, and how often it is printed."""

    identity: Identity
    kind: EntityKind
    count: int


Known = Mapping[str, Bearer]
Rule = Callable[[str, Bearer, Known], Iterator[Bearer]]


def said_otherwise(members: Bearers) -> dict[Identity, Identity]:
    """The names that are a known one in other words.

    Returns:
        The identity of each such name → that of the known one.
    """
    bearers = [
        (commonest(mentions), Bearer(one, one.kind or majority(mentions.values(), one.key), len(mentions)))
        for one, mentions in members.items()
    ]
    known: dict[str, Bearer] = {}
    for text, bearer in sorted(bearers, key=lambda each: (-each[1].count, each[1].identity.key)):
        if bearer.kind != "person" and bearer.count >= KNOWN:
            known.setdefault(fold_body(text), bearer)
    found: dict[Identity, Identity] = {}
    for text, bearer in bearers:
        if bearer.kind == "person" or bearer.identity.name:
            continue
        offered = (other for rule in RULES for other in rule(text, bearer, known))
        if meant := next((other for other in offered if other.identity != bearer.identity), None):
            found[bearer.identity] = meant.identity
    return {other: meant for other, meant in found.items() if meant not in found}


def _medium(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A newspaper or magazine with what it is behind its name; “News” only where that is rare."""
    rest, _, last = fold_body(text).rpartition(" ")
    said = last in words("evidence", "media") or (last == "news" and bearer.count <= RARE)
    paper = known.get(rest) if said else None
    if paper and paper.kind in {"organization", "work"}:
        yield paper


def _area(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A state, or a town named now and then, with what it is before its name."""
    form = fold_body(text)
    called = _STATE.fullmatch(form) or (_TOWN.fullmatch(form) if bearer.count <= RARE else None)
    area = known.get(called[1]) if called and (called[1] in tabled() or spot(called[1])) else None
    if area and area.kind == "place":
        yield area


def _school(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A university or school without that word, if it is no large town and none of the two is far better known."""
    form = fold_body(text)
    firm = fold(text).split()[-1] in words("bodies", "legal_forms")
    if firm or bearer.kind not in {"organization", "other"} or is_city(form) or form in tabled():
        return
    longer = [known[f"{form} {noun}"] for noun in ("university", "college", "school") if f"{form} {noun}" in known]
    first, *others = sorted(longer, key=lambda each: -each.count) or [bearer]
    if first.count >= HALF * bearer.count and all(first.count >= FAR_COMMONER * other.count for other in others):
        yield first


def _glued(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:  # noqa: ARG001 - a rule's shape
    """An article that the page ran together with the name: theWorld Bank."""
    bare = fold_body(_GLUED.sub("", text, count=1)) if _GLUED.match(text) else ""
    if " " in bare and bare in known:
        yield known[bare]


def _department(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A department or ministry with what it is of before or behind it, where the other is commoner."""
    form = fold_body(text)
    before, behind = _BEFORE.fullmatch(form), _BEHIND.fullmatch(form)
    ways = [f"{behind[2]} {behind[1]}"] if behind else []
    if before:
        ways = [f"{before[2]} of {before[1]}", f"{before[2]} of the {before[1]}"]
    others = (known[way] for way in ways if way in known)
    yield from (other for other in others if (other.count, other.identity.key) > (bearer.count, bearer.identity.key))


def _beyond(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:  # noqa: ARG001 - a rule's shape
    """A known name with the word that begins the next sentence."""
    head, stop, _ = text.partition(". ")
    if stop and " " in head and fold_body(head) in known:
        yield known[fold_body(head)]


def _committee(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A committee of the House or Senate by the beginning of its name, where one known committee begins so."""
    cut = _CUT.fullmatch(fold_body(text))
    if cut is None:
        return
    whole = known.get(f"{cut[1]} committee")
    begin = [
        other
        for form, other in known.items()
        if form.startswith(f"{cut[1]} ") and form.endswith(" committee") and other.count > bearer.count
    ]
    if whole and whole.identity != bearer.identity:
        yield whole
    elif len(begin) == 1:
        yield from begin


def _last_left_off(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A body without the word that tells what it is: American Farm Bureau, Dallas Police, Verity Elementary."""
    form = fold_body(text)
    first, _, end = form.rpartition(" ")
    if not first or fold(text).split()[-1] in words("bodies", "legal_forms") or form in tabled():
        return
    others = table("alike")["left_off"] if bearer.kind != "place" and form.count(" ") >= TELLING else []
    nouns = table("alike")["left_off_behind"].get(end, others)
    longer = [known[f"{form} {noun}"] for noun in nouns if f"{form} {noun}" in known]
    if len(longer) == 1 and longer[0].count >= bearer.count:
        yield longer[0]


def _under(text: str, bearer: Bearer, known: Known) -> Iterator[Bearer]:
    """A body of the government under some president: the Obama Justice Department."""
    president, _, rest = fold_body(text).partition(" ")
    body = tabled().get(rest) if bearer.kind != "work" and president in words("alike", "presidents") else None
    whole = known.get(fold_body(body.name)) if body and body.kind == "organization" and body.name else None
    if whole:
        yield whole


RULES: Final[tuple[Rule, ...]] = (
    *(_medium, _area, _school, _glued, _department, _beyond),
    *(_committee, _last_left_off, _under),
)
