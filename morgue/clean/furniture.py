"""The furniture of a page comes off: share bars, comment forms, boxes of headlines. The rules are furniture.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

import yaml

from morgue.clean.draft import Draft, Line
from morgue.clean.prose import is_prose

Where = Literal["any", "top", "below", "bottom"]
LONGEST = 120  # characters: most furniture is short, and most rules need not be asked about a paragraph


class Rule(NamedTuple):
    """A line of furniture.yml."""

    name: str
    pattern: str
    where: Where
    takes: Literal["line", "list", "rest"] = "line"
    longest: int = LONGEST


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order."""
    text = files("morgue.clean").joinpath("furniture.yml").read_text(encoding="utf-8")
    return tuple(Rule(**rule) for rule in yaml.safe_load(text))


def furniture(draft: Draft) -> Draft:
    """The draft without the lines that are the page's and not the article's."""
    first, last = _body(draft.lines)
    found: dict[int, str] = {}
    for place, line in enumerate(draft.lines):
        rule = None if place in found else _rule(line.text, _zone(place, first, last))
        if rule:
            found |= dict.fromkeys([place, *_taken(rule, place, draft.lines, found)], rule.name)
    return draft.without(dict(sorted(found.items())))


def _body(lines: Sequence[Line]) -> tuple[int, int]:
    """The places of the first and the last line of running text."""
    first = next((place for place, line in enumerate(lines) if _is_text(line.text, "top")), len(lines))
    places = range(len(lines) - 1, -1, -1)
    return first, next((place for place in places if _is_text(lines[place].text, "bottom")), -1)


def _is_text(text: str, zone: Where) -> bool:
    return is_prose(text) and _rule(text, zone) is None


def _zone(place: int, first: int, last: int) -> Where:
    if place < first:
        return "top"
    return "bottom" if place > last else "below"


def _taken(rule: Rule, place: int, lines: Sequence[Line], found: dict[int, str]) -> Iterator[int]:
    """The places under a line that go with it."""
    under = range(place + 1, len(lines))
    if rule.takes == "rest" and _words(lines[place + 1 :]) <= _words(lines[:place]):
        yield from (other for other in under if other not in found)
    if rule.takes == "list":
        for other in under:
            if is_prose(lines[other].text):
                return
            yield other


def _words(lines: Sequence[Line]) -> int:
    return sum(line.text.count(" ") + 1 for line in lines)


def _rule(text: str, zone: Where) -> Rule | None:
    """The first rule that holds for a line in this part of the page."""
    match = _pattern(zone, long=len(text) > LONGEST).fullmatch(text)
    rule = rules()[int(cast("str", match.lastgroup)[1:])] if match else None
    return rule if rule and len(text) <= rule.longest else None


@cache
def _pattern(zone: Where, *, long: bool) -> re.Pattern[str]:
    """All rules of a zone as one expression: a line is looked at once, not once a rule."""
    holds = {"any", "below", zone} if zone == "bottom" else {"any", zone}
    asked = (
        (n, rule) for n, rule in enumerate(rules()) if rule.where in holds and (rule.longest > LONGEST or not long)
    )
    return re.compile("|".join(f"(?P<r{n}>{rule.pattern})" for n, rule in asked), re.IGNORECASE)
