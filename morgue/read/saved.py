"""What a program that saved a page wrote into it: the address, when, and banners. The programs are data: saved.yml."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any, NamedTuple

import yaml
from dateutil.parser import parse  # type: ignore[import-untyped] # its stubs are another package

from morgue.model import Stated
from morgue.read.moments import moment

_TABLE: dict[str, list[Any]] = yaml.safe_load(files("morgue.read").joinpath("saved.yml").read_text(encoding="utf-8"))


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE | re.DOTALL)


PROGRAMS = [
    (each["by"], each["word"], _pattern(each["pattern"]), each.get("utc", False)) for each in _TABLE["programs"]
]
COPIES = [re.compile(each) for each in _TABLE["copies"]]
PREFIXES = re.compile("|".join(f"(?:{each})" for each in _TABLE["prefixes"]))
BANNERS = [tuple(map(_pattern, each)) for each in _TABLE["banners"]]
ARCHIVES = ("Internet Archive", "archive.today", "Google cache")
EDGE = 65_536  # characters at the top and at the end in which they write


class Saved(NamedTuple):
    """A page as it was on the web, and what the program that saved it says of it."""

    page: str
    stated: Stated

    @property
    def captured(self) -> str:
        """When it was saved, in UTC; "" where that is not told, or not in which zone."""
        told = str(self.stated.extra.get("captured", ""))
        return told if told.endswith("Z") else ""


def saved(page: str) -> Saved:
    """The page's address and, in `extra`, `saved_with` and `captured`, as far as it tells them.

    A copy from an archive of the web becomes the page again: without banner, its addresses its own.
    """
    edges = page if len(page) <= 2 * EDGE else f"{page[:EDGE]}\n{page[-EDGE:]}"
    url: str | None = None
    extra: dict[str, str] = {}
    small = edges.lower()
    for program, word, pattern, is_utc in PROGRAMS:
        if word in small and (match := pattern.search(edges)):
            told = match.groupdict()
            # HTTrack leaves the scheme out
            own, when = original(told.get("url") or (f"http://{told['host']}" if told.get("host") else None))
            url = url or own
            extra = {"saved_with": program, **captured(told.get("captured"), is_utc=is_utc), **when, **extra}
    if extra.get("saved_with") in ARCHIVES or ("wayback" in small and BANNERS[0][0].search(edges)):
        page = _restored(page)
    return Saved(page, Stated(url=url, extra=extra))


def _restored(page: str) -> str:
    """Lines keep their numbers: what was removed is told by them."""
    for begin, end in BANNERS:
        first = begin.search(page)
        last = end.search(page, first.end()) if first else None
        if first and last:
            page = page[: first.start()] + "\n" * page.count("\n", first.start(), last.end()) + page[last.end() :]
    return PREFIXES.sub("", page)


def original(told: str | None) -> tuple[str | None, dict[str, str]]:
    """The address that a page had on the web and, where the one told is an archive's, when that captured it."""
    url = address(told)
    for pattern in COPIES:
        if url and (match := pattern.fullmatch(url)):
            return address(match["url"]), captured(match["captured"], is_utc=True)
    return url, {}


def address(told: str | None) -> str | None:
    """An address of the web, or None for anything else, such as "about:internet" or a path on somebody's disk."""
    told = (told or "").strip()
    return told if re.match(r"https?://[^\s/]", told, re.IGNORECASE) else None


def captured(told: str | None, *, is_utc: bool = False) -> dict[str, str]:
    """The time of saving as `{"captured": …}`: in UTC where it can be understood, else as it is written."""
    if not told:
        return {}
    # "GMT+0100 (Central European Standard Time)" is what browsers write; dateutil takes "GMT+1" the other way round
    plain = re.sub(r"\b(?:GMT|UTC)(?=[+-]\d)|\(.*\)", "", told)
    plain = re.sub(r"^(\d{4})\.(\d\d)\.(\d\d)-(\d{6})$", r"\1\2\3T\4", plain)
    try:
        when = parse(plain)
    except (ValueError, OverflowError):
        return {"captured": told}
    if is_utc:
        return {"captured": when.strftime("%Y-%m-%dT%H:%M:%SZ")}
    return {"captured": moment(when.timestamp()) if when.tzinfo else when.strftime("%Y-%m-%dT%H:%M:%S")}
