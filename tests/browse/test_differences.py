"""What changed from one wording to another."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.differences import Change, are_same, both_sides, differences, have_same_words

pytestmark = pytest.mark.unit

SOURCE = "The ships will sail, and nobody has to ask us twice,"
phrases = st.lists(st.sampled_from(["Ships", "will", "sail", "us", "twice", ",", ".", "’"]), max_size=12).map(" ".join)


def words(changes: tuple[Change, ...], without: str) -> list[str]:
    """The words and marks that all changes but one kind print."""
    return re.findall(r"\w+|[^\w\s]", " ".join(change.text for change in changes if change.kind != without))


@given(phrases, phrases)
def test_nothing_is_lost_between_two_wordings(source: str, wording: str) -> None:
    """Without what came it is the source, without what went it is the wording."""
    changes = differences(source, wording)
    assert words(changes, without="gone") == re.findall(r"\w+|[^\w\s]", wording)
    assert len(words(changes, without="added")) == len(re.findall(r"\w+|[^\w\s]", source))


@given(phrases, phrases)
def test_each_side_is_printed_as_it_is(source: str, wording: str) -> None:
    """Side by side, each text keeps its own words and marks."""
    left, right = both_sides(source, wording)
    assert words(left, without="") == re.findall(r"\w+|[^\w\s]", source)
    assert words(right, without="") == re.findall(r"\w+|[^\w\s]", wording)


def test_a_changed_word_is_struck_and_its_successor_added() -> None:
    """A deletion stands before the addition that takes its place."""
    changes = differences(SOURCE, "The vessels will sail, and nobody has to ask us again,")
    assert [(change.kind, change.text) for change in changes if change.kind != "same"] == [
        ("gone", "ships"),
        ("added", "vessels"),
        ("gone", "twice"),
        ("added", "again"),
    ]


def test_a_short_word_amid_changes_is_part_of_the_change() -> None:
    """A lone "it" that both have holds nothing together."""
    changes = differences("we saw it yesterday morning", "they heard it tonight maybe")
    assert [change.kind for change in changes] == ["gone", "added"]


def test_typesetting_is_no_change() -> None:
    """Straight and curly marks, capitals and the stop at the end are the page's, not the speaker's."""
    assert are_same("“It’s” done,", '"it\'s" done.')
    assert [change.kind for change in differences("“It’s” done,", '"it\'s" done.')] == ["same"]


def test_other_punctuation_keeps_the_words_the_same() -> None:
    """A comma more is no other wording."""
    assert have_same_words("We came, we saw", "We came we saw.")
    assert not have_same_words("We came, we saw", "We came, we see")


def test_a_deletion_keeps_its_distance() -> None:
    """A word struck before a stop does not stick to the word before it."""
    printed = "".join(
        c.text + c.space for c in differences("Should we fight NATO then? Yes", "Should we fight NATO? Yes")
    )
    assert printed == "Should we fight NATO then? Yes"
