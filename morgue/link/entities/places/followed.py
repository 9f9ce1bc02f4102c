"""The state or country that stands behind a town's name: “Portland, Maine”, “Springfield (Ill.)”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from morgue.gazetteer import countries, states
from morgue.link.entities.names import fold_body
from morgue.link.entities.places import gazetteer
from morgue.link.vocabulary import table

REACH: Final = 40  # characters behind a name in which the area stands
_CLOSED = r"\.?(?=[,;:)\]–—.-]|\s|$)"
_CODE = re.compile(r"[A-Z]{2}")  # of a state, behind which a word may be a word: PORTLAND, OR NEAR
_CODE_CLOSED = r"(?=[,;:)\]–—.]|$)"


def area_behind(text: str, end: int, form: str) -> str | None:
    """The code of the area that stands behind a town's name: "US-ME", "GB"; None where none does.

    Args:
        text: The article's text.
        end: Where the name ends.
        form: The name, folded: of two areas of one name it is the one that has such a town.
    """
    if not text.startswith((", ", " ("), end):
        return None
    behind = _behind().match(text, end, end + REACH)
    codes = _areas()[behind["name"] or behind["code"]] if behind else ()
    here = next((code for code in codes if code in gazetteer.areas_of(form)), codes[0] if codes else None)
    return here if here != gazetteer.HOME else None


def shown_area(code: str) -> str:
    """The name of an area by its code."""
    country, _, state = code.partition("-")
    if state:
        return next(name for name, each in states().items() if each == state)
    return countries()[country].name


@cache
def _behind() -> re.Pattern[str]:
    codes = "|".join(name for name in _areas() if _CODE.fullmatch(name))
    names = (name for name in _areas() if not _CODE.fullmatch(name))
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"(?:, | \()(?:(?P<name>{longest_first}){_CLOSED}|(?P<code>{codes}){_CODE_CLOSED})")


@cache
def _areas() -> Mapping[str, tuple[str, ...]]:
    """Each name that stands behind a town's → the codes of the areas of that name, states first."""
    homonyms = table("places")["homonyms"]
    found: dict[str, tuple[str, ...]] = {}
    for name, code in states().items():
        found[name] = found[code] = (f"US-{code}",)
    for name, forms in table("places")["abbreviations"].items():
        state = homonyms.get(name.partition(" (")[0], {}).get(name, {}).get("state")
        state = state or states()[name.removesuffix(" State")]
        found.update((form.rstrip("."), (f"US-{state}",)) for form in forms)
    for name, entry in table("countries").items():
        where = gazetteer.spot(name)
        country = homonyms[name][name]["country"] if name in homonyms else (where.country if where else None)
        if country is not None and country in countries():
            found.update((form, (*found.get(form, ()), country)) for form in (name, *entry.get("also", ())))
    return found


@cache
def folded_areas() -> frozenset[str]:
    """All names of areas, folded."""
    return frozenset(map(fold_body, _areas()))
