"""Organisations, and every other name that is not a person's, over all articles.

Each article decides what it can by its own rules; then comes a second look by what all articles together tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Final

from morgue.link.entities.bodies.in_archive import SAME_NAME, Archive, second_look
from morgue.link.entities.bodies.in_article import RULES, Register, enter, register_of, standing_for
from morgue.link.entities.names import MOST_NAMES, fold_body
from morgue.link.entities.places import countries
from morgue.link.entities.places.elsewhere import elsewhere
from morgue.link.entities.verdicts import LEFT_OPEN, Identity, Page, Verdict
from morgue.model import EntityKind, Mention, MentionKey

_LETTERS: Final = re.compile(r"(?:[A-Z]\.?){2}")  # that no article explains and no table knows: VC
_PLURAL: Final = re.compile(r"(?<=[^siu'])s$|(?<=[^aeiou])ies$")


def link_bodies(pages: Sequence[Page]) -> dict[MentionKey, Verdict]:
    """Decide for every mention on these pages which body, place, group or other thing it names.

    Args:
        pages: The mentions that are no persons, article by article.

    Returns:
        A verdict for each mention.
    """
    verdicts: dict[MentionKey, Verdict] = {}
    archive = Archive()
    for page in pages:
        register = register_of(page)
        for acronym, fulls in register.told.items():
            archive.expansions[acronym].update(standing_for(full) for full in fulls)
            archive.explained[acronym].update(fulls)
        archive.articles.update({fold_body(mention.text) for _, mention in page.mentions})
        for place, mention in page.mentions:
            verdict = verdicts[page.key(place)] = _decide(mention, register)
            archive.note(fold_body(mention.text), verdict)
            enter(register, mention, verdict.identity)
    judged_again = cache(partial(_judged_again, archive))  # the archive prints a name many times
    printed = ((page.key(place), mention) for page in pages for place, mention in page.mentions)
    judged = {key: judged_again(verdicts[key], mention.text, mention.kind) for key, mention in printed}
    return judged | elsewhere(pages, judged)


def _judged_again(archive: Archive, verdict: Verdict, text: str, kind: EntityKind) -> Verdict:
    alone = by_itself(text, kind)
    judged = second_look(verdict, alone, text, kind, archive)
    return replace(alone, decided_by=LEFT_OPEN) if judged == alone and _LETTERS.fullmatch(text) else judged


def _decide(mention: Mention, register: Register) -> Verdict:
    if countries.shouted(register.page, mention):
        return Verdict(Identity(f"{fold_body(mention.text)}, among capitals"), LEFT_OPEN, full=True)
    for decided_by, rule in RULES:
        identity = rule(mention, register)
        if identity is not None:
            return Verdict(identity, decided_by, full=False)
    return by_itself(mention.text, mention.kind)


@lru_cache(MOST_NAMES)
def by_itself(text: str, kind: EntityKind) -> Verdict:
    """Whatever bears this name. The members of a group are the group: a Sikh, the Sikhs."""
    form = fold_body(text)
    if kind == "group":
        form = _PLURAL.sub(lambda ending: "y" if ending[0] == "ies" else "", form)
    return Verdict(Identity(form), SAME_NAME, full=True)
