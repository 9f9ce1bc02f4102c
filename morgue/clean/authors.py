"""The people in a byline, however it is written: "By Ann Lee and Bo Ek in Kyiv" → Ann Lee, Bo Ek.

What else stands in a byline, words and patterns, is authors.yml. Agencies, outlets, desks and "Staff" are no persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from importlib.resources import files
from itertools import chain

import yaml

from morgue.clean.agencies import agency, any_name
from morgue.clean.dateline import is_place
from morgue.clean.lines import squeezed
from morgue.clean.prose import same

ADDRESS = re.compile(r"\(?[\w.+-]+@[\w-]+\.[\w.-]+\)?|https?://\S+|www\.\S+|(?<!\w)@\w+")
INVERTED = re.compile(r"([^\W\d_][^\s,]+), ([^\W\d_][^\s,]*(?: [^\W\d_]\.?)?)")
SUFFIX = re.compile(r",?\s+(?=(?:Jr|Sr)\b\.?$|(?:II|III|IV)$)")
JUNIOR = re.compile(r"\s(Jr|Sr)$")
COMMA = re.compile(r",(?!\s*(?:(?:Jr|Sr)\b\.?|(?:II|III|IV)\b))\s*|、|，\s*")
LEAST, MOST = 2, 6  # words of a name
LONGEST, LONGEST_BYLINE = 60, 1_000  # letters of a name, and of all that is looked at
SHORTEST_UNCASED, LONGEST_UNCASED = 2, 5  # letters of a name in a script that puts no blank between its parts
SHORTEST_HOUSE = 4  # letters
EDGES = " .,;:|/–—-’'\"“”*"


def authors(byline: str, house: str | None = None) -> tuple[str, ...]:
    """The people in a byline, each once, in the order of print.

    Args:
        byline: as printed, or as a record or a page states it.
        house: the name of the outlet, which is none of them.
    """
    text = _any("credits").split(ADDRESS.sub(" ", squeezed(unescape(byline[:LONGEST_BYLINE]))), maxsplit=1)[0]
    chunks = (chunk for chunk in _any("apart").split(text) if chunk)
    names = (name for chunk in chunks for part in _parts(chunk) if (name := person(part, house)))
    return tuple({same(name): name for name in reversed(list(names))}.values())[::-1]


def people(names: Iterable[str], house: str | None = None) -> tuple[str, ...]:
    """The people in several bylines, or in a list of names."""
    found = chain.from_iterable(authors(name, house) for name in names)
    return tuple({same(name): name for name in reversed(list(found))}.values())[::-1]


def without_prefix(byline: str) -> str:
    """A byline without its "By"."""
    return prefix().sub("", byline, count=1)


@cache
def prefix() -> re.Pattern[str]:
    """What stands before the names: "By", "Written by", "Par"."""
    return re.compile(rf"\s*(?:{'|'.join(_vocabulary()['prefixes'])})", re.IGNORECASE)


def person(text: str, house: str | None = None) -> str | None:
    """The name alone, without title, role, place or outlet beside it; None where it is no person's."""
    name = without_prefix(text).strip(EDGES)
    for pattern in (_any("behind"), _roles(), _honorific(), _agency_behind()):
        name = pattern.sub("", name).strip(EDGES)
    name = JUNIOR.sub(r" \1.", SUFFIX.sub(" ", name))
    return _cased(name) if _is_person(name) and not _is_of_house(name, house) else None


def is_role(text: str) -> bool:
    """Whether it is what a journalist is and nothing else: "science editor", "AP Business Writer"."""
    return bool(_roles().fullmatch(text.strip(EDGES)))


def _parts(chunk: str) -> Iterator[str]:
    """The names in a piece of a byline: "Ann Lee, Bo Ek and Cy Oh", "Lee, Ann"."""
    if inverted := INVERTED.fullmatch(without_prefix(chunk)):
        yield f"{inverted[2]} {inverted[1]}"
    else:
        yield from (name for part in COMMA.split(chunk) for name in _any("joints").split(part))


def _is_person(name: str) -> bool:
    words = name.split()
    if len(words) == 1 and not any(map(str.isupper, name)) and not name.islower():
        return name.isalpha() and SHORTEST_UNCASED <= len(name) <= LONGEST_UNCASED
    own = [word for place, word in enumerate(words) if not place or word.casefold() not in _particles()]
    well = len(own) >= LEAST and len(words) <= MOST and len(name) <= LONGEST and all(map(_begins_name, own))
    return well and not _nobody().search(name) and not agency(name) and not is_place(name)


def _is_of_house(name: str, house: str | None) -> bool:
    """Whether it is the outlet's name, or holds it: "Rolling Stone", "Example Media" of Example."""
    one, other = same(name), same(house or "")
    return bool(other) and (one in other or (len(other) >= SHORTEST_HOUSE and other in one))


def _begins_name(word: str) -> bool:
    """A capital, or a letter of a script without capitals; letters and what joins them."""
    return not word[0].islower() and bool(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[.’'‘`\-·])*", word))


def _cased(name: str) -> str:
    """A name in capitals as it is written elsewhere: "ANN MCLEE" → "Ann McLee"."""
    if not name.isupper() or " " not in name:
        return name
    words = (word.lower() if word.casefold() in _particles() else _capitalised(word) for word in name.split())
    return name[0] + " ".join(words)[1:]


def _capitalised(word: str) -> str:
    if len(word.rstrip(".")) <= 2 or "." in word[:-1] or word == "III":  # noqa: PLR2004 (initials: "J.D.", "AJ")
        return word
    parts = re.split(r"([-’'])", word)
    return "".join(f"Mc{part[2:].capitalize()}" if part.startswith("MC") else part.capitalize() for part in parts)


@cache
def _vocabulary() -> dict[str, list[str]]:
    table: dict[str, list[str]] = yaml.safe_load(
        files("morgue.clean").joinpath("authors.yml").read_text(encoding="utf-8")
    )
    return table


@cache
def _any(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_vocabulary()[name]), re.IGNORECASE)


@cache
def _particles() -> frozenset[str]:
    return frozenset(_vocabulary()["particles"])


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’-])(?:{'|'.join(_vocabulary()['nobody'])})(?![\w'’-])|\.(?:com|org|net)\b", re.IGNORECASE
    )


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{'|'.join(_vocabulary()['honorifics'])})\b\.?\s+)+", re.IGNORECASE)


@cache
def _agency_behind() -> re.Pattern[str]:
    """An agency's name behind a person's: "Jane Doe Associated Press"."""
    return re.compile(rf"(?<=\w)\s+(?:The\s+)?(?:{any_name()})$")


@cache
def _roles() -> re.Pattern[str]:
    """A role before the name ("Sports Writer Ann Lee"), or behind it with all that follows ("Ann Lee Staff Writer")."""
    roles, qualifiers = ("|".join(_vocabulary()[name]) for name in ("roles", "qualifiers"))
    qualified = rf"(?:(?:{qualifiers}|(?-i:{any_name()}))\b\W+(?:[\w.]+\W+){{0,3}}?)?"
    return re.compile(rf"^{qualified}(?:{roles})\b\W*|\W+{qualified}(?:{roles})\b.*$", re.IGNORECASE)
