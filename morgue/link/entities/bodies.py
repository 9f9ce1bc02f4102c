"""Organisations, and every other name that is not a person's: acronyms, tables, short forms, equal names.

Rules in order, the first that is sure decides. A rule sees one mention and what its article has named so far.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from morgue.link.entities import names, places
from morgue.link.entities.names import fold_body
from morgue.link.entities.verdicts import Identity, Page, Verdict
from morgue.link.vocabulary import table, words
from morgue.model import Mention, MentionKey

SAME_NAME: Final = "same name"
SHORT_FORM: Final = "short form in article"
ACRONYM: Final = re.compile(r"(?:[A-Z]\.?[-&]?){2,7}|[A-Z][a-z]{0,2}[A-Z]{1,5}[a-z]?")
_IN_BRACKETS = re.compile(r"\s?\((?:the )?[\"“']?([A-Z][\w.&-]{1,9})[\"”']?\)")
_ABBREVIATED = 3  # letters that a short form keeps of a word: Man(chester) United
_BODY_LIKE: Final = frozenset({"organization", "other", "work"})

Words = tuple[str, ...]


@dataclass(slots=True)
class Register:
    """What one article calls its bodies.

    `expansion`: acronym → full names. `heads` and `tails`: the bodies seen so far by the first and last word of a name.
    """

    page: Page
    expansion: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[str, dict[Words, Identity]] = field(default_factory=lambda: defaultdict(dict))
    tails: dict[str, dict[Words, Identity]] = field(default_factory=lambda: defaultdict(dict))


@dataclass(slots=True)
class Archive:
    """What all articles together tell: what acronyms stand for, and by which rule each form was decided how often."""

    expansions: dict[str, set[Identity]] = field(default_factory=lambda: defaultdict(set))
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)


@cache
def known() -> Mapping[str, Identity]:
    """Folded name → known body, metonym, country, people or place."""
    bodies = table("bodies")
    found = dict(places.known())
    for name, forms in bodies["bodies"].items():
        found.update((fold_body(form), Identity(name, "organization", name)) for form in (name, *forms))
    for name, entry in bodies["metonyms"].items():
        seat = Identity(name, "organization", name, about=entry["about"])
        found.update((fold_body(form), seat) for form in (name, *entry["also"]))
    return found


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
        register = _register(page)
        for acronym, fulls in register.expansion.items():
            archive.expansions[acronym].update(_standing_for(full) for full in fulls)
        for place, mention in page.mentions:
            verdict = verdicts[page.key(place)] = _decide(mention, register)
            archive.uses[verdict.decided_by, fold_body(mention.text)] += 1
            _enter(register, mention, verdict.identity)
    printed = {page.key(place): mention.text for page in pages for place, mention in page.mentions}
    return {key: _by_archive(verdict, printed[key], archive) for key, verdict in verdicts.items()}


def _register(page: Page) -> Register:
    """Find the acronyms that the article explains, in brackets or by standing beside the name that they shorten."""
    register = Register(page)
    acronyms = {fold_body(m.text) for _, m in page.mentions if ACRONYM.fullmatch(m.text)}
    for _, mention in page.mentions:
        full = fold_body(mention.text)
        bracketed = _IN_BRACKETS.match(page.text, mention.end)
        if " " in full and bracketed and fold_body(bracketed.group(1))[0] == full[0]:
            _explain(register, fold_body(bracketed.group(1)), full)
        for letters in _initials(mention.text) if " " in full else ():
            if letters in acronyms:
                _explain(register, letters, full)
    return register


def _explain(register: Register, acronym: str, full: str) -> None:
    if full not in register.expansion[acronym]:
        register.expansion[acronym].append(full)


@cache
def _small_words() -> frozenset[str]:
    return words("bodies", "small_words")


def _initials(text: str) -> set[str]:
    """The acronyms of a name, with and without its small words: fbi; usa."""
    tokens = [word for word in re.split(r"[\s-]+", names.fold(text)) if word]
    return {"".join(t[0] for t in tokens if t not in _small_words()), "".join(t[0] for t in tokens)}


def _enter(register: Register, mention: Mention, identity: Identity) -> None:
    """Note a body's full name, for short forms that follow."""
    tokens = tuple(fold_body(mention.text).split())
    if mention.kind == "organization" and len(tokens) > 1:
        register.heads[tokens[0]][tokens] = identity
        register.tails[tokens[-1]][tokens] = identity


