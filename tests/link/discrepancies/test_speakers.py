"""One quote, two speakers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from morgue.model import Clipping, Utterance
from tests.link.discrepancies.versions import found
from tests.link.newsroom import clipping

pytestmark = pytest.mark.unit

SAID = "The pipes were silent.\n\n“Nobody here has ever cast a better pipe than that,” {} told the choir."
SHORT = "The pipes were silent.\n\n“Never,” {} told the choir."


def of(*clippings: Clipping) -> list[Utterance]:
    """The first quote of each clipping, as one utterance."""
    return [Utterance("u", "", tuple((each.id, 0) for each in clippings), 1, 0.0)]


def told(ours: str, theirs: str, text: str = SAID, sure: float = 1.0) -> list[tuple[str, str, str]]:
    """What is found between versions in which the same is said by two speakers."""
    here, there = clipping(1, text.format(ours), (ours,)), clipping(2, text.format(theirs), (theirs,))
    (quote,) = here.facts.quotes
    here = replace(here, facts=replace(here.facts, quotes=(replace(quote, confidence=sure),)))
    return found(here, there, of(here, there))


def test_another_speaker_is_a_contradiction() -> None:
    """The words are the same, who said them is not."""
    assert told("Rosa Imrie", "Tomas Okafor") == [("speaker", "Rosa Imrie", "Tomas Okafor")]


def test_the_same_speaker_is_none() -> None:
    """Nothing to tell."""
    assert told("Rosa Imrie", "Rosa Imrie") == []


def test_a_name_that_was_changed_is_told_once() -> None:
    """Another given name under the same surname is another name, not another speaker."""
    assert [kind for kind, _, _ in told("Rosa Imrie", "Wanda Imrie")] == ["name"]


def test_a_few_words_may_be_said_by_two() -> None:
    """“Never” is anybody's."""
    assert told("Rosa Imrie", "Tomas Okafor", SHORT) == []


def test_a_speaker_who_is_only_inferred_proves_nothing() -> None:
    """Where either article doesn't say plainly who speaks, the finder may err."""
    assert told("Rosa Imrie", "Tomas Okafor", sure=0.85) == []
