"""Words that a capital makes look like names."""

import pytest

from tests.link.entities.clippings import entities

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("named", "small"),
    [("[O:Rescue]", "rescue " * 5), ("[X:Tide Gauge]", "a tide gauge. " * 3), ("[P:Slaughter]", "slaughter " * 8)],
)
def test_what_the_archive_prints_small_is_no_name(named: str, small: str) -> None:
    """A word or phrase that is printed far more often without a capital names nothing."""
    assert entities(f"{named} came late.", small) == ()


@pytest.mark.parametrize(
    ("named", "small"),
    [
        ("[O:Rescue]", "rescue " * 4),
        ("[O:Rescue], [O:Rescue]", "rescue " * 9),
        ("[P:Ada Slaughter], [P:Slaughter]", "slaughter " * 40),
        ("[O:AIDS]", "aids " * 40),
        ("[O:Congress], said a Republican", "congress " * 40),
    ],
)
def test_names_that_are_words_too_stay(named: str, small: str) -> None:
    """Rarer words, words that are often names, persons named in full, acronyms and what the tables know stay names."""
    assert len(entities(f"{named} came late.", small)) == 1
