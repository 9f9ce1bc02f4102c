"""What a program that saved a page wrote into it: the address, and when. The programs are data: saved.yml."""

from __future__ import annotations

import re
from importlib.resources import files

import yaml
from dateutil.parser import parse  # type: ignore[import-untyped] # its stubs are another package

from morgue.model import Stated
from morgue.read.moments import moment

_TABLE: list[dict[str, str]] = yaml.safe_load(files("morgue.read").joinpath("saved.yml").read_text(encoding="utf-8"))
PROGRAMS = [(each["by"], re.compile(each["pattern"], re.IGNORECASE)) for each in _TABLE]
EDGE = 16_384  # characters at the top and at the end in which they write


def saved(page: str) -> Stated:
    """The page's address and, in `extra`, `saved_with` and `captured`, as far as it tells them."""
    edges = page if len(page) <= 2 * EDGE else f"{page[:EDGE]}\n{page[-EDGE:]}"
    url: str | None = None
    extra: dict[str, str] = {}
    for program, pattern in PROGRAMS:
        if match := pattern.search(edges):
            told = match.groupdict()
            # HTTrack leaves the scheme out
            url = address(told.get("url") or (f"http://{told['host']}" if told.get("host") else None)) or url
            extra = {"saved_with": program, **captured(told.get("captured")), **extra}
    return Stated(url=url, extra=extra)


def address(told: str | None) -> str | None:
    """An address of the web, or None for anything else, such as "about:internet" or a path on somebody's disk."""
    told = (told or "").strip()
    return told if re.match(r"https?://[^\s/]", told, re.IGNORECASE) else None


def captured(told: str | None) -> dict[str, str]:
    """The time of saving as `{"captured": …}`: in UTC where it can be understood, else as it is written."""
    if not told:
        return {}
    # "GMT+0100 (Central European Standard Time)" is what browsers write; dateutil takes "GMT+1" the other way round
    plain = re.sub(r"\b(?:GMT|UTC)(?=[+-]\d)|\(.*\)", "", told)
    try:
        when = parse(plain)
    except (ValueError, OverflowError):
        return {"captured": told}
    return {"captured": moment(when.timestamp()) if when.tzinfo else when.strftime("%Y-%m-%dT%H:%M:%S")}
