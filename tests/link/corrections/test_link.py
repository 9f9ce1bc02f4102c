"""Linking as a whole obeys people: what follows from entities follows from the corrected ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from morgue.link import link
from morgue.model import Correction
from tests.link.corrections.verdicts import apart, drop, merge
from tests.link.entities.clippings import clippings
from tests.link.newsroom import affair, clipping

pytestmark = pytest.mark.unit

GARBLED = (
    "[P:Ada Okafor] spoke. [P:Okafor] said so. [P:Okafor] smiled. [P:Okafor] left. [P:Okafor] wrote. "
    "Norwegian Foreign Minister [P:Hans-Dieter Okafor] agreed."
)


def test_links_carry_the_corrections() -> None:
    """The entities are the corrected ones, and what was decided, by whom and what failed comes with them."""
    said = "“We wait,” said Ada Lindqvist. “We go,” said Adda Lindquist."
    verdicts: list[Correction] = [merge("person Ada Lindqvist", "person Adda Lindquist"), drop("person Nobody")]
    links = link([clipping(1, said, ("Ada Lindqvist", "Adda Lindquist"))], corrections=verdicts)

    assert [entity.name for entity in links.entities] == ["Ada Lindqvist"]
    assert links.decided == {(1, 1)}
    assert [applied.correction for applied in links.corrections] == [verdicts[0]]
    assert [problem.code for problem in links.problems] == ["correction-unmatched"]


def test_a_dropped_speaker_leaves_the_quote() -> None:
    """What was said stays, though nobody is left who said it."""
    made = [clipping(1, "“We wait,” said Ada Lindqvist.", ("Ada Lindqvist",))]
    links = link(made, corrections=[drop("person Ada Lindqvist")])

    assert links.entities == ()
    assert [utterance.quotes for utterance in links.utterances] == [((1, 0),)]


def test_without_corrections_nothing_is_decided_by_hand() -> None:
    """The default is to let the rules have their way."""
    links = link(affair())

    assert (links.corrections, links.decided) == ((), frozenset())


@pytest.mark.parametrize("verdict", [merge, apart])
def test_an_answered_doubt_is_not_told(verdict: Callable[[str, str], Correction]) -> None:
    """Whether two names are two people is no question once a verdict says it."""
    made = clippings(GARBLED)
    answer = verdict("person Ada Okafor", "person Hans-Dieter Okafor")

    assert [problem.code for problem in link(made).problems] == ["suspicious-name"]
    assert link(made, corrections=[answer]).problems == ()


@pytest.mark.parametrize("by_uid", [False, True])
def test_nobody_asks_about_a_name_that_was_dropped(*, by_uid: bool) -> None:
    """A garbled name that people have dropped is no question, whether they named it or gave its uid."""
    made = clippings(GARBLED)
    garbled = next(entity for entity in link(made).entities if entity.name == "Hans-Dieter Okafor")
    dropped = drop(garbled.uid if by_uid else "person Hans-Dieter Okafor")

    assert [problem.code for problem in link(made, corrections=[dropped]).problems] == []


def test_an_answer_to_another_question_is_none() -> None:
    """A doubt stays that no verdict names."""
    verdicts = [apart("person Ada Okafor", "person Okafor")]

    assert "suspicious-name" in {problem.code for problem in link(clippings(GARBLED), corrections=verdicts).problems}
