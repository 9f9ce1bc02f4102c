"""When an article was published and when updated: which of the dates that are known counts, and what it is from.

Stated dates go first. Then what the text prints and what stands in the address: the more exact of the two where they
agree, and the address where they don't, since a date in a text may be that of something else.
"""

from __future__ import annotations

import re
from typing import get_args
from urllib.parse import urlsplit

from morgue.clean.draft import Draft, Known, basis_of
from morgue.clean.published import UNKNOWN, Published, is_to_come, published
from morgue.clean.stamps import in_dateline
from morgue.model import Basis, Stated

PATH = re.compile(
    r"/((?:19|20)\d\d)[/-](?:[a-z_]{4,20}/(?=\d{1,2}/\d{1,2}/))?(0?[1-9]|1[0-2]|[a-z]{3})(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/-]|$)"
    r"|(?<!\d)((?:19[89]|20[0-4])\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = len("2022-02-01")


def dated(draft: Draft) -> Published:
    """The date of publication as precisely as it is known, and what it is from."""
    told = draft.stated
    stated = published(told.published, _said(told) or basis_of(told, "published"))
    stated = UNKNOWN if is_to_come(stated) else stated
    if stated.value and stated.basis != "text":
        return stated
    text = next((date for date in (stated, *_printed(draft)) if date.value), UNKNOWN)
    url = published(in_address(told.url), "url")
    agree = (text.value or "").startswith(url.value or "")
    return text if text.value and agree else url if url.value else text


def updated(draft: Draft, date: Published) -> Known:
    """When it was updated; None where nothing later than the date of publication is stated."""
    told = draft.stated
    change = published(told.updated, basis_of(told, "updated"))
    change = change if change.value else published(draft.revised, "text")
    later = change.value is not None and (date.value is None or _is_later(change.value, date.value))
    return Known(change.value, change.basis) if later else Known(None, "none")


def in_address(url: str | None) -> str | None:
    """The date in an address, as precisely as it stands there: "/2022/02/01/bridge" → "2022-02-01"."""
    try:
        match = PATH.search(urlsplit(url or "").path)
    except ValueError:
        return None
    if not match:
        return None
    year, month, day = match.groups()[:3] if match[1] else match.groups()[3:]
    if not month.isdigit():
        if month.lower() not in MONTHS:
            return None
        month = str(MONTHS.index(month.lower()) + 1)
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _printed(draft: Draft) -> tuple[Published, ...]:
    """What lines of the text and the dateline say."""
    return published(draft.printed, "text"), published(in_dateline(draft.removed), "text")


def _said(stated: Stated) -> Basis | None:
    """What an archive like this one wrote beside the date that it handed out."""
    said = stated.extra.get("published_basis") if stated.published else None
    return next((each for each in get_args(Basis) if each == said), None)


def _is_later(one: str, other: str) -> bool:
    """Whether one date is after another, as far as both are known. Without zones only days can be compared."""
    known = min(len(one), len(other), DAY if one.endswith("Z") != other.endswith("Z") else len(one))
    return one[:known] > other[:known]
