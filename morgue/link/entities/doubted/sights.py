"""Signs of the place where a rare name is printed: what stands around it. What each weighs is said in evidence.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.doubted.signs import is_noun
from morgue.link.entities.persons.alike import well_known
from morgue.link.entities.persons.sightings import titles_before
from morgue.link.vocabulary import words
from morgue.model import Mention

AROUND: Final = 60  # characters to look at on either side of a name
HEADLINE: Final = 0.75  # share of a line's longer words that have a capital
LEAST: Final = 3  # longer words that make a headline
ITEM: Final = 60  # characters of a line that is an item of a list
MOST_LINES: Final = 1 << 14  # lines that are remembered: one can have many names

_CAPITAL_AFTER = re.compile(r" ([A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]{2}\b)")
_OWNED_AFTER = re.compile(r"['’]s? ([A-Z][\w’'-]*)")
_FIRM = re.compile(r"(?:Inc|Corp|Co|Ltd|LLC|LP|PLC)\.?$")
_CAPITAL_BEYOND = re.compile(r" (?:& |and |of |for |on )[A-Z]")
_CAPITAL_FURTHER = re.compile(
    r" (?:of|for|on) (?!Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|\w+day\b)[A-Z]"
)
_GOES_INTO = re.compile(r"-[a-z]\w")  # but “the Oslo-based”, and what is printed before a dash
_ADJECTIVE = re.compile(r"-(?:based|area|born|led|owned|backed|style|bound|run|affiliated|funded|like|era)\b")
_CAME_FROM = re.compile(r"\w-?$")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w.’'-]*|\d+(?:st|nd|rd|th)) $")
_NO_HALF = re.compile(r"['’]s?$|\.$|-")  # an owner, the end of a sentence, an adjective: “Oslo-based”
_JOINED = re.compile(r"[A-Z][\w’'-]*(?:,? and|,? &|,) $")
# "Department of Boats and", "Subcommittee on Harbours, Coasts and": the rest of what the body is of follows.
_LISTED = re.compile(
    r"(?:Board|Bureau|Cent(?:er|re)|Commission|[Cc]ommittee|Council|Department|Directorate|Division|Federation|Institute|"
    r"Ministry|Office|Program|School) (?:of|on|for) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)?)*,? (?:and|&) $"
)
_SUBJECT = re.compile(r"[A-Z][a-z-]+(?: [A-Z][a-z-]+){0,2}(?<!Inc)(?<!Corp)")
_TOLD = re.compile(
    r", (?:an?|the|who|whose|then|now|\d\d|\w+ (?:of|at|for))\b|, [a-z]|,? \(?[RDI]-| \(\d| \([A-Z]{2,8}\)"
)
_ROLE = re.compile(r"(?:[a-z]{3,}|[A-Z][a-z]+\.) $")
_THE = re.compile(r"(?:^|[a-z,–—] )(?:the|a|an|its|their|his|her|this|that) $", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:in|at|near|from|to|of|outside|around|through|into|across|over) (?:the )?$")
_STATE = re.compile(r", (?:[A-Z][a-z]+\.?|[A-Z]\.[A-Z]\.)")
_EXPLAINED = re.compile(r"\s?\((?:the |or )?[“\"]?[A-Z][A-Za-z&.-]{1,9}[”\"]?\)")
_OPENS = re.compile(r"(?:^|[.!?:]\s|[“\"]\s?|[.!?][”\"’]\s)$")
_QUOTE = re.compile(r"[“\"‘'«](?:The |A )?$")
_UNQUOTE = re.compile(r"[,.!?]?[”\"’'»]")
_LONGER = re.compile(r"[^\W\d_][\w'’-]{3,}")
_SENTENCE_ENDS = (".", "?", "!", "”", '"', "’")


@dataclass(frozen=True, slots=True)
class Sight:
    """One mention with what stands around it in its line."""

    mention: Mention
    before: str
    after: str
    line: str


def sight(text: str, mention: Mention) -> Sight:
    """A mention as it stands in its text; nothing is seen beyond its line."""
    head, tail = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    tail = tail if tail >= 0 else len(text)
    before = text[max(head, mention.start - AROUND) : mention.start]
    return Sight(mention, before, text[mention.end : min(tail, mention.end + AROUND)], text[head:tail])


def goes_on(at: Sight) -> bool:
    """A word with a capital stands right behind it, that is no title, and no given name behind a body."""
    found = _CAPITAL_AFTER.match(at.after)
    return found is not None and not _FIRM.search(at.mention.text) and not _is_somebody(at, found[1])


def owns(at: Sight) -> bool:
    """What is its own follows with a capital: “Harbour Women’s Guild”."""
    found = _OWNED_AFTER.match(at.after)
    return found is not None and not _is_somebody(at, found[1])


def _is_somebody(at: Sight, behind: str) -> bool:
    """Whether the next word tells who somebody is, or begins another name."""
    word = names.fold(behind)
    named = well_known(word) and is_noun(at.mention.text.rsplit(maxsplit=1)[-1])
    return named or word.removesuffix("'s") in _titles() | words("evidence", "behind")


def goes_beyond(at: Sight) -> bool:
    """A word with a capital follows behind “and”, “of” or the like."""
    return bool(_CAPITAL_BEYOND.match(at.after))


def goes_further(at: Sight) -> bool:
    """What it is of, for or on follows: “Task Force on Harbours”; a day is none of that."""
    return bool(_CAPITAL_FURTHER.match(at.after))


def attached(at: Sight) -> bool:
    """A hyphen, or nothing, parts it from more: “Window of America-hating”, “2K Games”; “Oslo-based” is no more."""
    behind = _GOES_INTO.match(at.after) and not _ADJECTIVE.match(at.after)
    return bool(behind) or bool(_CAME_FROM.search(at.before))


def went_before(at: Sight) -> bool:
    """A word with a capital, or an ordinal, stands right before it, that is neither title nor small word."""
    found = _CAPITAL_BEFORE.search(at.before)
    return found is not None and names.fold(found[1]) not in _titles() | words("stopwords")


def halved(at: Sight) -> bool:
    """That word is neither an owner nor an adjective, and ends no sentence: “Income” before “Inequality Board”."""
    found = _CAPITAL_BEFORE.search(at.before)
    return found is not None and went_before(at) and not _NO_HALF.search(found[1])


@cache
def _titles() -> frozenset[str]:
    return words("names", "titles") | {"ceo", "cfo", "coo"}


def joined(at: Sight) -> bool:
    """A word with a capital and “and” or a comma stand before it: “Blue and White Party”."""
    return bool(_JOINED.search(at.before))


def second(at: Sight) -> bool:
    """It stands at the end of a list of what a body is of: “Department of Boats and [Coastal Studies]”."""
    return bool(_SUBJECT.fullmatch(at.mention.text) and _LISTED.search(at.before))


def titled(at: Sight) -> bool:
    """A title stands before it: Mr., Judge, President."""
    return bool(titles_before(at.before, len(at.before)))


def told(at: Sight) -> bool:
    """What it is follows behind a comma or in brackets."""
    return bool(_TOLD.match(at.after))


def role(at: Sight) -> bool:
    """A small word, or a word cut short, stands before it: “spokeswoman”, “Rep.”."""
    return bool(_ROLE.search(at.before))


def the(at: Sight) -> bool:
    """An article stands before it."""
    return bool(_THE.search(at.before))


def where(at: Sight) -> bool:
    """A preposition of place stands before it."""
    return bool(_WHERE.search(at.before))


def state(at: Sight) -> bool:
    """A state or country follows behind a comma."""
    return bool(_STATE.match(at.after))


def explained(at: Sight) -> bool:
    """Its initials follow in brackets."""
    return bool(_EXPLAINED.match(at.after))


def opens(at: Sight) -> bool:
    """It opens a sentence, a quotation or a line."""
    return bool(_OPENS.search(at.before)) or not at.before.strip()


def quoted(at: Sight) -> bool:
    """Marks open before it and close behind it."""
    return bool(_QUOTE.search(at.before) and _UNQUOTE.match(at.after))


def headline(at: Sight) -> bool:
    """Nearly all words of its line have a capital, and it is no sentence."""
    return not at.line.endswith((".", "”", '"')) and _in_capitals(at.line)


@lru_cache(MOST_LINES)
def _in_capitals(line: str) -> bool:
    longer = _LONGER.findall(line)
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) >= LEAST and capitals >= HEADLINE * len(longer)


def listed(at: Sight) -> bool:
    """Its line is short and no sentence."""
    return len(at.line) <= ITEM and not at.line.rstrip().endswith(_SENTENCE_ENDS)


PLACE: Final[Mapping[str, Callable[[Sight], bool]]] = {
    sign.__name__: sign
    for sign in (
        *(
            goes_on,
            owns,
            goes_beyond,
            goes_further,
            attached,
            went_before,
            halved,
            joined,
            second,
            titled,
            told,
            role,
            the,
            where,
            state,
        ),
        *(explained, opens, quoted, headline, listed),
    )
}
