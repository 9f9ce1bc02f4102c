"""The dateline: where a story was filed, as it stands before the first sentence. The vocabulary is datelines.yml."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

import yaml

from morgue.clean.agencies import agency
from morgue.clean.draft import Draft
from morgue.clean.prose import first_prose

_WORD = r"[A-ZÀ-ÞŁŚŠŽČ][\w.’'\-]*"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# Place, region, date, agency in brackets, and what sets them off: each may be missing, `_is_dateline` weighs the rest.
DATELINE = re.compile(
    rf"""
    (?:(?P<place>{_WORD}(?:[ /](?:(?:de|es|do|of|and)[ ])?{_WORD}){{0,3}}?)
       (?P<region>,[ ](?!{_MONTH}[ ]\d)[A-Z][\w.]*(?:[ ][A-Z][\w.]*){{0,2}}?)?)?
    (?P<date>,?[ ]?(?:{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{_MONTH})(?:,?[ ]\d{{4}})?)?
    (?:[ ]?[\[(](?P<tag>[A-Z][\w&./' -]{{1,40}}|dpa)[\])])?
    (?P<end>[ ]?(?:—|–|―)[ ]?|[ ]?--?[ ]|:[ ]|(?(tag)[ ]|(?!)))
    (?=[“"‘'\w(])
    """,
    re.VERBOSE,
)


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    lists = yaml.safe_load(files("morgue.clean").joinpath("datelines.yml").read_text(encoding="utf-8"))
    return {name: frozenset(map(str.casefold, words)) for name, words in lists.items()}


def dateline(draft: Draft) -> Draft:
    """The draft with the dateline cut from the first paragraph of running text."""
    place = first_prose(draft.lines)
    match = DATELINE.match(draft.lines[place].text) if place < len(draft.lines) else None
    if not match or not _is_dateline(match):
        return draft
    where = match["place"] and match["place"] + (match["region"] or "")
    return replace(draft.cut(place, 0, match.end(), "dateline"), dateline=where)


def _is_dateline(match: re.Match[str]) -> bool:
    """Whether what stands before the first sentence is a dateline, and not the beginning of the sentence."""
    known = _vocabulary()
    place, tag, dash = match["place"], match["tag"], bool(match["end"].strip(" :"))
    signed = tag is not None and (agency(tag) is not None or tag.casefold() in known["outlets"])
    if place is None:
        return signed and dash
    if place.casefold() in known["not_places"]:
        return False
    if is_place(place):
        return dash or signed or (match["end"] == ": " and tag is None)
    if not dash:
        return False
    return signed or (place.isupper() and bool(match["region"] or match["date"]))


def is_place(place: str) -> bool:
    """Whether every part of "MOSCOW/KYIV" or "LONDON and PARIS" is a place that datelines name."""
    return all(part.casefold() in _vocabulary()["places"] for part in re.split(r"/| and ", place))
