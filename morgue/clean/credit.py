"""The credit line at an article's end: who else reported, whose report it was. The sentences are credits.yml."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from morgue.clean.agencies import any_name
from morgue.clean.draft import Draft

LAST = 5  # lines from the end in which a credit may stand
START = re.compile(r"(?<=[.!?)”\"’])\s+(?=[A-Z(])")
# Initials and a few titles keep their full stop within a sentence; quoted words are never a credit.
WORDS = r"(?:(?:[^.?!\"“”]|\.(?>(?<=\b[A-Z]\.)|(?<=\b(?:St|Jr|Sr|Mr|Ms|Dr)\.)|(?=\w))){1,500}?)"
NAMES = r"(?-i:[A-Z])[\w.’'\-]*(?: (?:and |, )?(?-i:[A-Z])[\w.’'\-]*){0,5}"


@cache
def _credit() -> re.Pattern[str]:
    """One or more credit sentences, and nothing else."""
    table = yaml.safe_load(files("morgue.clean").joinpath("credits.yml").read_text(encoding="utf-8"))
    sentence = "|".join(each.replace("{words}", WORDS).replace("{names}", NAMES) for each in table["sentences"])
    return re.compile(rf"(?:(?:{sentence})(?:\s+|$))+", re.IGNORECASE)


@cache
def _signature() -> re.Pattern[str]:
    """An agency's name after the last sentence: "… he said. (ANI)", "… he said. — Reuters"."""
    return re.compile(rf"""(?<=[.!?”"’)])\s*(?:[(\[](?:{any_name()})[)\]]|[-–—]+\s?(?:{any_name()}))\.?\s*$""")


def credit(draft: Draft) -> Draft:
    """The draft with the credit and the agency's signature cut from its end."""
    found: list[str] = []
    for place in range(len(draft.lines) - 1, max(-1, len(draft.lines) - 1 - LAST), -1):
        draft = _unsigned(draft, place)
        start = _start(draft.lines[place].text)
        if start is not None:
            found.insert(0, draft.lines[place].text[start:])
            draft = draft.cut(place, start, len(draft.lines[place].text), "credit")
    return replace(draft, credit=" ".join(found) or None)


def _start(text: str) -> int | None:
    """Where in a paragraph the credit begins that runs to its end."""
    starts = [0, *(match.end() for match in START.finditer(text))]
    return next((start for start in starts if _credit().fullmatch(text, start)), None)


def _unsigned(draft: Draft, place: int) -> Draft:
    text = draft.lines[place].text
    match = _signature().search(text)
    return draft.cut(place, match.start(), len(text), "agency") if match and match.start() else draft
