"""Which articles share word runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.link.versions import sharing
from morgue.link.versions.sharing import shared_grams

pytestmark = pytest.mark.unit


def spread(numbers: Sequence[int] | set[int]) -> np.ndarray:
    """Small numbers as hashes: anywhere among 64 bits, in order."""
    hashes = [n * 0x9E3779B97F4A7C15 % 2**64 for n in numbers]
    return np.array(sorted(hashes), np.uint64)


def pairs(articles: Sequence[np.ndarray], least: int = 1) -> dict[tuple[int, int], int]:
    """The pairs and how many each shares."""
    found = shared_grams(articles, least)
    return {(int(a), int(b)): int(n) for a, b, n in zip(found.here, found.there, found.counts, strict=True)}


@given(st.lists(st.sets(st.integers(0, 60), max_size=30), max_size=12))
def test_every_pair_comes_with_what_it_shares(articles: list[set[int]]) -> None:
    """As many 5-grams as the two have in common; pairs without any are not there."""
    wanted = {
        (one, other): len(articles[one] & articles[other])
        for one, other in combinations(range(len(articles)), 2)
        if articles[one] & articles[other]
    }
    assert pairs([spread(each) for each in articles]) == wanted


def test_pairs_that_share_too_little_are_left_out() -> None:
    """The least is what a pair must share."""
    articles = [spread(each) for each in ({1, 2, 3}, {2, 3, 4}, {3, 4, 5})]
    assert pairs(articles, 2) == {(0, 1): 2, (1, 2): 2}


def test_pairs_come_in_order() -> None:
    """The lower place first, and by it."""
    found = shared_grams([spread({1, 2}), spread({1}), spread({1, 2})], 1)
    assert list(zip(found.here.tolist(), found.there.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]


def test_what_went_everywhere_joins_neighbours_only() -> None:
    """Of very many articles with the same words each meets the next, not each all others."""
    count = sharing.RARE + 5
    assert sorted(pairs([spread({1, 2, 3})] * count)) == [(place, place + 1) for place in range(count - 1)]


def test_many_pairs_are_counted_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the blocks, the counts are the same."""
    articles = [spread(range(place, place + 20)) for place in range(12)]
    whole = pairs(articles)
    monkeypatch.setattr(sharing, "PAIRS_AT_ONCE", 5)
    assert pairs(articles) == whole


def test_in_a_large_archive_a_sample_stands_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies are found by every third 5-gram too, and by about a third of the count."""
    monkeypatch.setattr(sharing, "MOST_GRAMS", 1_000)
    articles = [spread(range(900)), spread(range(900)), spread(range(5_000, 5_600))]
    found = shared_grams(articles, 4)
    assert (found.step, found.here.tolist(), found.there.tolist()) == (3, [0], [1])
    assert 250 < found.counts[0] < 350


def test_one_word_run_of_a_sample_is_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pair must share two of those looked at, however few the least would be of so thin a sample."""
    alike = [spread({0, number}) for number in range(1, 7)]  # 0 hashes to 0, which every sample has
    assert pairs(alike, 1)
    monkeypatch.setattr(sharing, "MOST_GRAMS", 4)
    assert pairs(alike, 4) == {}
