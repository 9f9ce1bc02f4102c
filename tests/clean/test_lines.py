"""Plain text is told into paragraphs, whether its lines are paragraphs or wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.clean.lines import lines

pytestmark = pytest.mark.unit
ONE = "The harbour café reopened on Monday after two years of work on its roof, and the mayor came to see it."
TWO = "“It took two years,” said Zoë Müller, who runs it with her brother and had once thought of giving it up."


def test_a_line_is_a_paragraph() -> None:
    """Where lines are as long as paragraphs, each is one, with or without blank lines between."""
    assert [(line.text, line.number) for line in lines(f"{ONE}\n{TWO}\n\n{ONE}")] == [(ONE, 1), (TWO, 2), (ONE, 4)]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_text_is_joined(width: int) -> None:
    """Text wrapped at a column has its paragraphs between blank lines."""
    wrapped = "\n\n".join(textwrap.fill(each, width, break_on_hyphens=False) for each in (ONE, TWO))
    assert [line.text for line in lines(wrapped)] == [ONE, TWO]


def test_short_lines_are_not_joined() -> None:
    """A list of short lines is no wrapped text."""
    assert [line.text for line in lines("One thing\nAnother\nA third")] == ["One thing", "Another", "A third"]


def test_list_items_in_wrapped_text_stay_apart() -> None:
    """A list item begins on its own line."""
    wrapped = textwrap.fill(ONE, 60, break_on_hyphens=False)
    items = "- a first thing that was found in the harbour this spring\n- a second"
    assert [line.text for line in lines(f"{wrapped}\n\n{items}")][1:] == items.split("\n")


def test_white_space_is_squeezed() -> None:
    """Tabs, hard blanks and doubled blanks are one blank; marks that nobody sees are gone."""
    assert lines("again\u00a0 and\tagain\u200b, co\u00adoperate")[0].text == "again and again, cooperate"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_word_is_lost(content: str) -> None:
    """Whatever the text, its signs are all in the lines, in their order."""
    kept = "".join("".join(line.text.split()) for line in lines(content))
    assert kept == "".join(character for character in content if not _is_blank(character))


def _is_blank(character: str) -> bool:
    return not lines(character)
