"""Paragraphs of two versions find their places beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.alignment import aligned

pytestmark = pytest.mark.unit

HARBOUR = "Forty grain ships may leave the harbour within days."
LIBRARY = "The library in Mill Street has opened its doors again."
HERRING = "A visitor bought a smoked herring at the fair."
paragraphs = st.lists(st.sampled_from((HARBOUR, LIBRARY, HERRING, "…", "")), max_size=6)


@given(paragraphs, paragraphs)
def test_every_paragraph_stands_once(left: list[str], right: list[str]) -> None:
    """None is lost and none is shown twice, and the rows follow the right side."""
    rows = aligned(left, right)
    assert sorted(here for here, _ in rows if here is not None) == list(range(len(left)))
    assert [there for _, there in rows if there is not None] == list(range(len(right)))


def test_what_is_alike_stands_beside_each_other() -> None:
    """A paragraph that one side lacks has nothing beside it."""
    assert aligned([HARBOUR, HERRING, LIBRARY], [HARBOUR, LIBRARY]) == ((0, 0), (1, None), (2, 1))


def test_a_rewrite_in_another_order_finds_its_sources() -> None:
    """Each paragraph stands beside the one it was made from, wherever that one was."""
    assert aligned(
        [HARBOUR, LIBRARY], ["Mill Street’s library opened doors.", "Ships with grain may leave harbour."]
    ) == (
        (1, 0),
        (0, 1),
    )


def test_paragraphs_without_words_in_common_are_no_pair() -> None:
    """One text has the one, the other the other."""
    assert set(aligned([HARBOUR], [LIBRARY])) == {(0, None), (None, 0)}
