"""A full name that is short for several people's."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit

BOTH = ["[P:Ada B. Okafor] spoke."] * 4 + ["[P:Ada C. Okafor] spoke."] * 4
REST = ["Nothing happened."] * 100


def test_an_article_that_names_one_of_them_means_her() -> None:
    """Ada Okafor beside Ada B. Okafor is she, though an Ada C. Okafor is known, too."""
    found = together(*BOTH, "[P:Ada B. Okafor] won. Later [P:Ada Okafor] left.", *REST)
    assert ["Ada B. Okafor"] * 5 + ["Ada Okafor"] in found


def test_any_other_article_leaves_it_open() -> None:
    """Which of the two a plain Ada Okafor is, an article that names neither does not tell."""
    found = together(*BOTH, "Later [P:Ada Okafor] left.", *REST)
    assert all("Ada Okafor" not in names for names in found)


def test_a_name_that_is_commoner_than_the_long_ones_is_somebody_s() -> None:
    """Where Ada Okafor is printed oftener than both, she is one of her own."""
    found = together(*BOTH, *["[P:Ada Okafor] left."] * 9, *REST)
    assert any(names.count("Ada Okafor") == 9 for names in found)
