"""Rare names of bodies that are a known one with one word misprinted or mistaken: “Federal Elections Committee”.

One wrong letter needs little company to be a slip; another ending, or two letters, needs more: the Center for Migration
Studies is not the one for Immigration Studies, though one article prints both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.roster import Body, Pairs, is_numeral
from morgue.link.entities.known import known
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import words

RARE: Final = 2  # mentions, or articles, up to which a name is doubted
COMMONER: Final = 3  # times as often the name that was meant is printed
SHORTEST: Final = 5  # letters of a word that may be misprinted
LONG: Final = 7  # letters of a word that two wrong letters leave what it is
BEGINNING: Final = 5  # letters that a word with another ending shares: Regulat(ion), Regulat(ory)
CROWD: Final = 60  # names that differ in one word, beyond which that word tells them apart
LITTLE: Final = (0.1, 0.05)  # likeness of two articles, or share of company, for one wrong letter
MUCH: Final = (0.12, 0.25)  # for more
INHABITANTS: Final = ("er", "an", "n", "ian", "ist")  # endings that make other things of a name’s last word


def misprinted(bodies: Sequence[Body], company: Company) -> Pairs:
    """The rare bodies that are a known one, misprinted → that one; where two are near, nobody."""
    near: dict[Identity, set[Identity]] = defaultdict(set)
    for rare, meant, letters in _alike(bodies):
        shared = company.shared(rare.articles, meant.articles, frozenset((*rare.words, *meant.words)))
        close, known_share = LITTLE if letters == 1 else MUCH
        slip = letters == 1 and bool(shared.together)
        if slip or shared.closest >= close or shared.known >= known_share:
            near[rare.identity].add(meant.identity)
    return {rare: next(iter(meant)) for rare, meant in near.items() if len(meant) == 1}


def _alike(bodies: Sequence[Body]) -> Iterator[tuple[Body, Body, int]]:
    """Rare and known names that differ in one word, and in how many letters."""
    others: dict[tuple[int, tuple[str, ...]], list[tuple[str, Body]]] = defaultdict(list)
    for body in bodies:
        for place, word in enumerate(body.stems if len(body.stems) > 1 else ()):
            others[place, body.stems[:place] + body.stems[place + 1 :]].append((word, body))
    for (place, rest), alike in others.items():
        if not 1 < len(alike) <= CROWD:
            continue
        for word, rare in alike:
            for other, meant in alike if len(rare.articles) <= RARE and not rare.identity.name else ():
                letters = _wrong(word, other, at_end=place == len(rest))
                if letters and _far_rarer(rare, meant) and (rare.kind == meant.kind or letters == 1):
                    yield rare, meant, letters


def _far_rarer(rare: Body, meant: Body) -> bool:
    """By mentions; or by articles, since one that misprints a name may do so throughout."""
    by_mentions = rare.count <= RARE and meant.count >= COMMONER * rare.count
    return by_mentions or len(meant.articles) >= COMMONER * len(rare.articles)


def _wrong(word: str, other: str, *, at_end: bool) -> int:
    """How many letters are wrong, 0 where that makes two words of two meanings."""
    apart = words("alike", "other")
    if word == other or len(word) < SHORTEST or is_numeral(word) or not apart.isdisjoint((word, other)):
        return 0
    if any(letter.isdigit() for letter in word):  # the 112th is not the 113th
        return 0
    if word in known() and other in known() and known()[word].about != known()[other].name:
        return 0
    if at_end and any(word in {other + end, other[:-1] + end} for end in INHABITANTS):
        return 0
    letters = DamerauLevenshtein.distance(word, other)
    ending = len(word) > SHORTEST and word[:BEGINNING] == other[:BEGINNING]
    return letters if letters == 1 or (letters == 2 and len(word) >= LONG) or ending else 0  # noqa: PLR2004
