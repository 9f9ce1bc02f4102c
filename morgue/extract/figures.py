"""Numbers and amounts in the text with their unit or what they count: "over 14,000 people" → "14,000 people"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from morgue.extract.vocabulary import vocabulary, words
from morgue.model import DateMention, Figure

NUMBERS = vocabulary("numbers")
SPELLED: dict[str, int] = NUMBERS["spelled"]
SCALES: dict[str, float] = NUMBERS["scales"]
CURRENCIES: dict[str, str] = NUMBERS["currencies"]
MONEY: dict[str, str] = NUMBERS["money"]

SIGN = "|".join(map(re.escape, sorted(CURRENCIES, key=len, reverse=True)))
TENS = "|".join(word for word, value in SPELLED.items() if value in range(20, 100, 10))
ONES = "|".join(word for word, value in SPELLED.items() if value in range(2, 10))
WORDS = rf"(?:{TENS})-(?:one|{ONES})|{'|'.join(sorted(SPELLED, key=len, reverse=True))}"
NUMBER = re.compile(
    rf"(?<![\w.,:/#–-])(?<!No\. )(?:(?P<sign>{SIGN})\s?)?"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<spelled>{WORDS})(?![\w’']))"
    rf"(?:[\s-]?(?P<scale>{'|'.join(SCALES)})\b|(?<=\d)(?P<short>m|k|b)\b)?",
    re.IGNORECASE,
)
NO_FIGURE = re.compile(r"\w|[.,:/–-]\d|\s?[ap]\.?m\b|['’]s\b", re.IGNORECASE)
PERCENT = re.compile(rf"\s?(?:{'|'.join(NUMBERS['percent'])})(?!\w)")
MONEY_WORD = re.compile(rf"\s(?:[A-Z][\w.]+\s)?({'|'.join(MONEY)})\b")
HYPHENED = re.compile(r"-([a-z]{2,})")
NEXT_WORD = re.compile(r"\s([^\W\d_]+(?:[-’'][^\W\d_]+)*)")
NAME_BEFORE = re.compile(r"[A-Z]\w*\s$")  # "Boeing 737", "Article 5": a name, not a count
SHORT = {"m": 1e6, "k": 1e3, "b": 1e9}
LOOK_AHEAD = 3  # words between a number and what it counts: "two senior Russian officials"


def find_figures(text: str, dates: Sequence[DateMention]) -> tuple[Figure, ...]:
    """Every figure in the text, in order, none inside a date."""
    found: list[Figure] = []
    for match in NUMBER.finditer(text):
        free = not found or found[-1].end <= match.start()
        figure = _figure(text, match) if free and not NO_FIGURE.match(text, match.end()) else None
        if figure and not _overlaps(dates, figure):
            found.append(figure)
    return tuple(found)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    unit, end = _unit(text, match)
    named = NAME_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if unit is None and (named or (match["spelled"] and not match["scale"])):
        return None
    return Figure(match.start(), end, text[match.start() : end], _value(match), unit)


def _value(match: re.Match[str]) -> float:
    value = float(match["digits"].replace(",", "")) if match["digits"] else _spelled(match["spelled"].casefold())
    if match["scale"]:
        value *= SCALES[match["scale"].casefold()]
    if match["short"]:
        value *= SHORT[match["short"].casefold()]
    return round(value, 6)


def _spelled(word: str) -> float:
    """The value of a number in words: "seven", "twenty-five"."""
    return float(sum(1 if part == "one" else SPELLED[part] for part in word.split("-")))


def _unit(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The unit and where the figure ends with it; (None, end of the number) where nothing is counted."""
    end = match.end()
    if match["sign"]:
        return CURRENCIES[match["sign"].upper()], end
    if percent := PERCENT.match(text, end):
        return "percent", percent.end()
    if money := MONEY_WORD.match(text, end):
        return MONEY[money[1]], money.end()
    if hyphened := HYPHENED.match(text, end):
        return hyphened[1], hyphened.end()
    return _counted(text, end)


def _counted(text: str, end: int) -> tuple[str | None, int]:
    """The counted noun: the first plural among the next words."""
    place = end
    for _ in range(LOOK_AHEAD):
        word = NEXT_WORD.match(text, place)
        if not word or "\n" in word[0] or word[1].casefold() in words("titles", "never"):
            break
        place = word.end()
        if _is_plural(word[1]):
            return word[1], place
    return None, end


def _is_plural(word: str) -> bool:
    if word in words("numbers", "plurals"):
        return True
    return word.islower() and word.endswith("s") and not word.endswith("ss") and word not in words("numbers", "never")


def _overlaps(dates: Sequence[DateMention], figure: Figure) -> bool:
    next_date = bisect_right(dates, figure.start, key=lambda d: d.end)
    return next_date < len(dates) and dates[next_date].start < figure.end
