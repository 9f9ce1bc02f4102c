"""Roles as printed beside a person, in three forms.

Before the name ("Russian Foreign Minister Sergey Lavrov"), before it and set off ("Russia’s U.N. ambassador, Vassily
Nebenzia,"), and behind it ("Boris Johnson, the British Prime Minister," or "Johnson was the Prime Minister"). A role
keeps its country or body and loses its article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from morgue.extract.mentions.merge import touching
from morgue.extract.vocabulary import vocabulary, words
from morgue.model import Mention, Role

REACH = 140  # characters that a role and what stands between it and the name take at most
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*(?:(?<=\.[A-Z])\.)?")
SET_OFF = re.compile(r"\s*[,.;:)—–]|\s*$")
GOES_ON = re.compile(r"\s*[,.;:)—–]|\s*$|\s+(?:who|which|that|since|under|from|and|during|until)\b")
APPOSITIVE = re.compile(
    r",\s+(?:(?:the|an?|one of the)\s+)?(?=\w)|\s+(?:is|was|became)\s+(?:the|an?|one of the)\s+(?=\w)"
)
DOMAINS = frozenset({"place", "group", "organization"})
GAP = re.compile(r"\s+")


def find_roles(text: str, mentions: Sequence[Mention]) -> tuple[Role, ...]:
    """Every role in the text, in order, each with the place of its person among the mentions."""
    persons = [m for m in mentions if m.kind == "person"]
    roles: list[Role] = []
    for n, mention in enumerate(mentions):
        if mention.kind == "person":
            for start, end in _spans(text, mention, persons):
                if not roles or start >= max(r.end for r in roles):
                    roles.append(Role(start, end, text[start:end], n, _of(mentions, start, end)))
    return tuple(sorted(roles, key=lambda r: r.start))


def _of(mentions: Sequence[Mention], start: int, end: int) -> int | None:
    """The first country, people or body that stands in a role."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    inside = takewhile(lambda n: mentions[n].end <= end, range(first, len(mentions)))
    return next((n for n in inside if mentions[n].kind in DOMAINS), None)


