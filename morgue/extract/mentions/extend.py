"""Names up to their own ends, where the model broke off before a word with a capital: "Corpus" and "Christi"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from morgue.extract.mentions.certain import is_certain
from morgue.extract.mentions.headline import is_headline, line_around
from morgue.extract.mentions.merge import touching
from morgue.extract.mentions.trim import is_title
from morgue.extract.vocabulary import vocabulary, words
from morgue.model import Mention

CONFIDENCE = 0.75
NEXT = re.compile(r" ([A-Z][\w’'-]*[a-zé][\w’'-]*)(?![\w’'-]|\.\w|[@#/:])")
TITLE_AFTER = re.compile(r" (?:Vice |Deputy |Executive )?([A-Z][a-z]+)\b")
ENDS = re.compile(r"['’]s$|['’]$")
# What a committee is on, as far as a list of that goes: "Subcommittee on Harbours" and ", Boats, and Related Agencies".
COMMITTEE = re.compile(r"ommittee on [A-Z][\w ]*$")
SUBJECTS = re.compile(r"(?:, (?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)?)+,? (?:and|&) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?")
MOST = 3  # words that may be missing
OFFICE_AFTER = re.compile(r" (?:[Ss]ecretary|[Mm]inister|[Uu]ndersecretary|[Ss]pokes(?:man|woman|person))\b")


def extended_names(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Each name with the words that go on after it, but for titles and days, and what is a name of its own."""
    found: list[Mention] = []
    for mention in (_extended(text, m, mentions) for m in mentions):
        longer = _with_subjects(text, mention, mentions)
        if not found or longer.start >= found[-1].end:
            found.append(longer)
    return tuple(found)


def _with_subjects(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    """A committee with all that it is on; what stands there is no person, and no place."""
    listed = SUBJECTS.match(text, mention.end) if COMMITTEE.search(mention.text) else None
    if not listed or any(m.kind in {"person", "place"} for m in touching(mentions, mention.end, listed.end())):
        return mention
    end = listed.end()
    return replace(mention, end=end, text=text[mention.start : end], rule="extended", confidence=CONFIDENCE)


def _extended(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> Mention:
    if mention.text.isupper() or mention.kind == "group" or is_certain(mention.text):
        return mention
    end = _end(text, mention, mentions)
    if end == mention.end or is_headline(line_around(text, mention.start)):
        return mention
    return replace(mention, end=end, text=text[mention.start : end], rule="extended", confidence=CONFIDENCE)


def _end(text: str, mention: Mention, mentions: tuple[Mention, ...]) -> int:
    """Where the words with a capital end. Where a title or a person's name follows, they belong to an office."""
    end = mention.end
    for _ in range(MOST):
        word = NEXT.match(text, end)
        if not word or not _goes_on(word[1]):
            break
        if touching(mentions, end + 1, word.end()):
            return mention.end
        owner = ENDS.search(word[1])
        end = word.end() - (len(owner[0]) if owner else 0)
        if owner:
            break
    following = touching(mentions, end + 1, end + 2)
    title = TITLE_AFTER.match(text, end)
    in_role = any(m.kind == "person" for m in following) or (title and is_title(title[1]))
    return end if end > mention.end and not in_role and _fits(text, mention, end) else mention.end


def _fits(text: str, mention: Mention, end: int) -> bool:
    """Whether a name of this kind ends so: a surname stands elsewhere too, a place's name tells what it is."""
    added = text[mention.end : end].split()
    if mention.kind == "place":
        return added[-1] in words("gazetteer", "place_nouns") or added[-1] in words("gazetteer", "body_nouns")
    if mention.kind != "person":
        return True
    again = len(re.findall(rf"\b{re.escape(added[0])}\b", text)) > 1
    return len(added) == 1 and again and added[0] not in words("gazetteer", "body_nouns")


def _goes_on(word: str) -> bool:
    """Whether a word can belong to a name before it."""
    bare = ENDS.sub("", word)
    no_name = is_title(bare) or is_certain(bare) or bare in _no_names() or bare.casefold() in words("titles", "never")
    return not no_name and not is_title(bare.removesuffix("s"))


@cache
def _no_names() -> frozenset[str]:
    """Days, months, and what pages print behind a name: "Leith Hide Caption"."""
    calendar = vocabulary("calendar")
    pages = (phrase.split()[0] for phrase in vocabulary("gazetteer")["furniture"])
    days = [*calendar["weekdays"], *(f"{day}s" for day in calendar["weekdays"]), *calendar["months"]]
    return frozenset([*days, *pages, "Majority", "Minority", "Today", "Tonight"])


def without_offices(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The names without those that are half of an office: the "Defense" of a Defense Secretary."""
    return tuple(
        m
        for m in mentions
        if not (
            m.kind == "organization" and m.text in words("gazetteer", "portfolios") and OFFICE_AFTER.match(text, m.end)
        )
    )
