"""Names of persons where they stand: what the mention prints, with the titles before it and the suffix behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from morgue.link.entities import names
from morgue.link.entities.persons.beside import given_before, shared_behind
from morgue.link.entities.persons.names import PersonName, parse
from morgue.link.entities.verdicts import Page
from morgue.link.vocabulary import table, words
from morgue.model import Mention, MentionKey

TITLES_REACH: Final = 48  # characters before a name in which its titles stand

_SUFFIX = re.compile(r",? (Jr|Sr)\b")
_WORD = re.compile(r"[^\s,;:()]+\s*$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person's name where it stands.

    `titles` are folded, from the mention itself and from the text before it. `before` is the word with a capital right
    before a lone name, `behind` a surname that it shares with the name behind it, `beside` what else the words beside
    it tell, and `completed_by` is the rule by which the name took the word before or behind it.
    """

    key: MentionKey
    printed: str
    name: PersonName
    titles: frozenset[str]
    by_table: bool = False
    before: str = ""
    behind: str = ""
    beside: frozenset[str] = frozenset()
    completed_by: str = ""


def sightings_of(page: Page) -> list[Sighting]:
    """The names of persons on a page, in its order."""
    known_by = bynames()
    found: list[Sighting] = []
    for place, mention in page.mentions:
        known = known_by.get(names.fold(mention.text))
        name = parse(known or mention.text + _suffix_after(page.text, mention))
        titles = frozenset(name.titles) | titles_before(page.text, mention.start)
        if not name.full and not name.titles and titles & words("names", "regal"):
            name = parse(f"{_last_word(page.text, mention.start)} {mention.text}")
        lone = not name.full and not name.regal
        before = given_before(page.text, mention) if lone or len(name.given) == 1 else ""
        behind = shared_behind(page.text, mention) if lone else ""
        found.append(Sighting(page.key(place), mention.text, name, titles, known is not None, before, behind))
    return found


@cache
def bynames() -> Mapping[str, str]:
    """Folded byname → the name that it stands for."""
    persons = table("persons")
    return {names.fold(form): head for head, forms in persons.items() for form in (head, *forms)}


def _suffix_after(text: str, mention: Mention) -> str:
    """A "Jr." that the model left out of the name."""
    suffix = _SUFFIX.match(text, mention.end)
    return f" {suffix.group(1)}" if suffix else ""


def titles_before(text: str, start: int) -> frozenset[str]:
    """The titles that stand right before a name, folded: {"prime", "minister"}."""
    titles = words("names", "titles")
    found: list[str] = []
    before = text[max(0, start - TITLES_REACH) : start].rpartition(" ")[0]
    while before:
        before, _, word = before.rpartition(" ")
        folded = names.fold(word)
        if folded not in titles or word[-1:] in ",;:":  # running for president, Kennedy
            break
        found.append(folded)
    return frozenset(found)


def _last_word(text: str, start: int) -> str:
    match = _WORD.search(text, max(0, start - TITLES_REACH), start)
    return match.group().strip() if match else ""
