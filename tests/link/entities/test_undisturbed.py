"""Linking without the search for cycles."""

from __future__ import annotations

import gc

import pytest

from morgue.link.entities.undisturbed import undisturbed

pytestmark = pytest.mark.unit


def test_the_search_waits_and_goes_on_afterwards() -> None:
    """Within the block nothing is searched; behind it the search is on as before."""
    with undisturbed():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error() -> None:
    """Whatever fails within the block leaves the search on."""
    with pytest.raises(ValueError, match="garbled"), undisturbed():
        raise ValueError("garbled")
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    """Who switched it off before finds it off."""
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
