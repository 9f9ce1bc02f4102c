"""The headline: stated, or the line above the text that looks like one. Its repetitions come off."""

from __future__ import annotations

import re
from dataclasses import replace

from morgue.clean.draft import Draft
from morgue.clean.prose import ENDED, first_prose, same

SHORTEST, LONGEST = 3, 25  # words
TOP = 6  # lines in which a headline may be repeated
SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")  # "… | The Daily Planet", as in a page's title
OPEN = re.compile(r"[:;,…]$")
MENU = 4  # words: the longest path before the headline in a breadcrumb


def headline(draft: Draft) -> Draft:
    """The draft with its headline. Without one that is stated or plainly stands there, the headline is None."""
    if draft.stated.headline:
        return _repeated(replace(draft, headline=draft.stated.headline))
    place = _place(draft)
    if place is None:
        return draft
    stray = _stray(draft, place)
    if stray:
        draft = draft.cut(place, stray, len(draft.lines[place].text), "stray word")
    lines = (*draft.lines[:place], *draft.lines[place + 1 :])
    return _repeated(replace(draft, headline=draft.lines[place].text, lines=lines))


def _place(draft: Draft) -> int | None:
    """The place of the line that looks like a headline: short, without a full stop, above running text."""
    top = first_prose(draft.lines)
    if top == len(draft.lines):
        return None
    likely = [place for place in range(top) if _is_likely(draft.lines[place].text)]
    if len(likely) > 1 and _ends_with(draft.lines[likely[0]].text, draft.lines[likely[1]].text):
        return likely[1]
    return likely[0] if likely else None


def _is_likely(text: str) -> bool:
    words = text.count(" ") + 1
    ended = ENDED.search(text) and not text.rstrip("\"'”’»)").endswith(("?", "!"))
    begins = text[0].isalnum() or text[0] in "“‘\"'¿¡$€£#"
    return SHORTEST <= words <= LONGEST and begins and not ended and not OPEN.search(text)


def _stray(draft: Draft, place: int) -> int:
    """Where a stray word begins after a headline that is the beginning of the lead; 0 where there is none.

    Made by programs that cut a headline from the lead and leave something behind.
    """
    text = draft.lines[place].text
    lead = draft.lines[first_prose(draft.lines)].text
    cut = text.rfind(" ")
    made = text.count(" ") > SHORTEST and lead.startswith(text[:cut]) and not lead.startswith(text)
    return cut if made and not lead[cut : cut + 1].isalnum() else 0


def _repeated(draft: Draft) -> Draft:
    """The draft without further lines that say the headline again, or a path that ends in it."""
    rules: dict[int, str] = {}
    top = first_prose(draft.lines)
    for place, line in enumerate(draft.lines[:TOP]):
        if _says(line.text, draft.headline or ""):
            rules[place] = "doubled headline"
        elif place < top and _ends_with(line.text, draft.headline or ""):
            rules[place] = "breadcrumb"
        elif place >= top:
            break
    return draft.without(rules) if len(rules) < len(draft.lines) else draft


def _says(text: str, told: str) -> bool:
    """Whether a line is the headline again, with or without a site's name behind one of the two."""
    return same(text) in (same(told), same(SITE.sub("", told))) or same(SITE.sub("", text)) == same(told)


def _ends_with(text: str, told: str) -> bool:
    """Whether a line is a short path followed by the headline: "Home News Putin Says …"."""
    if not told or not text.endswith(told) or text == told:
        return False
    return len(text.removesuffix(told).split()) <= MENU
