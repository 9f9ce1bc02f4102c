"""Names of bodies that are the same once what tells nothing is left off, or but for hyphens and spaces.

“White House Council of Economic Advisers”, “9th Circuit Court of Appeals”, “Los Angeles County Sheriff’s Department”,
“KPAX-TV”; “Wal-Mart” and “Walmart”, whatever kind the model took each for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from morgue.link.entities.company import Company
from morgue.link.entities.doubles.roster import Body, Pairs, is_numeral, one_body, spelled_out, stem
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity
from morgue.link.vocabulary import table

FAR_COMMONER: Final = 5  # times as often that one of two of the very same name is printed
SHORTEST: Final = 4  # letters
LEAST: Final = 3  # words of a name that no other house has: not the Blue Room
CLOSE: Final = 0.5  # likeness of two articles that speaks for one body where spaces differ

_STATION = re.compile(r"([KW][A-Z]{2,3})(?:[- ](?:TV|FM|AM))?")
_SHERIFFS: Final = frozenset({"sheriff", "sheriffs"})
_HYPHENS = re.compile(r"(?<=\w)[-–‐‑](?=\w)")
_NO_LETTERS = re.compile(r"[^\w ]")


def plain(bodies: Sequence[Body], company: Company) -> Pairs:
    """The bodies whose plain name is another’s, the rarer → the commoner."""
    groups: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if len(key := _key(body)) >= SHORTEST:
            groups[key].append(body)
    found: dict[Identity, Identity] = {}
    for group in groups.values():
        best, *others = sorted(group, key=lambda body: body.rank, reverse=True)
        rivals = [body for body in others if fold_body(body.text) == fold_body(best.text)]
        if any(FAR_COMMONER * rival.count > best.count for rival in rivals):
            continue
        for body in others:
            if body not in rivals and _is_the_same(body, best, company):
                found.update(one_body(body, best))
    return found


def _key(body: Body) -> str:
    """The letters of a name, without what tells nothing."""
    if station := _STATION.fullmatch(body.text):
        return station[1].casefold()
    told = _telling(_title(body))
    return "" if any(map(is_numeral, told)) else "".join(map(stem, told))


def _title(body: Body) -> str:
    """A name as it is printed, of a work of several words without its subtitle."""
    title, colon, _ = body.text.partition(": ")
    return title if body.kind == "work" and colon and " " in title else body.text


def _telling(text: str) -> list[str]:
    """The words of a name that tell something, two of several at least."""
    told = _NO_LETTERS.sub("", spelled_out(text)).split()
    left_off = {"county"} if _SHERIFFS.intersection(told) else {"us"} if "circuit" in told else set()
    bare = [word for word in _without_tail(_without_head(told)) if word not in left_off]
    return bare if len(bare) > 1 else told


def _without_head(told: list[str]) -> list[str]:
    """A name without whose it is: White House."""
    for head in table("alike")["heads"]:
        size = head.count(" ") + 1
        if told[:size] == head.split() and len(told) >= size + LEAST:
            return told[size:]
    return told


def _without_tail(told: list[str]) -> list[str]:
    """A name without what its last word says already: 9th Circuit (Court of Appeals)."""
    bare = [word for word in told if word != "the"]
    for end, tails in table("alike")["tails"].items():
        for tail in tails:
            size = tail.count(" ") + 1
            if bare[-size:] == tail.split() and bare[-size - 1 : -size] == [end]:
                return bare[:-size]
    return told


def _is_the_same(rare: Body, known: Body, company: Company) -> bool:
    """Whether two names of the same letters are one body's: what differs besides hyphens needs company."""
    if not _spellings(rare, stem).isdisjoint(_spellings(known, stem)):
        return _is_plural(rare, known) or _says_no_more(rare, known)
    return _keep_company(rare, known, company)


def _is_plural(rare: Body, known: Body) -> bool:
    """The members of a group, where an article prints both: Yazidi, Yazidis. Hama is not Hamas."""
    group = "group" in {rare.kind, known.kind} and "organization" not in {rare.kind, known.kind}
    vowel = {rare.words[-1][-2:], known.words[-1][-2:]} & {"is", "us"}
    return bool((group or vowel) and _together(rare, known))


def _says_no_more(rare: Body, known: Body) -> bool:
    """The very same words as printed; of several words that no table knows, but for plurals."""
    if not _spellings(rare, str).isdisjoint(_spellings(known, str)):
        return (rare.kind == "work") == (known.kind == "work")
    return len(rare.words) > 1 and not (rare.identity.name or known.identity.name)


def _spellings(body: Body, spelt: Callable[[str], str]) -> frozenset[str]:
    """A name with its hyphens as spaces, and without them."""
    if _STATION.fullmatch(body.text):
        return frozenset({_key(body)})
    both = (_telling(_title(body)), _telling(_HYPHENS.sub("", _title(body))))
    return frozenset(" ".join(map(spelt, tokens)) for tokens in both)


def _together(one: Body, other: Body) -> bool:
    return not one.articles.isdisjoint(other.articles)


def _keep_company(rare: Body, known: Body, company: Company) -> bool:
    shared = company.shared(rare.articles, known.articles, frozenset((*rare.words, *known.words)))
    return bool(shared.together) or shared.closest >= CLOSE
