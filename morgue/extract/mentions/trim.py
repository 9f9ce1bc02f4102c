"""Cuts off what is printed with a name but is no part of it: articles, titles, possessives, marks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from morgue.extract.mentions.certain import is_certain
from morgue.extract.vocabulary import words

if TYPE_CHECKING:
    from morgue.model import Mention

ARTICLE = re.compile(r"(?:(?:the|an?)\s+)(?=\S)", re.IGNORECASE)
# Small words before a name ("this White House", "last Cold War"), but for those that names begin with.
SMALL_BEFORE = re.compile(
    r"(?!(?:al|el|de|da|di|du|del|la|le|van|von|der|den|ter|bin|ibn|abu|ben|af|av|zu|dos|das)\s)(?:[a-z]{2,}\s+)+(?=[^\W\d_a-z])"
)
STANCE = re.compile(r"(?i:anti|pro|ex|non|then|post|pre|mid)[-–](?=[^\W\d_a-z])")
SMALL_AFTER = re.compile(r"(?<=[\w.'’\]])(?:\s+[a-z]+(?:['’-][a-z]+)*)+$")
LEFT_MARKS = re.compile(r"[^\w(]+|\((?![^()]*\))")
# A full stop at the end stays where it belongs to an abbreviation: "U.S.", "Jr.", "Inc.".
RIGHT_MARKS = re.compile(
    r"(?:['’]s?|['’]S|[^\w.)]|(?<![^\W_]\.[^\W_])(?<!\bJr)(?<!\bSr)(?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)\.)+$"
)
# A headline's verb behind a name in capitals ("Harbour Masters Are"), and the words of a link ("Ada Okafor Read more").
VERB_AFTER = re.compile(r"(?<=\w)\s+(?:Are|Is|Was|Were|Has|Have|Says)$")
READ_AFTER = re.compile(r"(?<=\w)\s+(?:Read|Hide|Image)$")
MORE = re.compile(r"(?i)\s+(?:more|next|also|the full|here|caption|copyright)\b")
DATE_AFTER = re.compile(r"\s+\d{4}-\d\d-\d\d.*$")
DAY_AFTER = re.compile(r"(?<=\w)(?:\s+[a-z]+)+\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")  # "Roe this past Friday"
COUNT_AFTER = re.compile(r"(?<=[a-z]) of (?:\d{3}|\d[\d,]{4,})$")  # "a poll by Verity of 800 voters"
# What begins or goes on with a sentence, and is no part of a name: "With Verity Press", "Terms of Use You".
FUNCTION_BEFORE = re.compile(
    r"(?:This|That|These|Those|With|Without|Only|Even|Although|Though|Because|Since|Despite|Unlike|But|Meanwhile|However|Meet|Later|"
    r"Both|Yet|Another|As|While|Whether|Added|Incoming|Outgoing|Former|Whip|PAC)\s+(?=[^\W\d_a-z])"
)
FUNCTION_AFTER = re.compile(
    r"(?<=\w)\s+(?:You|We|They|He|She|But|However|Although|Because|Meanwhile|Moreover)$"
    r"|(?<=U\.S\.|U\.K\.|U\.N\.|D\.C\.)\s+(?:And|As|At|For|However|If|In|It|Meanwhile|Moreover|Now|On|So|That|The|There|This|To|When|While)$"
)
NUMBER_AFTER = re.compile(r"(?<=\w)\s+No$")  # of "Federalist No. 10"
FIGURE = re.compile(r"\.\s?\d")
UNOPENED = re.compile(r"^[^(]*(\))$")
NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")
TITLE_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\.?\s+")


def trimmed_mentions(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each mention without what stands around the name; those of which nothing is left are dropped."""
    return tuple(t for m in mentions if (t := _trimmed(text, m)).start < t.end)


def _trimmed(text: str, mention: Mention) -> Mention:
    start, end = edges(text, mention.start, mention.end)
    if mention.kind == "person":
        start = name_start(text, start, end)
    if mention.kind in {"person", "organization"}:
        end = start + len(_without_words_of_sentence(text[start:end]))
    if mention.kind != "work":
        start, end = _without_function_words(text, start, end)
    if mention.kind in {"organization", "place"}:
        end = start + len(_without_jobs(text, start, end))
    if (start, end) == (mention.start, mention.end):
        return mention
    return replace(mention, start=start, end=end, text=text[start:end], rule="trimmed")


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading article, a trailing possessive, and marks at its edges."""
    name = text[start:end]
    while cut := LEFT_MARKS.match(name) or ARTICLE.match(name) or SMALL_BEFORE.match(name) or STANCE.match(name):
        name = name[cut.end() :]
    start = end - len(name)
    while (
        cut := RIGHT_MARKS.search(name)
        or UNOPENED.match(name)
        or DATE_AFTER.search(name)
        or SMALL_AFTER.search(name)
        or VERB_AFTER.search(name)
        or (READ_AFTER.search(name) if MORE.match(text, end) else None)
    ):
        name = name[: cut.start(1) if cut.lastindex else cut.start()]
    return start, start + len(name)


def _without_function_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a word that only sentences begin with, and without the sign of a number."""
    before = FUNCTION_BEFORE.match(text, start, end)
    start = before.end() if before else start
    name = text[start:end]
    cut = FUNCTION_AFTER.search(name) or (NUMBER_AFTER.search(name) if FIGURE.match(text, end) else None)
    return start, start + cut.start() if cut else end


def _without_words_of_sentence(name: str) -> str:
    """A name without the day or the count that a sentence goes on with."""
    cut = DAY_AFTER.search(name) or COUNT_AFTER.search(name)
    return name[: cut.start()] if cut else name


def _without_jobs(text: str, start: int, end: int) -> str:
    """A body's name without what somebody is there: "CNN Commentator", or "White House Press" before "Secretary"."""
    kept = text[start:end].split(" ")
    following = NEXT_WORD.match(text, end)
    titled = following is not None and is_title(following[1]) and kept[-1] in words("gazetteer", "ranks")
    if len(kept) == 1 or kept[-2].islower() or not (titled or kept[-1] in words("gazetteer", "jobs")):
        return text[start:end]
    while kept and (kept[-1] in words("gazetteer", "jobs") or kept[-1] in words("gazetteer", "ranks")):
        kept.pop()
    return " ".join(kept)


def name_start(text: str, start: int, end: int) -> int:
    """Where a person's name begins behind titles ("President Joe Biden"); never behind the last word."""
    place = best = start
    while found := TITLE_WORD.match(text, place, end):
        place = found.end()
        if is_title(found[1]) and not _belongs(found[1], text[place:end]):
            best = place
        elif not _goes_before_title(found[1]):
            break
    return best


def _belongs(title: str, rest: str) -> bool:
    """Whether a title is part of the name: "Pope Francis", but not "King Felipe Borbon"."""
    return title.casefold() in words("titles", "kept") and " " not in rest


def _goes_before_title(word: str) -> bool:
    """Whether a word may stand before a title without being part of a name: "Russian Prime Minister"."""
    return word.islower() or word.casefold() in words("titles", "before") or is_certain(word)


def is_title(word: str) -> bool:
    """Whether the word is printed before names as a title or a form of address."""
    word = word.casefold()
    return word in words("titles", "heads") or word in words("titles", "honorifics")
