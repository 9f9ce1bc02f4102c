"""How names are looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model.names import LONGEST, lookup_key, lookup_keys

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("São  Tomé-Press", "sao tome press"),
        ("O’Neill & Sons", "o neill sons"),
        ("ŁÓDŹ", "łodz"),
        ("«»", ""),
        ("Volkswagen AG (VW)", "volkswagen ag vw"),
    ],
)
def test_case_accents_and_marks_make_no_difference(name: str, key: str) -> None:
    """A key is small letters and digits with single spaces."""
    assert lookup_key(name) == key


def test_a_name_is_found_from_each_of_its_words() -> None:
    """But not from small words in the middle."""
    assert list(lookup_keys("The Bank of Upper Quay")) == [
        "the bank of upper quay",
        "bank of upper quay",
        "upper quay",
        "quay",
    ]


@given(st.text(max_size=80))
def test_a_key_is_its_own_key(name: str) -> None:
    """Whatever is typed, looking up its key finds the same; and no key is longer than what is kept."""
    assert lookup_key(lookup_key(name)) == lookup_key(name)
    assert all(0 < len(key) <= LONGEST for key in lookup_keys(name))
