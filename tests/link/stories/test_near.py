"""Which articles are near each other in words and time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from morgue.link.stories.near import NEAREST, SPAN, asked, asked_of, near
from morgue.link.versions.vectors import unit_rows

pytestmark = pytest.mark.unit


def rows_of(words: list[list[float]]) -> sparse.csr_matrix:
    """Rows at length one."""
    return unit_rows(sparse.csr_matrix(np.array(words, np.float32)))


def test_each_day_between_two_articles_asks_for_more() -> None:
    """Until nothing is enough."""
    wanted = asked(np.zeros(SPAN + 2), np.arange(SPAN + 2.0))
    assert list(wanted) == sorted(wanted)
    assert np.isfinite(wanted[SPAN])
    assert wanted[SPAN + 1] == np.inf


def test_without_a_day_more_is_asked_than_within_any() -> None:
    """Words alone must tell."""
    assert asked(np.array([-1]), np.array([3]))[0] > asked(np.array([0]), np.array([SPAN]))[0]


@settings(deadline=None)  # a loaded machine is no fault
@given(
    st.lists(
        st.tuples(st.integers(-1, 9), st.lists(st.integers(0, 2), min_size=5, max_size=5)), min_size=1, max_size=NEAREST
    )
)
def test_where_there_are_few_articles_no_pair_is_missed(articles: list[tuple[int, list[int]]]) -> None:
    """The windows find what comparing all pairs finds."""
    rows = rows_of([list(map(float, words)) for _, words in articles])
    days = np.array([day for day, _ in articles], np.int64)
    cosines = (rows @ rows.T).toarray()
    wanted = {
        (one, two)
        for one in range(len(days))
        for two in range(one + 1, len(days))
        if cosines[one, two] >= asked(days[one], days[two]) * 1.001
    }
    found = {(one, two) for _, one, two in near(rows, days)}
    assert wanted <= found
    assert all(cosines[one, two] >= asked(days[one], days[two]) * 0.999 for one, two in found)


def test_nobody_has_more_neighbours_than_is_allowed() -> None:
    """A hundred articles on one event do not make thousands of pairs."""
    pairs = list(near(rows_of([[1, 1]] * 100), np.zeros(100, np.int64)))
    assert 99 <= len(pairs) <= 100 * NEAREST


@pytest.mark.parametrize(("one", "other"), [(3, 3), (3, 3 + SPAN), (3, 4 + SPAN), (-1, 3), (3, -1), (-1, -1)])
def test_two_days_alone_ask_the_same_as_in_a_list(one: int, other: int) -> None:
    """What is asked of one pair is what is asked of it among many."""
    assert asked_of(one, other) == pytest.approx(asked(np.array([one]), np.array([other]))[0])
