"""Lines that say when an article was published or updated: "Published Feb. 3, 2021 | Updated 3:15 p.m. ET, Feb. 4".

They stand above the text or below it, and leave it. "2 hours ago" is no date: nobody says from when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal, NamedTuple

from morgue.clean.authors import prefix
from morgue.clean.date_words import vocabulary
from morgue.clean.dateline import DATELINE
from morgue.clean.draft import Draft, Line
from morgue.clean.prose import is_prose
from morgue.clean.published import published
from morgue.model import Removed

TOP, BOTTOM = 12, 3  # lines
LONGEST, LONGEST_FOUND = 120, 200  # letters of a line that is a date, and of one that holds some
PARTS = re.compile(r"\s*[|•·\n]\s*|\s+[-–—]\s+")
DIGIT = re.compile(r"\d")
EXACT = ("second", "day")


class Stamp(NamedTuple):
    """A date as it is printed, and what of: None where the line does not say."""

    of: Literal["published", "updated"] | None
    date: str


def stamps(draft: Draft) -> Draft:
    """The draft without the lines that are dates alone, and with what these and its byline say."""
    lines = draft.lines
    top = list(_above(lines))
    bottom = range(max(len(top), len(lines) - BOTTOM), len(lines))
    read = {place: read_stamps(lines[place].text) for place in (*top, *bottom)}
    alone = [place for place, found in read.items() if found and _is_alone(lines[place].text)]
    gone = [place for place in alone if place in top or all(stamp.of for stamp in read[place])]
    signed = [place for place in top if prefix().match(lines[place].text)]
    said = [stamp for place in (*gone, *signed) for stamp in read[place] or find_stamps(lines[place].text)]
    if len(gone) == len(lines):
        return draft
    return replace(
        draft.without(dict.fromkeys(gone, "timestamp")),
        printed=_one(said, "published") or (_one(said, None) if _is_plain(lines) else None),
        revised=_one(said, "updated"),
    )


def read_stamps(line: str) -> list[Stamp]:
    """The dates that a short line gives, each with what it says of it."""
    if len(line) > LONGEST or not DIGIT.search(line):
        return []
    return _of(line) or [stamp for part in PARTS.split(line) for stamp in _of(part)]


def find_stamps(line: str) -> list[Stamp]:
    """The dates in a short line among other words, each with what the word before it says of it."""
    if len(line) > LONGEST_FOUND:
        return []
    said = (_label().findall(line[: match.start()])[-1:] for match in _date().finditer(line))
    dates = (match[0] for match in _date().finditer(line))
    return [Stamp(_which(label[0]) if label else None, date) for label, date in zip(said, dates, strict=True)]


def in_dateline(removed: Iterable[Removed]) -> str | None:
    """The date in a dateline that names the year: "BEIJING, Feb. 3, 2021 (Xinhua) --"."""
    matches = (DATELINE.match(f"{each.text} A") for each in removed if each.rule == "dateline")
    dates = (match["date"].strip(" ,") for match in matches if match and match["date"])
    return next((date for date in dates if published(date).precision == "day"), None)


def _above(lines: Sequence[Line]) -> Iterator[int]:
    """The places of the lines above the text."""
    for place, line in enumerate(lines[:TOP]):
        if is_prose(line.text) and not _is_alone(line.text):
            return
        yield place


def _is_plain(lines: Sequence[Line]) -> bool:
    """Whether this is a plain text: of a page's dates without a label, its marks tell which are the article's."""
    return any(line.number for line in lines)


def _is_alone(line: str) -> bool:
    """Whether a line is dates and nothing else."""
    parts = [part for part in PARTS.split(line) if part.strip()] if len(line) <= LONGEST else []
    return bool(parts) and (bool(_of(line)) or all(_of(part) for part in parts))


def _of(part: str) -> list[Stamp]:
    """The dates in a part of a line; none where it says anything else."""
    pieces = _label().split(part.strip(" ()[]:,*"))
    found = [Stamp(None, pieces[0].strip(" :,()"))]
    found += [Stamp(_which(label), date.strip(" :,()")) for label, date in zip(pieces[1::2], pieces[2::2], strict=True)]
    given = [stamp for stamp in found if stamp.date]
    return given if all(map(_is_date, given)) else []


def _is_date(stamp: Stamp) -> bool:
    """Whether it is one: "2021" alone is a number, "published 2021" is a date."""
    precision = published(stamp.date).precision
    return precision in EXACT or (stamp.of is not None and precision != "unknown")


def _one(said: Sequence[Stamp], of: str | None) -> str | None:
    """The one date of this kind; of two that differ nobody says which it is."""
    dates = {published(stamp.date): stamp.date for stamp in said if stamp.of == of}
    return next(iter(dates.values())) if len(dates) == 1 else None


def _which(label: str) -> Literal["published", "updated"]:
    return "updated" if _updated().fullmatch(label.strip()) else "published"


@cache
def _date() -> re.Pattern[str]:
    """A day with its month in letters or year first, and the time behind it."""
    month = rf"(?:{'|'.join(name for names in vocabulary()['months'].values() for name in names)})\b\.?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
    date = rf"(?:{month} {day},? {year}|{day}\.? (?:de )?{month},? (?:de )?{year}|{year}-\d\d-\d\d)"
    clock = r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?-i:[A-Z]{2,4}\b|[+-]\d\d:?\d\d))?"
    return re.compile(rf"\b{date}(?:(?:[T ,|@–-]| at | à )+{clock})?", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    words = "|".join((*vocabulary()["updated"], *vocabulary()["published"]))
    return re.compile(rf"\b((?:{words})\b)\s*(?:on\b|at\b|:)*", re.IGNORECASE)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary()["updated"]), re.IGNORECASE)