def _standing_for(full: str) -> Identity:
    return known().get(full) or Identity(full)


def _explained(mention: Mention, register: Register) -> Identity | None:
    """An acronym that this article explains, whatever it means elsewhere."""
    form = fold_body(mention.text)
    fulls = register.expansion.get(form, []) if ACRONYM.fullmatch(mention.text) else []
    identities = {_standing_for(full) for full in fulls} - {known().get(form)}
    return identities.pop() if len(identities) == 1 else None


def _tabled(mention: Mention, register: Register) -> Identity | None:
    """A name that the tables know; an acronym of two or three letters only in capitals, no name without any."""
    if mention.text.islower():
        return None
    form = fold_body(mention.text)
    if len(form) <= _ABBREVIATED and form.isalpha() and not _capitals(mention.text) and form in _acronyms():
        return None
    return places.homonym(form, register.page.text) or known().get(form)


def _capitals(text: str) -> bool:
    return text.replace("’", "'").removesuffix("'s").isupper()


@cache
def _acronyms() -> frozenset[str]:
    """The short names that the tables print in capitals: US, WHO, not Fed."""
    bodies, countries = table("bodies")["bodies"], table("countries")
    forms = [form for name, also in bodies.items() for form in (name, *also)]
    forms += [form for entry in countries.values() for form in entry.get("also", ())]
    return frozenset(fold_body(form) for form in forms if form.isupper())


def _shortened(mention: Mention, register: Register) -> Identity | None:
    """The head or tail of the one body named so far that has it: United, Man United → Manchester United."""
    tokens = tuple(fold_body(mention.text).split())
    common = len(tokens) == 1 and tokens[0] in words("bodies", "common_words")
    if mention.kind not in _BODY_LIKE or not tokens or common:
        return None
    longer = {body for full, body in register.heads[tokens[0]].items() if _begins(full, tokens)}
    longer |= {body for full, body in register.tails[tokens[-1]].items() if _ends(full, tokens)}
    return longer.pop() if len(longer) == 1 else None


def _begins(full: Words, short: Words) -> bool:
    return len(short) < len(full) and full[: len(short)] == short


def _ends(full: Words, short: Words) -> bool:
    """A tail that no preposition governs, or the same words cut short."""
    if len(short) == len(full):
        cut = zip(short, full, strict=True)
        return short != full and all(f.startswith(s) and len(s) >= _ABBREVIATED for s, f in cut)
    return len(short) < len(full) and full[-len(short) :] == short and full[-len(short) - 1] not in _small_words()


Rule = Callable[[Mention, Register], Identity | None]
RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("acronym", _explained),
    ("alias table", _tabled),
    (SHORT_FORM, _shortened),
)


def _decide(mention: Mention, register: Register) -> Verdict:
    if places.shouted(register.page, mention):
        return Verdict(Identity(f"{fold_body(mention.text)}, among capitals"), SAME_NAME, full=True)
    for decided_by, rule in RULES:
        identity = rule(mention, register)
        if identity is not None:
            return Verdict(identity, decided_by, full=False)
    return _by_itself(fold_body(mention.text))


def _by_itself(form: str) -> Verdict:
    return Verdict(Identity(form), SAME_NAME, full=True)


def _by_archive(verdict: Verdict, printed: str, archive: Archive) -> Verdict:
    """The second look: an acronym that only other articles explain, a short form that mostly stands by itself."""
    form = fold_body(printed)
    meant = archive.expansions.get(form, set())
    if verdict == _by_itself(form) and len(meant) == 1 and ACRONYM.fullmatch(printed):
        return Verdict(next(iter(meant)), "acronym", full=False)
    if verdict.decided_by == SHORT_FORM and archive.uses[SAME_NAME, form] > archive.uses[SHORT_FORM, form]:
        return _by_itself(form)
    return verdict
