"""How much a word tells of an event."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from morgue.link.stories.rarity import AROUND, common_words, shares, weighed
from tests.link.newsroom import clipping

pytestmark = pytest.mark.unit


def rows_of(words: list[list[float]]) -> sparse.csr_matrix:
    """Rows of how much each article says each word."""
    return sparse.csr_matrix(np.array(words, np.float32))


def test_words_that_news_is_full_of_are_known() -> None:
    """A small archive need not find out by itself that everybody says things."""
    said, crane = common_words(["said", "crane"])
    assert said > 0.3
    assert crane == 0


def test_few_articles_hardly_change_what_is_known_and_many_do() -> None:
    """Ten articles full of a word make it no common word, ten thousand do."""
    few, many = (
        shares(rows_of([[1]] * count), np.zeros(1), [clipping(1, "Text.")] * count)[0] for count in (10, 10_000)
    )
    assert few < 0.1
    assert many > 0.9


def test_what_is_known_of_english_does_not_count_in_other_languages() -> None:
    """There the archive alone tells what is common."""
    german = [clipping(1, "Text.", language="de")] * 4
    assert list(shares(rows_of([[1, 0], [1, 0], [1, 1], [1, 0]]), common_words(["die", "said"]), german)) == [1, 0.25]


def test_the_name_of_a_running_affair_tells_little() -> None:
    """A word that the weeks around are full of weighs less than one that is new today, however rare both are at all."""
    before = [[1.0, 0.0]] * 60
    rows = weighed(rows_of([*before, [1, 1]]), np.full(2, 0.001), np.array([100 - AROUND[0]] * 60 + [100]))
    assert rows[60, 0] < rows[60, 1] / 2


def test_the_days_next_to_an_article_do_not_count() -> None:
    """They tell of its own event: what many print then is not common for that."""
    beside = [[1.0, 0.0]] * 60
    rows = weighed(rows_of([*beside, [1, 1]]), np.full(2, 0.001), np.array([99] * 60 + [100]))
    assert rows[60, 0] == pytest.approx(rows[60, 1])


def test_only_the_weeks_around_count() -> None:
    """What stood in the papers two months ago is forgotten."""
    past = [[1.0, 0.0]] * 60
    rows = weighed(rows_of([*past, [1, 1]]), np.full(2, 0.001), np.array([40] * 60 + [100]))
    assert rows[60, 0] == pytest.approx(rows[60, 1])
