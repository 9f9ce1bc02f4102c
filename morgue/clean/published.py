"""When an article was published, as precisely as it is stated and no more."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateutil import parser  # type: ignore[import-untyped]  # it has no types

from morgue.clean.date_words import is_month_first, plain, zone
from morgue.model import Basis, Precision

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
YEAR = re.compile(r"\d{4}")
YEAR_FIRST = re.compile(r"\d{4}\D")
EPOCH = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.\d+)?")
LONGEST = 100  # letters of a date
FIRST, LAST = 1600, 2200  # years: newspapers are no older, and 0001-01-01 is a database's way of saying nothing
# Read once against each: what differs was not in the text. A leap year, and days that every month has.
BLANKS = (datetime(1996, 1, 1), datetime(1992, 2, 2, 1, 1, 1))  # noqa: DTZ001 (blanks to be filled in, no moments)


class Published(NamedTuple):
    """A date in ISO 8601 cut to its precision, and where it is from."""

    value: str | None
    precision: Precision
    basis: Basis


UNKNOWN = Published(None, "unknown", "none")


def published(stated: str | None, basis: Basis = "metadata") -> Published:
    """The date that is stated, and by what. Where it can be read in two ways, only what both have in common."""
    date = _read((stated or "").strip())
    return date._replace(basis=basis) if date.value else date


def is_to_come(date: Published) -> bool:
    """Whether the date is later than tomorrow: no article can have been published then."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)  # there are places where it is tomorrow already
    return (date.value or "") > tomorrow.strftime("%Y-%m-%dT~")


@lru_cache(maxsize=64)  # a page shows the same dates several times, and each is asked about more than once
def _read(text: str) -> Published:
    if YEAR.fullmatch(text):
        return _sane(text, "year")
    if MONTH.fullmatch(text):
        return _sane(text, "month")
    if match := EPOCH.fullmatch(text):
        return _moment(datetime.fromtimestamp(int(match[1]), tz=UTC)) if int(match[1]) else UNKNOWN
    try:
        return _moment(datetime.fromisoformat(text), has_time=len(text) > len("2022-02-01"))
    except ValueError:
        return _loose(text)


def _loose(text: str) -> Published:
    """RFC 822, "Feb. 1, 2022", "1 février 2022 à 10h00", "02/01/2022": whatever dateutil reads."""
    words = plain(text) if len(text) <= LONGEST else ""
    if not words:
        return UNKNOWN
    try:
        one, other = (parser.parse(words, default=blank, tzinfos=zone) for blank in BLANKS)
        turned = parser.parse(words, default=BLANKS[0], dayfirst=not _is_certain(words), tzinfos=zone)
    except (ValueError, OverflowError):
        return UNKNOWN
    if one.year != other.year:
        return UNKNOWN
    if one.month != other.month or one.month != turned.month:
        return _sane(f"{one.year:04}", "year")
    if one.day != other.day:
        return _sane(f"{one.year:04}-{one.month:02}", "month")
    return _moment(one, has_time=(one.hour, one.minute) == (other.hour, other.minute))


def _is_certain(words: str) -> bool:
    """Whether day and month can't be the other way round."""
    return bool(YEAR_FIRST.match(words)) or is_month_first(words)


def _moment(moment: datetime, *, has_time: bool = True) -> Published:
    """Midnight sharp is how programs write a day without a time."""
    if not has_time or not (moment.hour or moment.minute or moment.second):
        return _sane(moment.strftime("%Y-%m-%d"), "day")
    if moment.tzinfo is None:
        return _sane(moment.strftime("%Y-%m-%dT%H:%M:%S"), "second")
    return _sane(moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), "second")


def _sane(value: str, precision: Precision) -> Published:
    year = value[:4]
    return Published(value, precision, "metadata") if year.isdigit() and FIRST <= int(year) <= LAST else UNKNOWN