def _spans(text: str, person: Mention, persons: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """The spans of the roles beside a person, in order; none reaches into another person's name."""
    for span in (_before(text, person), _behind(text, person)):
        if span and not touching(persons, *span):
            yield span


def _before(text: str, person: Mention) -> tuple[int, int] | None:
    floor = max(text.rfind("\n", 0, person.start) + 1, person.start - REACH)
    stretch = text[floor : person.start]
    found = list(WORD.finditer(stretch))
    while found and _is_address(found[-1][0]):
        found.pop()
    if not found:
        return None
    between = stretch[found[-1].end() :].strip()
    if between == "," and not SET_OFF.match(text, person.end):
        return None
    abbreviated = between == "." and found[-1][0].casefold() in words("titles", "ranks")
    if between not in {"", ","} and not abbreviated and not _is_address(between):
        return None
    run = _own_part(_run_back(stretch, found))
    if not run or not _names_office([w[0] for w in run]):
        return None
    return floor + run[0].start(), floor + run[-1].end() + abbreviated


def _run_back(stretch: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last words of the stretch that can all belong to one role, from the first that can."""
    first = len(found)
    while first and _continues(found, first - 1) and (first == len(found) or _adjoin(stretch, found, first - 1)):
        first -= 1
    while first < len(found) and found[first][0] in LINKS:
        first += 1
    return found[first:]


def _own_part(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """What of a run is the person's own: "lawyer for President Roe" and "adviser to Roe" tell of somebody else."""
    words_of = [word[0] for word in run]
    if not run or words_of[-1] in LINKS:
        return []
    served = next((n for n in range(len(run) - 1, 0, -1) if words_of[n] in SERVES), None)
    last = words_of[-1]
    if served and _is_head(last) and last.casefold() not in words("titles", "before") and words_of[served + 1] != "the":
        return run[served + 1 :]
    return run


SERVES = frozenset({"for", "to"})
LINKS = frozenset({"of", "for", "to", "the", "at", "and"})


def _continues(found: list[re.Match[str]], place: int) -> bool:
    """Whether the word at the place belongs to a role that ends behind it."""
    word = found[place][0]
    if word not in LINKS:
        return _is_part(word)
    before = found[place - 1][0] if place else ""
    if word == "the":
        return before in LINKS
    if word == "and":
        return before.casefold() in words("titles", "before") and not _is_head(before)
    return _is_head(before)


def _adjoin(stretch: str, found: list[re.Match[str]], place: int) -> bool:
    return bool(GAP.fullmatch(stretch, found[place].end(), found[place + 1].start()))


def _names_office(run: Sequence[str]) -> bool:
    """Whether the run ends with an office, or with what the office is of: "Secretary of State"."""
    offices = [n for n, word in enumerate(run) if _is_head(word)]
    if offices and _is_common(run[offices[-1]], len(run)):
        return False
    return bool(offices) and (offices[-1] == len(run) - 1 or run[offices[-1] + 1] in LINKS)


def _is_common(office: str, length: int) -> bool:
    """Whether small letters make an office a crowd or, alone, an adjective: "told reporters", "a major Roe donor"."""
    if not office.islower():
        return False
    plural = office not in words("titles", "heads") and office.removesuffix("s") in words("titles", "heads")
    return plural or (length == 1 and office in words("titles", "adjectives"))


def _behind(text: str, person: Mention) -> tuple[int, int] | None:
    comma = APPOSITIVE.match(text, person.end)
    if not comma or "\n" in comma[0]:
        return None
    ceiling = min([comma.end() + REACH, *(n for n in [text.find("\n", comma.end())] if n >= 0)])
    found = list(WORD.finditer(text, comma.end(), ceiling))
    office = _office(text, found)
    if office is None:
        return None
    end = _domain_end(text, found, office) or found[office].end()
    return (found[0].start(), end) if GOES_ON.match(text, end) else None


def _office(text: str, found: list[re.Match[str]]) -> int | None:
    """The place of the last office in the run of role words at the beginning."""
    office = None
    for n, word in enumerate(found):
        if not _is_part(word[0]) or (n and not _adjoin(text, found, n - 1)):
            break
        office = n if _is_head(word[0]) else office
    return office


def _domain_end(text: str, found: list[re.Match[str]], office: int) -> int | None:
    """The end of what the office is of ("head of Russia’s Security Council"), if that reaches a mark."""
    last = office
    for n in range(office + 1, len(found)):
        fits = found[n][0] in LINKS or found[n][0].casefold() not in words("titles", "never")
        if not fits or not _adjoin(text, found, n - 1) or (n == office + 1 and found[n][0] not in LINKS):
            break
        last = n
    end = found[last].end()
    return end if last > office and SET_OFF.match(text, end) else None


def _is_part(word: str) -> bool:
    """Whether a word can stand in a role: an office, a word that goes with offices, or a name."""
    low = word.casefold()
    if low in words("titles", "never") and not word.isupper():
        return False
    if word in vocabulary("calendar")["weekdays"] or word in vocabulary("calendar")["months"]:
        return False
    return _is_head(word) or low in words("titles", "before") or word[:1].isupper()


def _is_head(word: str) -> bool:
    heads, low = words("titles", "heads"), word.casefold()
    end = low.rpartition("-")[2]  # Secretary-General
    return low in heads or end.removesuffix("s") in heads or low in words("titles", "ranks") or word in {"CEO", "MP"}


def _is_address(word: str) -> bool:
    """Forms of address that stand between a role and a name and are no role: "Sir", "Mr."."""
    low = word.casefold().rstrip(".")
    return low in words("titles", "honorifics") and low not in words("titles", "ranks") and not _is_head(low)
