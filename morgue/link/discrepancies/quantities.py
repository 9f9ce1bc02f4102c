"""Numbers and dates that differ where two sentences say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol, TypeVar

from morgue.link.discrepancies.rounding import agree, slip
from morgue.link.discrepancies.sides import Found, Laid
from morgue.link.versions.texts import Sentence, words_of
from morgue.link.vocabulary import table, words
from morgue.model import DateMention, DiscrepancyKind, Figure

CONFIDENCE: Final[dict[DiscrepancyKind, float]] = {"number": 0.7, "date": 0.7}
_YEAR: Final = re.compile(r"[12]\d{3}")
_HEDGED: Final = 24  # characters before a number in which a word like "about" is its own


class Spanned(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """One past its last character."""


Fact = TypeVar("Fact", bound=Spanned)
Facts = tuple[Sequence[Fact], Sequence[Fact]]  # of the version, of its source


def other_numbers(laid: Laid) -> Iterator[Found]:
    """Pairs of figures of one unit, or of two numbers that a slip of a digit makes of each other."""
    texts = laid.here.text, laid.there.text

    def same(one: Figure, two: Figure) -> bool:
        counted = {_counted(one), _counted(two)} - {""}
        return one.value == two.value or (len(counted) <= 1 and agree(one.value, two.value))

    def contradict(one: Figure, two: Figure) -> bool:
        rough = _hedged(one, texts[0]) or _hedged(two, texts[1])
        same_thing = _counted(one) == _counted(two) or slip(one.value, two.value)
        return same_thing and not agree(one.value, two.value, hedged=rough)

    facts = laid.here.clipping.facts.figures, laid.there.clipping.facts.figures
    yield from _other("number", laid, facts, same, contradict)


def other_dates(laid: Laid) -> Iterator[Found]:
    """Pairs of dates of one form: two weekdays, two years."""
    facts = laid.here.clipping.facts.dates, laid.there.clipping.facts.dates
    yield from _other("date", laid, facts, _same_day, lambda one, two: _form(one.text) == _form(two.text))


def _other(
    kind: DiscrepancyKind,
    laid: Laid,
    facts: Facts[Fact],
    same: Callable[[Fact, Fact], bool],
    contradict: Callable[[Fact, Fact], bool],
) -> Iterator[Found]:
    """One of ours against one of theirs of the same form in a pair of sentences; more of a form leave it open.

    Ours must be nowhere in the source, theirs not near our sentence.
    """
    ours, theirs = facts
    told: list[Fact] = []
    for abreast in laid.sentences:
        near = _inside(ours, abreast.around_here)
        mine = [one for one in _inside(ours, abreast.here) if not any(same(one, two) for two in theirs)]
        others = [two for two in _inside(theirs, abreast.there) if not any(same(one, two) for one in near)]
        for one in mine:
            met = [two for two in others if contradict(one, two)]
            rivals = [each for each in mine if met and contradict(each, met[0])]
            if len(rivals) == len(met) == 1 and not any(same(one, each) for each in told):
                told.append(one)
                yield Found(kind, (one.start, one.end), (met[0].start, met[0].end), CONFIDENCE[kind])


def _inside(facts: Sequence[Fact], sentence: Sentence) -> list[Fact]:
    return [fact for fact in facts if sentence.start <= fact.start and fact.end <= sentence.end]


def _hedged(figure: Figure, text: str) -> bool:
    """Whether a number is given as a rough one."""
    before = words_of(text[max(0, figure.start - _HEDGED) : figure.start] + figure.text)
    return bool(set(before) & words("contradictions", "hedges"))


def _counted(figure: Figure) -> str:
    """What is counted, by its last word: "senior Democrats" and "top Democrats" are Democrats."""
    *_, last = ("", *words_of(figure.unit or ""))
    return last.removesuffix("s")


def _same_day(one: DateMention, two: DateMention) -> bool:
    """In the same words, or of days that can be the same."""
    if words_of(one.text) == words_of(two.text):
        return True
    ours, theirs = (one.earliest, one.latest), (two.earliest, two.latest)
    if None in (*ours, *theirs):
        return False
    return str(ours[0]) <= str(theirs[1]) and str(theirs[0]) <= str(ours[1])


def _form(date: str) -> str:
    """What kind of words a date is made of: "weekday", "number month"."""
    names = table("contradictions")["dates"]
    return " ".join(_kind(word, names) for word in words_of(date))


def _kind(word: str, names: dict[str, list[str]]) -> str:
    if word.isdigit():
        return "year" if _YEAR.fullmatch(word) else "number"
    return next((kind for kind, known in names.items() if word in known), word)
