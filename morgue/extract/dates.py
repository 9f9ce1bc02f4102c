"""Dates in the text: "Tuesday", "Feb. 1, 2022", "late February", "1999", "last week".

A reader of a pattern's match gives the days it means: from the words alone (basis "text"), from the words and the day
of publication ("published"), or not at all ("none").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, MINYEAR, date

from morgue.extract import date_intervals as intervals
from morgue.extract.date_intervals import Interval
from morgue.extract.vocabulary import vocabulary
from morgue.model import DateMention

Reader = Callable[[re.Match[str], date | None], Interval | None]

CALENDAR = vocabulary("calendar")
MONTHS: dict[str, int] = CALENDAR["months"]
WEEKDAYS: list[str] = CALENDAR["weekdays"]
SHIFTS: dict[str, int] = CALENDAR["shifts"]


def _any(words: object) -> str:
    return "|".join(words) if isinstance(words, (list, dict)) else ""


MONTH = rf"(?P<month>{_any(MONTHS)})(?:(?<=\b[A-Z]..)\.|(?<=\bSept)\.)?(?![^\W\d_])"
AFTER = "|".join(rf"(?<=\b{word} )" for word in ("in", "In", "of", "since", "Since", "from", "until", "by"))
SURE_MONTH = rf"(?:{AFTER}|(?!(?:{_any(CALENDAR['also_names'])})\b))"  # "May" alone is a month only behind such a word
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d%]|[.,:/-]\d)"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
SHIFT = rf"(?P<shift>{_any(SHIFTS)})"
PART = rf"(?P<part>{_any(CALENDAR['parts'])})"
CUE = rf"(?:{AFTER}|(?<=\bthe )|(?<=\())"  # what makes a year of a number before 1900
NOT_COUNTED = rf"(?! (?:{_any(vocabulary('numbers')['plurals'])}|{_any(vocabulary('numbers')['scales'])})\b)"


def _exact(found: re.Match[str], published: date | None) -> Interval | None:
    number, day = MONTHS[found["month"]], int(found["day"])
    if found["year"]:
        return intervals.exact_day(int(found["year"]), number, day)
    return intervals.nearest_day(published, number, day) if published else None


def _iso(found: re.Match[str], _: date | None) -> Interval | None:
    return intervals.exact_day(int(found["year"]), int(found["month"]), int(found["day"]))


def _month(found: re.Match[str], published: date | None) -> Interval | None:
    number = MONTHS[found["month"]]
    first, last = CALENDAR["parts"][found["part"].casefold()] if found["part"] else (1, 31)
    if found["year"]:
        return intervals.month(int(found["year"]), number, (first, last))
    return intervals.nearest_month(published, number, (first, last)) if published else None


def _weekday(found: re.Match[str], published: date | None) -> Interval | None:
    shift = SHIFTS[found["shift"].casefold()] if found["shift"] else None
    return intervals.weekday(published, WEEKDAYS.index(found["weekday"]), shift) if published else None


def _relative(found: re.Match[str], published: date | None) -> Interval | None:
    return intervals.days_from(published, CALENDAR["days"][found["days"].casefold()]) if published else None


def _around(found: re.Match[str], published: date | None) -> Interval | None:
    return intervals.around(published, found["unit"], SHIFTS[found["shift"].casefold()]) if published else None


def _decade(found: re.Match[str], _: date | None) -> Interval | None:
    return intervals.decade(int(found["first"]))


def _year(found: re.Match[str], _: date | None) -> Interval | None:
    return intervals.year(int(found["year"]))


# The first pattern that matches at a place counts: the more exact ones stand first.
PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _iso),
    (re.compile(rf"\b{MONTH}\s{DAY}(?:,?\s{YEAR})?"), _exact),
    (re.compile(rf"(?<![\w.,$€£-]){DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?"), _exact),
    (re.compile(rf"\b(?:{PART}[\s-])?{MONTH},?\s(?:of\s)?{YEAR}", re.ASCII), _month),
    (re.compile(rf"\b{PART}[\s-]{MONTH}(?P<year>)"), _month),
    (re.compile(rf"\b(?P<part>){SURE_MONTH}{MONTH}(?P<year>)"), _month),
    (re.compile(rf"\b(?:{SHIFT}\s)?(?P<weekday>{_any(WEEKDAYS)})\b"), _weekday),
    (re.compile(rf"\b(?P<days>{_any(CALENDAR['days'])})\b", re.IGNORECASE), _relative),
    (re.compile(rf"\b{SHIFT}\s(?P<unit>week|month|year)\b", re.IGNORECASE), _around),
    (re.compile(r"(?<![\w$€£.,-])(?P<first>(?:1[5-9]|20)\d0)s\b"), _decade),
    (re.compile(rf"(?<![\w$€£#.,:/-])(?:{CUE}|(?=19|20)){YEAR}(?!\w){NOT_COUNTED}"), _year),
)


def find_dates(text: str, published: str | None) -> tuple[DateMention, ...]:
    """Every date in the text, in order.

    Args:
        text: The article's text.
        published: When the article appeared, ISO 8601; with less than a day, "Tuesday" and the like stay open.
    """
    day, found = intervals.publication_day(published), list[DateMention]()
    for match, reader in sorted(_matches(text), key=lambda pair: pair[0].start()):
        if not found or found[-1].end <= match.start():
            found.append(_mention(match, reader, day))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[re.Match[str], Reader]]:
    for pattern, reader in PATTERNS:
        for match in pattern.finditer(text):
            yield match, reader


def _mention(match: re.Match[str], reader: Reader, published: date | None) -> DateMention:
    interval = reader(match, None)
    basis = "text" if interval else "none"
    if not interval and published and MINYEAR + 1 < published.year < MAXYEAR - 1:
        interval = reader(match, published)
        basis = "published" if interval else "none"
    earliest, latest = (d.isoformat() for d in interval) if interval else (None, None)
    return DateMention(match.start(), match.end(), match[0], earliest, latest, basis)
