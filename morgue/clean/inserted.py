"""What a page hides within a paragraph comes off, and leaves the sentence whole. The rules are inserted.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from morgue.clean.draft import Draft


class Rule(NamedTuple):
    """An entry of inserted.yml."""

    name: str
    holds: str
    pattern: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in their order."""
    told = yaml.safe_load(files("morgue.clean").joinpath("inserted.yml").read_text(encoding="utf-8"))
    return tuple(Rule(each["name"], each["holds"], re.compile(each["pattern"], re.VERBOSE)) for each in told)


def inserted(draft: Draft) -> Draft:
    """The draft without what a page put into its sentences."""
    for rule in rules():
        for place, line in enumerate(draft.lines):
            if rule.holds in line.text and (spans := tuple(_spans(rule, line.text))):
                draft = draft.taken_out(place, spans, rule.name)
    return draft


def _spans(rule: Rule, text: str) -> Iterator[tuple[int, int]]:
    return (match.span("inserted") for match in rule.pattern.finditer(text))
