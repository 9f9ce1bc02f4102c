"""What one article calls its bodies: acronyms that it explains, names that the tables know, short forms.

A rule sees one mention and what its article has named so far, and answers with an identity, or None where it cannot
be sure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz

from morgue.link.entities import names
from morgue.link.entities.bodies.beside import left_open_beside, told_beside
from morgue.link.entities.known import acronyms, known
from morgue.link.entities.names import MOST_NAMES, fold_body
from morgue.link.entities.places import countries, gazetteer
from morgue.link.entities.places.homonyms import bearer, homonym, is_abroad, is_homonym
from morgue.link.entities.verdicts import LEFT_OPEN, Identity, Page
from morgue.link.vocabulary import words
from morgue.model import Mention

SHORT_FORM: Final = "short form in article"
USUAL: Final = "usual bearer"
ACRONYM: Final = re.compile(r"(?:[A-Z]\.?[-&]?){2,7}|[A-Z][a-z]{0,2}[A-Z]{1,5}[a-z]?")
_IN_BRACKETS = re.compile(r"\s?\((?:the )?[\"“']?([A-Z][\w.&-]{1,9})[\"”']?\)")
_TELLING = 3  # letters of an acronym from which on they tell, unexplained: AP is no AmeriSpeak Panel
_OF_SEVERAL = 3  # words of a name that one of them makes another's in jest
_MISPRINTED = 90  # likeness to a form of the tables from which on a name is that form misprinted, of 100
_CREDIT = ("/", "|", "(")  # stand before an agency behind a photographer’s name, and
_CREDITED = ("/", " Photo", " photo", "-NORC")  # these behind it
_ABBREVIATED = 3  # letters that a short form keeps of a word: Man(chester) United
BODY_LIKE: Final = frozenset({"organization", "other", "work"})

Words = tuple[str, ...]


@dataclass(slots=True)
class Register:
    """What one article calls its bodies.

    `teams`: what its tables of results print, towns' names mostly. `homonyms`: names that several bear → whom they mean
    here, as far as asked; `abroad`: whether it names other countries only, once asked. `expansion`: acronym → full
    names, those told in brackets also in `told`. `heads` and `tails`: the bodies seen so far by the first and last word
    of a name.
    """

    page: Page
    teams: frozenset[str]
    homonyms: dict[str, Identity | None] = field(default_factory=dict)
    abroad: bool | None = None
    expansion: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    told: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[str, dict[Words, Identity]] = field(default_factory=lambda: defaultdict(dict))
    tails: dict[str, dict[Words, Identity]] = field(default_factory=lambda: defaultdict(dict))


def register_of(page: Page) -> Register:
    """Find the acronyms that the article explains, in brackets or by standing beside the name that they shorten."""
    register = Register(page, frozenset(fold_body(m.text) for _, m in page.mentions if m.rule == "sports table"))
    printed = {fold_body(m.text) for _, m in page.mentions if ACRONYM.fullmatch(m.text)}
    explicable = {letters for letters in printed if letters not in countries.known()}  # the US is not the US Senate
    for _, mention in page.mentions:
        full = fold_body(mention.text)
        bracketed = _IN_BRACKETS.match(page.text, mention.end)
        if " " in full and bracketed and _shortens(fold_body(bracketed.group(1)), full):
            _explain(register.expansion, fold_body(bracketed.group(1)), full)
            _explain(register.told, fold_body(bracketed.group(1)), full)
        for letters in initials(mention.text) if " " in full and mention.kind != "place" else ():
            if letters in explicable:
                _explain(register.expansion, letters, full)
    return register


def _shortens(acronym: str, full: str) -> bool:
    """Whether an acronym's letters stand in a name in order, the first at its head: AQAP is no Arabian Peninsula."""
    letters = iter(full)
    return acronym[0] == full[0] and all(letter in letters for letter in acronym if letter.isalpha())


def _explain(expansion: dict[str, list[str]], acronym: str, full: str) -> None:
    if full not in expansion[acronym]:
        expansion[acronym].append(full)


@cache
def _small_words() -> frozenset[str]:
    return words("bodies", "small_words")


@lru_cache(MOST_NAMES)
def initials(text: str) -> frozenset[str]:
    """The acronyms of a name, with and without its small words: fbi; usa. The U.S. Navy is no U.N."""
    tokens = [word for word in re.split(r"[\s-]+", names.fold(text)) if word]
    if tokens and tokens[0] in words("bodies", "of_nation"):
        return frozenset()
    return frozenset({"".join(t[0] for t in tokens if t not in _small_words()), "".join(t[0] for t in tokens)})


@lru_cache(MOST_NAMES)
def _tokens(text: str) -> Words:
    return tuple(fold_body(text).split())


def enter(register: Register, mention: Mention, identity: Identity) -> None:
    """Note a body's full name, for short forms that follow."""
    tokens = _tokens(mention.text) if mention.kind == "organization" else ()
    if len(tokens) > 1:
        register.heads[tokens[0]][tokens] = identity
        register.tails[tokens[-1]][tokens] = identity


def standing_for(full: str) -> Identity:
    """The body of a full name."""
    return known().get(full) or Identity(full)


def _team(mention: Mention, register: Register) -> Identity | None:
    """A town's name that stands for its team, where the article prints tables of results."""
    form = fold_body(mention.text)
    team = mention.kind == "organization" and form in register.teams and gazetteer.spot(form)
    return Identity(f"{form}, team", "organization") if team else None


