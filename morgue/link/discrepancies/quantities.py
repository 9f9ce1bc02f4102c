"""Numbers and dates that differ where two sentences say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from morgue.link.versions.texts import Sentence, words_of
from morgue.link.vocabulary import table
from morgue.model import Clipping, DateMention, Figure

_YEAR = re.compile(r"[12]\d{3}")


class Spanned(Protocol):
    """Whatever has a place in a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """One past its last character."""


Fact = TypeVar("Fact", bound=Spanned)
Sides = Sequence[tuple[Sentence, Sentence]]


def other_numbers(here: Clipping, there: Clipping, sentences: Sides) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures of one unit, each with a value that the other article doesn't have at all."""
    return _other(
        here.facts.figures,
        there.facts.figures,
        sentences,
        lambda figure: figure.value,
        lambda figure: figure.unit or "",
    )


def other_dates(here: Clipping, there: Clipping, sentences: Sides) -> Iterator[tuple[DateMention, DateMention]]:
    """Pairs of dates of one form (two weekdays, two years), each in words that the other article doesn't have."""
    return _other(
        here.facts.dates, there.facts.dates, sentences, lambda date: words_of(date.text), lambda date: _form(date.text)
    )


def _other(
    ours: Sequence[Fact],
    theirs: Sequence[Fact],
    sentences: Sides,
    value: Callable[[Fact], object],
    form: Callable[[Fact], str],
) -> Iterator[tuple[Fact, Fact]]:
    """One of ours against one of theirs of the same form in a pair of sentences; more of a form leave it open."""
    known = {value(fact) for fact in ours}, {value(fact) for fact in theirs}
    told = set()
    for one, two in sentences:
        mine = [fact for fact in _inside(ours, one) if value(fact) not in known[1]]
        others = [fact for fact in _inside(theirs, two) if value(fact) not in known[0]]
        for each in mine:
            rivals = [fact for fact in mine if form(fact) == form(each)]
            met = [fact for fact in others if form(fact) == form(each)]
            if len(rivals) == len(met) == 1 and value(each) not in told:
                told.add(value(each))
                yield each, met[0]


def _inside(facts: Sequence[Fact], sentence: Sentence) -> list[Fact]:
    return [fact for fact in facts if sentence.start <= fact.start and fact.end <= sentence.end]


def _form(date: str) -> str:
    """What kind of words a date is made of: "weekday", "number month"."""
    names = table("contradictions")["dates"]
    return " ".join(_kind(word, names) for word in words_of(date))


def _kind(word: str, names: dict[str, list[str]]) -> str:
    if word.isdigit():
        return "year" if _YEAR.fullmatch(word) else "number"
    return next((kind for kind, known in names.items() if word in known), word)
