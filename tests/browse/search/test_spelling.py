"""Spelling: what was perhaps meant, where a word is nowhere in the archive."""

from __future__ import annotations

import pytest

from tests.browse.conftest import Search

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("puttin", "Putin"),
        ("Lindquist", "Lindqvist"),
        ("librery", "library"),
        ("puttin librery", "Putin library"),
        ('"Port Varity"', '"Port Verity"'),
        ("+puttin -fish", "+Putin -fish"),
    ],
)
def test_an_unknown_word_is_replaced_by_the_likeliest(search: Search, typed: str, meant: str) -> None:
    """The word most alike among names and headlines takes its place; the rest of the query stays."""
    assert search(f"q={typed.replace('+', '%2B')}").suggestion == meant


@pytest.mark.parametrize("typed", ["putin", "zzyzx", "", "-puttin", "ab", "2022"])
def test_no_suggestion_where_none_helps(search: Search, typed: str) -> None:
    """Known words, words like nothing else, and what is left out bring no suggestion."""
    assert search(f"q={typed}").suggestion is None


def test_a_suggestion_has_an_address(search: Search) -> None:
    """The suggested search keeps everything else."""
    assert search("q=puttin&sort=oldest").suggestion_address == "/search?q=Putin&sort=oldest"