def _explained(mention: Mention, register: Register) -> Identity | None:
    """An acronym that this article explains, whatever it means elsewhere."""
    form = fold_body(mention.text)
    explicable = ACRONYM.fullmatch(mention.text) and not countries.abbreviated(mention.text)  # S.C. is South Carolina
    fulls = register.expansion.get(form, []) if explicable else []
    told, usual = register.told.get(form, []), known().get(form)
    if usual and not told and (len(form) < _TELLING or _credited(mention, register.page.text)):
        return None
    meant = {standing_for(full) for full in fulls if full in told or not _in_jest(full, usual)} - {usual}
    return meant.pop() if len(meant) == 1 else None


def _credited(mention: Mention, text: str) -> bool:
    """Whether it is the agency that a picture or a poll is credited to: Noel Celis/AFP."""
    return text.startswith(_CREDITED, mention.end) or text[max(0, mention.start - 1) : mention.start] in _CREDIT


@cache
def _forms(usual: Identity) -> tuple[str, ...]:
    """All names of a body of the tables, folded."""
    return tuple(form for form, body in known().items() if body == usual)


@lru_cache(MOST_NAMES)
def _in_jest(full: str, usual: Identity | None) -> bool:
    """Whether a name is that of a body of the tables but for one word or misprints: “Clinton News Network”."""
    tokens = full.split()
    if usual is None or len(tokens) < _OF_SEVERAL:
        return False
    if any(fuzz.ratio(form, full) >= _MISPRINTED for form in _forms(usual)):
        return True
    forms = [form.split() for form in _forms(usual)]
    alike = [zip(form, tokens, strict=True) for form in forms if len(form) == len(tokens)]
    return any(sum(word != other for word, other in pairs) == 1 for pairs in alike)


def _beside(mention: Mention, register: Register) -> Identity | None:
    """Whom the words beside it tell: the state in “New York Governor”."""
    full = told_beside(register.page.text, mention)
    return bearer(fold_body(mention.text), full) or standing_for(fold_body(full)) if full else None


def _open_beside(mention: Mention, register: Register) -> Identity | None:
    """Nobody in particular: the words beside it tell that it is not the one that mostly bears the name."""
    open_here = left_open_beside(register.page.text, mention)
    return Identity(f"{fold_body(mention.text)}, left open") if open_here else None


def _coded(mention: Mention, register: Register) -> Identity | None:
    """A state by its two letters."""
    return countries.coded(register.page.text, mention)


def _tabled(mention: Mention, register: Register) -> Identity | None:
    """A name that the tables know; an acronym of two or three letters only in capitals, no name without any."""
    if mention.text.islower():
        return None
    form = fold_body(mention.text)
    if state := countries.abbreviated(mention.text):  # Va. is not the VA
        return state
    if len(form) <= _ABBREVIATED and form.isalpha() and not _capitals(mention.text) and form in acronyms():
        return None
    return _homonym(form, register) or known().get(form) or _of_nation(form)


def _homonym(form: str, register: Register) -> Identity | None:
    if form not in register.homonyms:
        register.homonyms[form] = homonym(form, register.page)
    return register.homonyms[form]


def _undecided(mention: Mention, register: Register) -> Identity | None:
    """A name that several bodies bear, where its article tells neither whose nor another country: see `in_archive`."""
    form = fold_body(mention.text)
    if not is_homonym(form):
        return None
    if register.abroad is None:
        register.abroad = is_abroad({fold_body(other.text) for _, other in register.page.mentions})
    return None if register.abroad else Identity(form)


@lru_cache(MOST_NAMES)
def _of_nation(form: str) -> Identity | None:
    """A known body with its nation before it: the U.S. Centers for Disease Control."""
    for nation in words("bodies", "of_nation"):
        body = known().get(form.removeprefix(f"{nation} ")) if form.startswith(f"{nation} ") else None
        if body and body.kind == "organization":
            return body
    return None


def _renamed(mention: Mention, register: Register) -> Identity | None:  # noqa: ARG001 - a rule's shape
    """A large town under a name that it has elsewhere or had once: Bombay."""
    usual = gazetteer.usual_name(fold_body(mention.text)) if mention.kind == "place" else None
    return (known().get(usual) or Identity(usual)) if usual else None


def _capitals(text: str) -> bool:
    """Whether initials are printed as such: DOJ, DoJ."""
    bare = text.replace("’", "'").removesuffix("'s")
    return bare.isupper() or (bare[:1] + bare[-1:]).isupper()


def _shortened(mention: Mention, register: Register) -> Identity | None:
    """The head or tail of the one body named so far that has it: United, Man United → Manchester United."""
    tokens = _tokens(mention.text) if mention.kind in BODY_LIKE else ()
    if not tokens or (len(tokens) == 1 and tokens[0] in words("bodies", "common_words")):
        return None
    longer = {body for full, body in register.heads.get(tokens[0], {}).items() if _begins(full, tokens)}
    longer |= {body for full, body in register.tails.get(tokens[-1], {}).items() if _ends(full, tokens)}
    return longer.pop() if len(longer) == 1 else None


def _begins(full: Words, short: Words) -> bool:
    part = len(short) < len(full) and full[len(short)] in words("parts", "behind")  # the firm is not its board
    return len(short) < len(full) and full[: len(short)] == short and not part


def _ends(full: Words, short: Words) -> bool:
    """A tail that no preposition governs, or the same words cut short."""
    if len(short) == len(full):
        cut = zip(short, full, strict=True)
        return short != full and all(f.startswith(s) and len(s) >= _ABBREVIATED for s, f in cut)
    return len(short) < len(full) and full[-len(short) :] == short and full[-len(short) - 1] not in _small_words()


Rule = Callable[[Mention, Register], Identity | None]
RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("team", _team),
    ("acronym", _explained),
    ("words beside", _beside),
    (LEFT_OPEN, _open_beside),
    ("state", _coded),
    ("alias table", _tabled),
    (USUAL, _undecided),
    ("gazetteer", _renamed),
    (SHORT_FORM, _shortened),
)
