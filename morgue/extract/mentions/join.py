"""Puts together names that the model cut: bodies at a small word ("Bank of", "Japan"), persons between two names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.given import is_given
from morgue.extract.mentions.merge import merged, touching
from morgue.extract.vocabulary import vocabulary, words
from morgue.model import Mention

CONFIDENCE = 0.75
WORD_AT_END = re.compile(r"(\w+)$")
DANGLING = re.compile(r"\s+(?:of|for|and|to|on|in|the|by)$")
REST = re.compile(r"(?:\s+(?:of|for)(?:\s+the)?)?(?:\s+(?:(?:and|of|for)\s+(?:the\s+)?)?[A-Z][\w&-]+)+")
# Whom these are for, and what a White House is of, the sentence says: "left the White House for Tulsa".
WHOLE = re.compile(r"(?:House|Senate|Congress|Parliament|Party)\s+for\s|White House\s+of\s")
# What an institute is of or for, if that is two things: "Institute of Boats" and "and Harbour Affairs".
TWOFOLD = re.compile(
    r"(?:Institutes?|Office|Cent(?:er|re)|Association|Administration|Bureau|Division|Agency|School|College|Council|Society|"
    r"Academy|Program|Foundation|Commission|Alliance) (?:of|for) (?:the )?(?!the )[\w-]+(?: [A-Z][\w-]+)?$"
)
SECOND = re.compile(r" (?:and|&) ((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)(?![\w-]| [A-Z(]|['’]s|\.\w)")
# What a body is on or of, if that is a list: "Center on Boats", ", Harbours and Public Policy".
HEADED = re.compile(
    r"(?:Institutes?|Office|Cent(?:er|re)s?|Association|Administration|Bureau|Division|School|College|Council|Society|Journal|Board|"
    r"Program(?:me)?|Department|Directorate|Sub-?[Cc]ommittee|Commission|Confederation|Coalition|Institution)"
    r" (?:of|for|on) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?$"
)
LISTED = re.compile(
    r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?){0,3},? (?:and|&)(?: (?:[A-Z][\w-]+)){1,3}(?![\w-]| [A-Z]|['’]s|\.\w)"
)


def joined_bodies(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each body's name up to its own end, and no name that ends in a small word."""
    return merged(mentions, [whole for m in mentions if (whole := _whole(text, m, mentions))])


@cache
def _subject() -> re.Pattern[str]:
    """What a commission is on: "Commission on Harbour Safety", but not the day that it sits on, nor Capitol Hill."""
    calendar = vocabulary("calendar")
    days = "|".join((*calendar["weekdays"], *(rf"{month}\b" for month in calendar["months"])))
    return re.compile(
        rf"(?:(?<=Commission)|(?<=Committee)|(?<=Center)) on (?:the )?(?!{days}|Capitol)"
        r"[A-Z][\w-]+(?: (?:(?:and|of|&) (?:the )?)?[A-Z][\w-]+)*"
    )


def _whole(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention | None:
    if mention.kind != "organization":
        return None
    head = DANGLING.sub("", mention.text)
    last = WORD_AT_END.search(head)
    end = mention.start + len(head)
    rest = REST.match(text, end) if last and last[1] in words("gazetteer", "body_nouns") else None
    if rest and re.match(r"\s+(?:of|for)\s", rest[0]) and not WHOLE.search(f"{head}{rest[0]}"):
        end = rest.end()
    if subject := _subject().match(text, end):
        end = subject.end()
    if second := _second(text, head, end, mentions) or _listed(text, mention.start, end, mentions):
        end = second
    if end == mention.end:
        return None
    end = max([end, *(m.end for m in touching(mentions, mention.start, end) if m.start > mention.start)])
    return Mention(mention.start, end, text[mention.start : end], mention.label, mention.kind, "joined", CONFIDENCE)


def _second(text: str, head: str, end: int, mentions: tuple[Mention, ...]) -> int | None:
    """Where the second thing ends that an institute is of, where that is no name of its own."""
    found = SECOND.match(text, end) if TWOFOLD.search(head) else None
    if not found or is_certain(found[1]):
        return None
    inside = touching(mentions, found.start(), found.end())
    lone = " " not in found[1]
    if any(m.kind in {"person", "place"} or m.end > found.end() or lone for m in inside):
        return None
    last = found[1].split(" ")[-1]
    bodies = words("gazetteer", "body_nouns") | words("gazetteer", "place_nouns")
    return None if not lone and last in bodies else found.end()


def _listed(text: str, start: int, end: int, mentions: tuple[Mention, ...]) -> int | None:
    """Where a list ends that a body is on or of: in a subject (Affairs, Policy), with no place or person in it."""
    found = LISTED.match(text, end) if HEADED.search(text, start, end) else None
    if not found or found[0].rsplit(" ", maxsplit=1)[-1] not in words("gazetteer", "subjects"):
        return None
    inside = touching(mentions, found.start(), found.end())
    sure = any(m.kind in {"person", "place"} or m.end > found.end() or is_certain(m.text) for m in inside)
    return None if sure else found.end()


def joined_persons(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each person's name whole, where the first half stands nowhere by itself and the second begins no name."""
    return merged(mentions, _persons(text, mentions))


def _persons(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    known = Counter(m.text for m in mentions)
    for one, other in pairwise(mentions):
        if one.kind == other.kind == "person" and text[one.end : other.start] == " " and not one.text.isupper():
            again = " " in other.text and known[other.text] > 1
            if (again or is_given(one.text.partition(" ")[0])) and _are_halves(text, one.text, other.text):
                yield Mention(
                    one.start, other.end, text[one.start : other.end], one.label, "person", "joined", CONFIDENCE
                )


def _are_halves(text: str, one: str, other: str) -> bool:
    first = other.partition(" ")[0]
    alone = re.search(rf"\b{re.escape(one)}\b(?! {re.escape(first)}\b)", text)
    return first.istitle() and not is_given(first) and not alone
