"""Organisations, and every other name that is not a person's, over all articles.

Each article decides what it can by its own rules; then comes a second look by what all articles together tell.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from morgue.link.entities import places
from morgue.link.entities.bodies_in_article import (
    ACRONYM,
    RULES,
    SHORT_FORM,
    Register,
    enter,
    register_of,
    standing_for,
)
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity, Page, Verdict
from morgue.link.vocabulary import words
from morgue.model import Mention, MentionKey

SAME_NAME: Final = "same name"
_PLURAL: Final = re.compile(r"(?<=[^siu'])s$|(?<=[^aeiou])ies$")


@dataclass(slots=True)
class Archive:
    """What all articles together tell: what acronyms stand for, and by which rule each form was decided how often."""

    expansions: dict[str, set[Identity]] = field(default_factory=lambda: defaultdict(set))
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)


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
        for place, mention in page.mentions:
            verdict = verdicts[page.key(place)] = _decide(mention, register)
            archive.uses[verdict.decided_by, fold_body(mention.text)] += 1
            enter(register, mention, verdict.identity)
    return {
        page.key(place): _by_archive(verdicts[page.key(place)], mention, archive)
        for page in pages
        for place, mention in page.mentions
    }


def _decide(mention: Mention, register: Register) -> Verdict:
    if places.shouted(register.page, mention):
        return Verdict(Identity(f"{fold_body(mention.text)}, among capitals"), SAME_NAME, full=True)
    for decided_by, rule in RULES:
        identity = rule(mention, register)
        if identity is not None:
            return Verdict(identity, decided_by, full=False)
    return _by_itself(mention)


def _by_itself(mention: Mention) -> Verdict:
    """Whatever bears this name. The members of a group are the group: a Sikh, the Sikhs."""
    form = fold_body(mention.text)
    if mention.kind == "group":
        form = _PLURAL.sub(lambda ending: "y" if ending[0] == "ies" else "", form)
    return Verdict(Identity(form), SAME_NAME, full=True)


def _by_archive(verdict: Verdict, mention: Mention, archive: Archive) -> Verdict:
    """The second look: an acronym that only other articles explain, a short form that mostly stands by itself."""
    form, alone = fold_body(mention.text), _by_itself(mention)
    meant = archive.expansions.get(form, set())
    if verdict == alone and len(meant) == 1 and ACRONYM.fullmatch(mention.text):
        return Verdict(next(iter(meant)), "acronym", full=False)
    if verdict.decided_by == SHORT_FORM and archive.uses[SAME_NAME, form] > archive.uses[SHORT_FORM, form]:
        return alone
    if verdict == alone and (bare := _without_nation(form)) and archive.uses[SAME_NAME, bare]:
        return Verdict(Identity(bare), "without its nation", full=False)
    return verdict


def _without_nation(form: str) -> str | None:
    """The name of a body without its nation, if that is long enough to be one: us bureau of prisons."""
    nation = next((n for n in sorted(words("bodies", "of_nation")) if form.startswith(f"{n} ")), None)
    bare = form.removeprefix(f"{nation} ") if nation else ""
    return bare if " " in bare else None
