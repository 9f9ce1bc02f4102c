"""Bodies that may be a better known one under another name, which nothing decides: no entity is made of them.

“Senate Energy” beside the Senate Energy and Natural Resources Committee, “Board of Elections” beside a state’s; and
“Judiciary Committee”, which may be either chamber’s. The mentions stay, their words are found, and a correction by hand
says whose they are. What has a word more that makes another body of it, a chapter or a part, is one of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.initialled import are_initials
from morgue.link.entities.doubles.roster import Body, is_numeral, roster_of, stem
from morgue.link.entities.doubted.signs import is_noun
from morgue.link.entities.names import fold, fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.verdicts import Bearers, Identity
from morgue.link.vocabulary import table, words
from morgue.model import Clipping

SEVERAL: Final = 2  # known bodies that a short name leaves open
RARE: Final = 2  # articles up to which a name is doubted
KNOWN: Final = 3  # articles that make a name well known
LEAST: Final = 2  # words of a name that another is compared with
TELLING: Final = 3  # words of a name that tells even with words left out within
MOST: Final = 3  # words left out within
LONGEST: Final = 9  # words of a name whose parts are looked at
MANY: Final = 4  # initials that are hardly another body’s
LITTLE: Final = 0.04  # likeness of two articles, or share of company, that these need
LINKS: Final = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"})
UNIVERSITY: Final = "university"

_UNIVERSITY_OF = re.compile(r".*\buniversity of\b")
_GOVERNS = re.compile(r"(?:of|for|on|at|in|&|and) ")


@dataclass(frozen=True, slots=True)
class _Whole:
    """A body of which another’s name may be a part, with the words before and behind that part."""

    body: Body
    before: tuple[str, ...]
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Archive:
    """The bodies by their letters, by the letters of each part of their names, by initials, and by both ends."""

    named: Mapping[str, Sequence[Body]]
    parts: Mapping[str, Sequence[_Whole]]
    initials: Mapping[str, Sequence[Body]]
    ends: Mapping[tuple[str, str], Sequence[Body]]
    company: Company


Rule = Callable[[Body, _Archive], Iterator[Body]]


def perhaps_another(members: Bearers, clippings: Sequence[Clipping], company: Company) -> dict[Identity, Identity]:
    """The bodies that may be a better known one.

    Args:
        members: All identities with their mentions.
        clippings: All articles; a small archive doubts nothing.
        company: Which names stand in which articles.

    Returns:
        The identity of each such body → that of the best known one that it may be.
    """
    if len(clippings) < table("evidence")["archive"]:
        return {}
    bodies = roster_of(members)
    archive = _archive_of(bodies, company)
    found: dict[Identity, Identity] = {}
    for body in bodies:
        rules = RULES if _is_doubted(body) else (_of_several,)
        offered = [
            other
            for rule in rules
            for other in rule(body, archive)
            if _rank(other) > _rank(body) or rule is _of_several
        ]
        if offered:
            found[body.identity] = max(offered, key=_rank).identity
    return found


def _rank(body: Body) -> tuple[bool, int, int, str]:
    return (body.identity.name is not None, len(body.articles), body.count, body.identity.key)


def _is_doubted(body: Body) -> bool:
    """A rare name that no table has, of words that all tell: “LA Daily News” is no “Daily News”."""
    tokens = fold_body(body.text).split()
    whole = len(body.words) + sum(token in LINKS for token in tokens) == len(tokens)
    firm = fold(body.text).split()[-1:] != tokens[-1:]  # what the law adds may tell two bodies apart
    return bool(body.stems) and body.identity.name is None and len(body.articles) <= RARE and whole and not firm


def _archive_of(bodies: Sequence[Body], company: Company) -> _Archive:
    named: dict[str, list[Body]] = defaultdict(list)
    parts: dict[str, list[_Whole]] = defaultdict(list)
    initials: dict[str, list[Body]] = defaultdict(list)
    ends: dict[tuple[str, str], list[Body]] = defaultdict(list)
    for body in bodies:
        if not body.stems:
            continue
        ends[body.stems[0], body.stems[-1]].append(body)
        named["".join(body.stems)].append(body)
        initials["".join(word[0] for word in body.words)].append(body)
        for start, end in combinations(range(len(body.stems) + 1), 2) if len(body.stems) <= LONGEST else ():
            if LEAST <= end - start < len(body.stems):
                whole = _Whole(body, body.stems[:start], body.stems[end:])
                parts["".join(body.stems[start:end])].append(whole)
    return _Archive(named, parts, initials, ends, company)


def _cut(body: Body, archive: _Archive) -> Iterator[Body]:
    """Those of whose name this is a part: Senate Energy, Farm Bureau, Board of Elections."""
    if len(body.stems) < LEAST or body.kind in {"event", "work"} or _is_place(body):
        return
    wholes = archive.parts.get("".join(body.stems), ())
    for whole in wholes:
        follows = _may_precede(whole, body) if whole.before else _may_follow(whole, body)
        if follows and not _tells_apart(whole, body):
            yield whole.body


def _is_place(body: Body) -> bool:
    """A place, unless bodies are called so."""
    return spot(body.text) is not None or (body.kind == "place" and body.stems[-1] not in _kinds())


def _tells_apart(whole: _Whole, body: Body) -> bool:
    """Whether what a longer name has besides makes another body of it."""
    besides = (*whole.before, *whole.behind)
    another = not words("alike", "other").isdisjoint(besides) or any(map(is_numeral, besides))
    return another or (UNIVERSITY in body.stems and bool(whole.before))  # Xavier University of Louisiana


def _may_precede(whole: _Whole, body: Body) -> bool:
    """Whose a body is, or what of it a longer name has cut off; two bodies run together are rare."""
    if len(whole.body.articles) >= KNOWN:
        return not whole.behind or len(body.stems) >= TELLING
    before = fold_body(whole.body.text).partition(fold_body(body.text))[0]
    tells = len(body.stems) >= TELLING and not whole.behind and not before.endswith(("and ", "to "))
    return tells and len(whole.body.articles) >= RARE


def _may_follow(whole: _Whole, body: Body) -> bool:
    """What a body is, of or for, behind its name: only where another article prints that, if the name is whole."""
    rest = fold_body(whole.body.text).removeprefix(fold_body(body.text)).strip()
    open_ended = not is_noun(body.text.split()[-1]) or len(whole.body.articles) >= RARE
    return open_ended and (_kinds().issuperset(whole.behind) or bool(_GOVERNS.match(rest)))


@cache
def _kinds() -> frozenset[str]:
    """Stems of what bodies are called."""
    left_off = (noun for nouns in table("alike")["left_off_behind"].values() for noun in nouns)
    parts = ("kinds", "offices", "redundant", "left_off", "perhaps")
    return frozenset(map(stem, (*left_off, *(word for part in parts for word in words("alike", part)))))


def _more(body: Body, archive: _Archive) -> Iterator[Body]:
    """Those whose name this is with a word that says no more: their nation, or what the name itself does not tell."""
    *head, last = body.stems
    ways = [head] if last in words("alike", "says_no_more") else []
    ways += [list(body.stems[1:])] if body.stems[0] in words("alike", "own_nation") else []
    for way in ways:
        others = archive.named.get("".join(way), ()) if len(way) >= LEAST else ()
        if len(others) == 1 and others[0].kind not in {"place", "group"} and UNIVERSITY not in way:
            yield others[0]


def _skipping(body: Body, archive: _Archive) -> Iterator[Body]:
    """Those that have words within that this leaves out: Senate Energy (and Natural Resources) Committee."""
    if len(body.stems) < TELLING or body.kind == "work" or _UNIVERSITY_OF.match(fold_body(body.text)):
        return
    for other in archive.ends.get((body.stems[0], body.stems[-1]), ()):
        rest = iter(other.stems)
        more = len(other.stems) - len(body.stems)
        if not 0 < more <= MOST or not all(word in rest for word in body.stems):
            continue
        besides = Counter(other.stems) - Counter(body.stems)
        if len(other.articles) >= RARE or words("alike", "within").issuperset(besides):
            yield other


def _initialled(body: Body, archive: _Archive) -> Iterator[Body]:
    """A known body with these initials in the same article; in another one, if there are many and some company."""
    letters = fold_body(body.text)
    for other in archive.initials.get(letters, ()) if are_initials(body) else ():
        if len(other.articles) >= RARE and other.kind in {"organization", "other"}:
            shared = archive.company.shared(body.articles, other.articles, frozenset((letters, *other.words)))
            if shared.together or (len(letters) >= MANY and max(shared.closest, shared.known) >= LITTLE):
                yield other


def _of_several(body: Body, archive: _Archive) -> Iterator[Body]:
    """What several known bodies are called for short, together printed more often: Judiciary Committee."""
    if body.identity.name or len(body.stems) < LEAST or body.kind not in {"organization", "other"} or _is_place(body):
        return
    several = [
        whole.body
        for whole in archive.parts.get("".join(body.stems), ())
        if whole.before and not whole.behind and len(whole.body.articles) >= RARE and _is_whose(whole.body, body)
    ]
    more = len(several) >= SEVERAL and sum(whole.count for whole in several) >= body.count
    if more and any(map(is_noun, body.text.split())):
        yield from several


def _is_whose(whole: Body, body: Body) -> bool:
    """Whether what stands before a shorter name tells whose the body is, and no small word governs it."""
    form, whose = fold_body(body.text), fold_body(whole.text)
    return whose.endswith(f" {form}") and whose.removesuffix(f" {form}").split()[-1] not in LINKS


RULES: Final[tuple[Rule, ...]] = (_cut, _more, _skipping, _initialled)
