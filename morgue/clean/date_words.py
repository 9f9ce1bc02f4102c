"""Dates as a program reads them: months in English, no weekdays, "p.m." as "pm". The words are dates.yml."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

import yaml

WORD = re.compile(r"[^\W\d_]+\.?")
EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
HALF = re.compile(r"(?<=\d)\s?([ap])\.?\s?m\b\.?", re.IGNORECASE)
CLOCK = re.compile(r"(?<![\d.])(\d{1,2})[.h](\d\d)(?![\d.])")  # "10.15", "10h30"
BETWEEN = re.compile(r"[|•·@()\[\],;]+|(?<=\s)[-–—](?=\s)")
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = 86_400  # seconds


def plain(text: str) -> str:
    """A date in English words: "le 3 février 2021 à 10h15" → "3 Feb 2021 10:15"."""
    text = HALF.sub(r" \1m ", EASTERN.sub(r"\1-\2-\3 ", text))
    text = WORD.sub(_word, BETWEEN.sub(" ", CLOCK.sub(r"\1:\2", text)))
    return " ".join(text.split())


def zone(name: str | None, seconds: int | None) -> tzinfo | None:
    """The zone that a date names, as dateutil asks for it; None where nobody can tell which is meant."""
    if seconds is not None:
        return timezone(timedelta(seconds=seconds)) if abs(seconds) < DAY else None
    known: int | str | None = vocabulary()["zones"].get(name)
    if isinstance(known, str):
        return ZoneInfo(known)
    return None if known is None else timezone(timedelta(hours=known))


def is_month_first(text: str) -> bool:
    """Whether the date says by its zone that it is written where the month comes first."""
    return any(word in vocabulary()["month_first"] for word in text.split())


@cache
def vocabulary() -> dict[str, Any]:
    """The lists of dates.yml."""
    table: dict[str, Any] = yaml.safe_load(files("morgue.clean").joinpath("dates.yml").read_text(encoding="utf-8"))
    return table


def _word(match: re.Match[str]) -> str:
    word = match[0].rstrip(".").casefold()
    if month := _months().get(word):
        return f" {MONTHS[month]} "
    return " " if word in _fillers() and not match[0].isupper() else match[0]


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in vocabulary()["months"].items() for name in names}


@cache
def _fillers() -> frozenset[str]:
    return frozenset(vocabulary()["fillers"])
