"""What all articles together tell of the names of bodies: a second look at what one article left as it is printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from morgue.link.entities.bodies.in_article import ACRONYM, BODY_LIKE, SHORT_FORM, USUAL
from morgue.link.entities.known import known
from morgue.link.entities.names import MOST_NAMES, fold_body
from morgue.link.entities.places.gazetteer import spot
from morgue.link.entities.places.homonyms import is_homonym
from morgue.link.entities.verdicts import Identity, Verdict
from morgue.link.vocabulary import words
from morgue.model import EntityKind

SAME_NAME: Final = "same name"
SHORTEST_SPOKEN: Final = 4  # letters of initials that are printed as a word
FEWEST: Final = 3  # times that articles which name a body in full call it so for short
EXPLAINED: Final = 8  # times as many articles that may print an acronym as print what it stands for
MOST: Final = 0.9  # share of all that are called so


@dataclass(slots=True)
class Archive:
    """What acronyms stand for, by which rule each form was decided how often, and whom articles call so for short.

    `explained` tells the full names, folded, that articles give an acronym; `articles`, how many print a form; `named`,
    how often a body is printed other than for short; `borne`, of a name that several bear, whom articles meant by it.
    """

    expansions: dict[str, set[Identity]] = field(default_factory=lambda: defaultdict(set))
    explained: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: Counter[str] = field(default_factory=Counter)
    uses: Counter[tuple[str, str]] = field(default_factory=Counter)
    called: dict[str, Counter[Identity]] = field(default_factory=lambda: defaultdict(Counter))
    named: Counter[Identity] = field(default_factory=Counter)
    borne: dict[str, Counter[Identity]] = field(default_factory=lambda: defaultdict(Counter))

    def explains(self, acronym: str) -> bool:
        """Whether so many articles print what an acronym stands for that the others can mean it.

        Of a dozen articles that print RAND, one makes a pun of it: the others mean something else.
        """
        in_full = max((self.articles[full] for full in self.explained[acronym]), default=0)
        return EXPLAINED * in_full >= self.articles[acronym]

    def note(self, form: str, verdict: Verdict) -> None:
        """Count what an article decided about a form."""
        self.uses[verdict.decided_by, form] += 1
        if is_homonym(form) and verdict.decided_by != USUAL:
            self.borne[form][verdict.identity] += 1
        if verdict.decided_by == SHORT_FORM:
            self.called[form][verdict.identity] += 1
        else:
            self.named[verdict.identity] += 1


def second_look(verdict: Verdict, alone: Verdict, text: str, kind: EntityKind, archive: Archive) -> Verdict:
    """Judge again what its article could not tell.

    Args:
        verdict: What the article decided.
        alone: The verdict that the name is nobody's but its own.
        text: What is printed.
        kind: Its label.
        archive: What all articles decided.

    Returns:
        Of a name that several bear, its usual bearer; of an acronym, what only other articles explain; of a short form,
        whom they call so, if it does not mostly stand by itself; of a name with its nation, the body without it.
    """
    form = fold_body(text)
    if verdict.decided_by == USUAL:
        usual = _usual(form, archive)
        return Verdict(usual, USUAL, full=False) if usual else alone
    meant = archive.expansions.get(form, set())
    if verdict == alone and len(meant) == 1 and archive.explains(form) and ACRONYM.fullmatch(_in_capitals(text)):
        return Verdict(next(iter(meant)), "acronym", full=False)
    whole = _called(form, kind, archive) if verdict == alone or verdict.decided_by == SHORT_FORM else None
    if verdict == alone and whole:
        return Verdict(whole, "known by short form", full=False)
    if verdict.decided_by == SHORT_FORM and not whole and _mostly_alone(form, archive):
        return alone
    if verdict == alone and (bare := _without_nation(form)) and archive.uses[SAME_NAME, bare]:
        return Verdict(Identity(bare), "without its nation", full=False)
    return verdict


def _called(form: str, kind: EntityKind, archive: Archive) -> Identity | None:
    """The one body that other articles call so for short, if its full name is printed no less often: Lockheed."""
    called = archive.called.get(form)
    if not called or kind not in BODY_LIKE or form in known() or spot(form):
        return None
    whole, times = max(called.items(), key=lambda item: (item[1], item[0].key))
    sure = times >= max(FEWEST, MOST * called.total()) and archive.named[whole] >= archive.uses[SAME_NAME, form]
    return whole if sure else None


def _usual(form: str, archive: Archive) -> Identity | None:
    """The body that nearly all articles mean which tell whom they mean by a name that several bear: Congress."""
    borne = archive.borne[form]
    if not borne:
        return None
    usual, times = max(borne.items(), key=lambda item: (item[1], item[0].key))
    return usual if usual.name and times >= MOST * borne.total() else None


def _mostly_alone(form: str, archive: Archive) -> bool:
    return archive.uses[SAME_NAME, form] > archive.uses[SHORT_FORM, form]


def _in_capitals(text: str) -> str:
    """Initials as papers print them that give only the first a capital: Noaa."""
    return text.upper() if text.isalpha() and len(text) >= SHORTEST_SPOKEN else text


@lru_cache(MOST_NAMES)
def _without_nation(form: str) -> str | None:
    """The name of a body without its nation, if that is long enough to be one: us bureau of prisons."""
    nation = next((n for n in sorted(words("bodies", "of_nation")) if form.startswith(f"{n} ")), None)
    bare = form.removeprefix(f"{nation} ") if nation else ""
    return bare if " " in bare else None
