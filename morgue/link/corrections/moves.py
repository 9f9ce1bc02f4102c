"""Mentions go to whom they belong: what split, read and not-the-same say of them.

Of two verdicts on one mention the more exact counts (an article before a source before everywhere), then the later.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from morgue.link.corrections import telling
from morgue.link.corrections.desk import CORRECTION, Desk
from morgue.link.corrections.forms import aliases_of, name_left
from morgue.link.corrections.targets import Move
from morgue.link.entities.names import fold
from morgue.model import Apart, Article, MentionKey, Scope

FOLLOWS, EVERYWHERE, SOURCE, ARTICLE = range(4)
"""How exactly a verdict says a mention; that a surname follows is only guessed."""

Rank = tuple[int, str, int]
Claims = dict[MentionKey, list["Claim"]]


@dataclass(frozen=True, slots=True)
class Claim:
    """That a mention of entity `owner`, None for nobody's, is to go where a move says."""

    rank: Rank
    move: Move
    owner: int | None


def move_mentions(desk: Desk, found: Sequence[Move]) -> None:
    """Give every mention to whom the most exact and latest verdict says."""
    made: Claims = defaultdict(list)
    matched = [_claim(desk, move, made) for move in found]
    claims = {key: _strongest(desk, made[key]) for key in sorted(made)}
    for key, claim in claims.items():
        if claim.owner is not None:
            del desk.rules(claim.owner)[key]
        desk.rules(claim.move.target)[key] = CORRECTION
    won = {claim.move for claim in claims.values()}
    for move, count in zip(found, matched, strict=True):
        _tell(desk, move, count=count, won=move in won)
    changed = {number for claim in claims.values() for number in (claim.owner, claim.move.target)}
    for number in sorted(number for number in changed if number is not None):
        _name_anew(desk, number)
    _leave_addresses(desk, claims)


def _claim(desk: Desk, move: Move, claims: Claims) -> int:
    """Enter a move's claims; how many mentions it matches."""
    exact = ARTICLE if move.scope.article else SOURCE if move.scope.source else EVERYWHERE
    meant = list(_meant(desk, move))
    signed = move.correction.signed
    for key, owner in meant:
        claims[key].append(Claim((exact, signed.date, signed.line), move, owner))
    if move.source is not None:
        for key in _followers(desk, move.source, [key for key, _ in meant]):
            claims[key].append(Claim((FOLLOWS, signed.date, signed.line), move, move.source))
    return len(meant)


def _meant(desk: Desk, move: Move) -> Iterator[tuple[MentionKey, int | None]]:
    """The mentions that a move is about, with whose they are; what is read may have been nobody's."""
    forms, holds = {fold(form) for form in move.forms}, _holds(move.scope)
    printing = (number for form in move.forms for number in desk.directory.printing(form))
    owners = dict.fromkeys(printing) if move.source is None else (move.source,)
    for owner in owners:
        for key in desk.drafts[owner].entity.mentions:
            if fold(desk.printed(key)) in forms and holds(desk.article(key)):
                yield key, owner
    if move.source is None:
        for form in sorted(forms):
            yield from ((key, None) for key in desk.nobodys(form) if holds(desk.article(key)))


def _holds(scope: Scope) -> Callable[[Article], bool]:
    """Whether an article is within a scope. A source is known by its name or domain, in any case."""
    wanted = (scope.source or "").casefold().removeprefix("www.")

    def holds(article: Article) -> bool:
        if scope.article:
            return article.uid == scope.article
        if not wanted:
            return True
        known = (article.source.name, article.source.domain or "") if article.source else ()
        return any(name.casefold().removeprefix("www.") == wanted for name in known)

    return holds


def _followers(desk: Desk, source: int, parted: Sequence[MentionKey]) -> Iterator[MentionKey]:
    """Short forms in articles that print no long form but those which part: Okafor, where only Ben Okafor is."""
    names: dict[int, set[str]] = defaultdict(set)
    for key in parted:
        names[key[0]].update(fold(desk.printed(key)).split())
    gone = set(parted)
    left: dict[int, list[MentionKey]] = defaultdict(list)
    for key in desk.drafts[source].entity.mentions:
        if key[0] in names and key not in gone:
            left[key[0]].append(key)
    for clipping, keys in left.items():
        if all(names[clipping].issuperset(fold(desk.printed(key)).split()) for key in keys):
            yield from keys


def _strongest(desk: Desk, claims: Sequence[Claim]) -> Claim:
    """Of the claims on a mention the one that counts; tell those that say otherwise and are no less exact."""
    *weaker, strongest = sorted(claims, key=lambda each: (each.rank, each.move.target))
    for claim in weaker:
        if claim.move.target != strongest.move.target and claim.rank[0] == strongest.rank[0] != FOLLOWS:
            desk.doubt(telling.contradicted(claim.move.correction, strongest.move.correction))
    return strongest


def _tell(desk: Desk, move: Move, *, count: int, won: bool) -> None:
    """Note a move that was made, or that rules had made already; report one that matches nothing."""
    there = count == 0 and move.source is not None and _made_by_rules(desk, move)
    if count == 0 and not there:
        name = None if move.source is None else desk.name(move.source)
        desk.doubt(telling.nothing_printed(move.correction, move.forms, move.scope, name))
    elif (won or there) and not isinstance(move.correction, Apart):  # that is noted with all its names
        _note(desk, move)


def _made_by_rules(desk: Desk, move: Move) -> bool:
    """Whether the entity that is to get the mentions has some already."""
    forms, holds = {fold(form) for form in move.forms}, _holds(move.scope)
    return any(fold(desk.printed(key)) in forms and holds(desk.article(key)) for key in desk.rules(move.target))


def _note(desk: Desk, move: Move) -> None:
    where = f" {telling.within(move.scope)}" if telling.within(move.scope) else ""
    forms, target = telling.quoted(move.forms) + where, move.target
    if move.source is None:
        desk.note(move.correction, target, f"{forms} is this {desk.drafts[target].entity.kind}.")
    else:
        desk.note(move.correction, move.source, f"{forms} is “{desk.name(target)}”.", target)
        desk.note(move.correction, target, f"{forms} was listed as “{desk.name(move.source)}”.", move.source)


def _name_anew(desk: Desk, number: int) -> None:
    """Let an entity be found by the forms that it has now, and be shown by one of them."""
    draft, aliases = desk.drafts[number], aliases_of(desk, desk.rules(number))
    draft.entity = replace(draft.entity, name=name_left(draft.entity, aliases))
    desk.directory.reprint(number, draft.entity.name, [alias.name for alias in aliases])


def _leave_addresses(desk: Desk, claims: Mapping[MentionKey, Claim]) -> None:
    """The address of an entity that has lost its last mention leads to whoever got most of them."""
    takers: dict[int, Counter[int]] = defaultdict(Counter)
    for claim in claims.values():
        if claim.owner is not None:
            takers[claim.owner][claim.move.target] += 1
    for owner, targets in takers.items():
        if desk.drafts[owner].empty:
            heir = min(targets, key=lambda number: (-targets[number], desk.drafts[number].entity.uid))
            desk.join(owner, heir)
