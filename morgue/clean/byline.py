"""Bylines, agency lines and the paper's own name above the text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from morgue.clean.agencies import agency
from morgue.clean.authors import is_role, person, prefix, without_prefix
from morgue.clean.draft import Draft
from morgue.clean.prose import first_prose, last_prose, same
from morgue.model import Stated

TOP = 10  # lines: a caption or two may stand above the byline
LONGEST = 200  # letters of a line
_NAME = r"(?:[A-ZÀ-Þ][\w.’'\-]*|de|da|del|der|di|dos|van|von|al|bin|el|la|le)"
_NOT_A_NAME = r"(?!(?:The|A|An|This|That|His|Her|All|\w+day|January|February|March|April|June|July|August)\b)"
BYLINE = re.compile(
    rf"{_NOT_A_NAME}{_NAME}(?: {_NAME}){{1,4}}"
    r"(?:(?:,| and| und| et| &|;| ?[|/•·]| in| for| from| at| of| with) ?[A-Z@\d][^!?:]{0,120})?\.?"
)
BESIDE = re.compile(r",\s+|\s*[|•·]\s*|\s+[-–—]\s+")  # between a name and a role or an agency
ASIDE = re.compile(r"\s*(?:[|•·]|,? (?:published|updated|posted)\b|,? @\w).*", re.IGNORECASE)


def byline(draft: Draft) -> Draft:
    """The draft without the byline above its text and the lines that only name an agency or the paper.

    A stated byline wins.
    """
    top = first_prose(draft.lines)
    found = {place: name for place, line in enumerate(draft.lines[:TOP]) if (name := name_in(line.text))}
    above = draft.lines[: min(top, TOP)] if top < len(draft.lines) else ()
    own = [place for place, line in enumerate(above) if _is_paper(line.text, draft.stated)]
    found |= _above(own, draft) | {place: line.text for place, line in enumerate(above) if _is_signed(line.text)}
    ends = chain(range(top), range(last_prose(draft.lines) + 1, len(draft.lines)))
    signed = [place for place in ends if agency(draft.lines[place].text.strip("-–—() .")) and top < len(draft.lines)]
    rules = dict.fromkeys(own, "publisher") | dict.fromkeys(found, "byline") | dict.fromkeys(signed, "agency")
    stated = draft.stated.byline and without_prefix(draft.stated.byline)
    return replace(draft.without(rules), byline=stated or "; ".join(found.values()) or None)


def _is_paper(line: str, stated: Stated) -> bool:
    return bool(stated.source) and same(line) == same(stated.source or "")


def _above(papers: list[int], draft: Draft) -> dict[int, str]:
    """Names right above the paper's own: a byline, unless it could be the headline."""
    names = (place - 1 for place in papers if place and draft.stated.headline)
    return {place: draft.lines[place].text for place in names if BYLINE.fullmatch(draft.lines[place].text)}


def name_in(line: str) -> str | None:
    """The names in a byline, without "By" and without what follows a bar; None where the line is no byline."""
    by = prefix().match(line) if len(line) <= LONGEST else None
    names = ASIDE.sub("", line[by.end() :]).rstrip(" .") if by else ""
    return names if BYLINE.fullmatch(names) or agency(names) else None


def _is_signed(line: str) -> bool:
    """Whether a line without "By" is a name with what its bearer is or writes for: "Jane Doe, Reuters"."""
    name, *beside = BESIDE.split(line.rstrip(" ."), maxsplit=1) if len(line) <= LONGEST else ("",)
    return any(agency(each) or is_role(each) for each in beside) and person(name) is not None
