"""Whose wording of a quote others bear out."""

from __future__ import annotations

import pytest

from morgue.link.versions.texts import read_texts
from morgue.link.versions.witnesses import Witnesses
from tests.link.newsroom import clipping

pytestmark = pytest.mark.unit

SAID = "We will not lift another container until somebody lifts a finger for us and for the quay"
SPUN = "We won’t raise any container at all before anybody raises one hand for us or the wharf"
REPORT = "The union leader spoke on Monday. “{}.” The crowd cheered."
OTHERS = "A column about the port, which has seen worse. “{}.” So it goes, says the barber."


def untouched(*said: str, kin: tuple[int, ...] = ()) -> tuple[bool, bool]:
    """The verdict on the first two of some articles, each with its quote; the third and later ones are others'."""
    texts = [REPORT.format(each) if place < 2 else OTHERS.format(each) for place, each in enumerate(said)]
    return Witnesses(read_texts([clipping(n, text) for n, text in enumerate(texts, 1)]).texts).untouched(0, 1, kin)


def test_the_wording_that_a_third_article_prints_is_untouched() -> None:
    """The other one's stands nowhere else."""
    assert untouched(SAID, SPUN, SAID) == (True, False)
    assert untouched(SPUN, SAID, SAID) == (False, True)


def test_without_a_third_article_nobody_can_say() -> None:
    """Two wordings, no witness."""
    assert untouched(SAID, SPUN) == (False, False)


def test_a_copy_of_either_bears_out_nothing() -> None:
    """It has the words from there."""
    assert untouched(SAID, SPUN, SAID, kin=(2,)) == (False, False)


def test_where_both_wordings_are_printed_elsewhere_neither_is_altered() -> None:
    """They may be two statements."""
    assert untouched(SAID, SPUN, SAID, SPUN) == (False, False)


def test_equal_quotes_say_nothing() -> None:
    """Nobody altered anything."""
    assert untouched(SAID, SAID, SAID) == (False, False)
