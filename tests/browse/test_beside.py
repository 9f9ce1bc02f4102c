"""Two texts side by side: each stretch in a row, in the order in which the right one is read."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.beside import Pair, Row, RowKind, Span, rows, uncovered

pytestmark = pytest.mark.unit

LEFT = "The dam broke at noon. Nobody was hurt.\n\nThe mayor came by boat. He said little."
RIGHT = "He said little. The dam broke at noon.\n\nFarmers lost their sheep."


def pair(left: str, right: str, kind: RowKind = "same") -> Pair:
    """That a stretch of the left text belongs to one of the right."""
    here, there = LEFT.index(left), RIGHT.index(right)
    return Pair((here, here + len(left)), (there, there + len(right)), kind)


DAM = pair("The dam broke at noon.", "The dam broke at noon.")
LITTLE = pair("He said little.", "He said little.")


def printed(of: Sequence[Row], side: str) -> list[str]:
    """The words of each row on one side."""
    return ["".join(change.text + change.space for change in getattr(row, side)) for row in of]


def test_what_one_side_lacks_stands_alone() -> None:
    """What was left out and what was added are rows with one side, paragraphs that follow each other in one row."""
    found = rows(LEFT, RIGHT, [DAM])
    assert [row.kind for row in found] == ["right only", "same", "left only", "right only"]
    assert printed(found, "left")[2] == "Nobody was hurt.\n\nThe mayor came by boat. He said little."


def test_what_has_moved_points_to_its_other_end() -> None:
    """It stands where the right side has it, and a pointer stands where it was taken from; each knows the other."""
    found = rows(LEFT, RIGHT, [DAM, LITTLE])
    (here,) = [row for row in found if row.kind == "same" and row.moved is not None]
    (pointer,) = [row for row in found if row.kind == "moved on"]
    assert (here.moved, pointer.moved) == (pointer.number, here.number)
    assert printed([pointer], "left") == ["He said little."]
    assert [row.number for row in found] == list(range(len(found)))


def test_a_row_knows_whether_a_paragraph_begins() -> None:
    """So that sentences of one paragraph hold together."""
    found = rows(LEFT, RIGHT, [LITTLE, DAM])
    opens = {"".join(change.text for change in row.right): row.opens for row in found if row.right}
    assert opens == {"He said little.": True, "The dam broke at noon.": False, "Farmers lost their sheep.": True}


def test_words_are_compared_where_enough_of_them_stayed() -> None:
    """A sentence in wholly other words goes and comes as a whole."""
    changed = rows(LEFT, RIGHT, [pair("The dam broke at noon.", "The dam broke at noon.", "edited")])[1]
    assert not changed.is_whole
    other = rows(LEFT, RIGHT, [pair("Nobody was hurt.", "Farmers lost their sheep.", "edited")])[-2]
    assert (other.kind, other.is_whole) == ("edited", True)


def test_of_stretches_that_overlap_the_first_counts() -> None:
    """No words are shown twice."""
    found = rows(LEFT, RIGHT, [DAM, pair("The dam broke", "The dam broke at noon.")])
    assert printed(found, "right").count("The dam broke at noon.") == 1


def test_what_lies_in_no_span_is_told_without_its_margins() -> None:
    """And marks without words are left out."""
    assert list(uncovered("One. Two! Three", [(5, 9)])) == [(0, 4), (10, 15)]
    assert list(uncovered("“One” –", [(1, 4)])) == []


some_pairs = st.lists(
    st.tuples(
        st.integers(0, len(LEFT) - 2), st.integers(1, 20), st.integers(0, len(RIGHT) - 2), st.integers(1, 20)
    ).map(lambda n: Pair(_span(n[0], n[1], len(LEFT)), _span(n[2], n[3], len(RIGHT)), "same")),
    max_size=6,
)


def _span(start: int, length: int, end: int) -> Span:
    return start, min(start + length, end)


@given(some_pairs)
def test_the_right_side_is_read_in_order_and_whole(pairs: list[Pair]) -> None:
    """Whatever belongs to what: every word of the right side stands once, in order; so does every word of the left."""
    found = rows(LEFT, RIGHT, pairs)
    assert letters("".join(printed(found, "right"))) == letters(RIGHT)
    assert sorted(letters("".join(printed([row for row in found if row.kind != "moved on"], "left")))) == sorted(
        letters(LEFT)
    )


def letters(text: str) -> str:
    """The letters of a text alone."""
    return "".join(filter(str.isalnum, text))
