"""Printed names of authors, taken apart only where that is no guess."""

from __future__ import annotations

import pytest

from morgue.browse.citing.names import Name, name

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("printed", "family", "given", "suffix"),
    [
        ("Mara Ellis", "Ellis", "Mara", ""),
        ("Ursula van der Berg", "van der Berg", "Ursula", ""),
        ("John P. Doe Jr.", "Doe", "John P.", "Jr."),
        ("John Doe, III", "Doe", "John", "III"),
        ("José María Öberg", "Öberg", "José María", ""),
    ],
)
def test_a_persons_name_is_taken_apart(printed: str, family: str, given: str, suffix: str) -> None:
    """The last word is the family name, with the particle before it and without what comes behind."""
    assert name(printed) == Name(family, given, suffix)


@pytest.mark.parametrize(
    "printed",
    ["Ellis", "Herald Staff", "Northern Press Agency", "Ellis, Mara", "山田 太郎", "Barnes and Noble", "Desk 4", ""],
)
def test_other_names_stay_whole(printed: str) -> None:
    """Newsrooms, single words, other scripts, and what already stands in another order."""
    assert name(printed) == Name(printed)
