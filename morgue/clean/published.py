"""When an article was published, as precisely as it is stated and no more."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import NamedTuple, get_args

from dateutil import parser  # type: ignore[import-untyped]  # it has no types

from morgue.model import Basis, Precision, Stated

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
YEAR = re.compile(r"\d{4}")
EPOCH = re.compile(r"(\d{9,10})(?:\d{3})?(?:\.\d+)?")
DAY = 86_400  # seconds
FIRST, LAST = 1600, 2200  # years: newspapers are no older, and 0001-01-01 is a database's way of saying nothing
# Hours from UTC of the zones whose letters mean one thing; "IST" and "CST" are three zones each.
ZONES = {
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "BST": 1,
    "CET": 1,
    "CEST": 2,
    "EST": -5,
    "EDT": -4,
    "CDT": -5,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
}
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


def basis_of(stated: Stated, found: Basis) -> Basis:
    """What the date is from: `published_basis` in what the input states beside it, else what was found."""
    said = stated.extra.get("published_basis") if stated.published else None
    return next((each for each in get_args(Basis) if each == said), found)


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
    """RFC 822, "Feb. 1, 2022", "1 February 2022 10:00", "02/01/2022": whatever dateutil reads."""
    if not text:
        return UNKNOWN
    try:
        one, other = (parser.parse(text, default=blank, tzinfos=_zone) for blank in BLANKS)
        turned = parser.parse(text, default=BLANKS[0], dayfirst=True, tzinfos=_zone)
    except (ValueError, OverflowError):
        return UNKNOWN
    if one.year != other.year:
        return UNKNOWN
    if one.month != other.month or one.month != turned.month:
        return _sane(f"{one.year:04}", "year")
    if one.day != other.day:
        return _sane(f"{one.year:04}-{one.month:02}", "month")
    return _moment(one, has_time=one.time() == other.time())


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    """The zone that a date names, as dateutil asks for it; None where nobody can tell which is meant."""
    if seconds is None and name in ZONES:
        seconds = ZONES[name] * 3600
    return None if seconds is None or abs(seconds) >= DAY else timezone(timedelta(seconds=seconds))


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
