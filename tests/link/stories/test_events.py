"""Joining what tells of one event."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from morgue.link.stories.events import Event, join
from morgue.link.stories.near import SPAN, near
from morgue.link.versions.vectors import unit_rows

pytestmark = pytest.mark.unit

Groups = list[tuple[int, ...]]


def never(_one: Event, _other: Event) -> bool:
    """Nobody has decided anything."""
    return False


def joined(words: list[list[float]], days: list[int]) -> Groups:
    """The events of articles with so much of each word."""
    rows, numbers = unit_rows(sparse.csr_matrix(np.array(words, np.float32))), np.array(days, np.int64)
    return join(rows, numbers, near(rows, numbers), never)


def test_alike_articles_of_one_day_are_one_event() -> None:
    """Those that share their words, and no other."""
    assert joined([[1, 1, 0], [1, 1, 0], [0, 0, 1]], [5, 5, 5]) == [(0, 1), (2,)]


def test_a_chain_of_days_is_cut_at_the_span_of_an_event() -> None:
    """A month of alike articles, one a day, is several events, none of them longer than the span."""
    events = joined([[1, 1]] * 30, list(range(100, 130)))
    assert len(events) > 5
    assert all(event[-1] - event[0] <= SPAN for event in events)


def test_a_chain_of_words_is_cut_where_it_is_unlike_itself() -> None:
    """Each article shares a word with the next; the first and the last of them share nothing."""
    chain = [[float(column in (row, row + 1)) for column in range(41)] for row in range(40)]
    assert max(map(len, joined(chain, [9] * 40))) < 20


def test_what_people_keep_apart_stays_apart() -> None:
    """However alike it is."""
    rows = unit_rows(sparse.csr_matrix(np.ones((2, 3), np.float32)))
    days = np.array([1, 1])
    assert join(rows, days, near(rows, days), lambda _one, _other: True) == [(0,), (1,)]


def test_an_undated_article_joins_what_it_is_much_alike() -> None:
    """Its words alone must tell."""
    assert joined([[1, 1, 0, 0], [1, 1, 0, 0], [0, 1, 1, 2]], [5, -1, -1]) == [(0, 1), (2,)]


@settings(deadline=None)  # a loaded machine is no fault
@given(
    st.lists(st.tuples(st.integers(-1, 12), st.lists(st.integers(0, 3), min_size=4, max_size=4)), max_size=25),
)
def test_every_article_is_in_one_event_and_no_event_is_longer_than_the_span(
    articles: list[tuple[int, list[int]]],
) -> None:
    """Whatever the articles."""
    days = [day for day, _ in articles]
    events = joined([list(map(float, words)) for _, words in articles] or [[0.0]], days or [0])
    assert sorted(place for event in events for place in event) == list(range(max(1, len(articles))))
    for event in events:
        known = [days[place] for place in event if days and days[place] >= 0]
        assert not known or max(known) - min(known) <= SPAN
