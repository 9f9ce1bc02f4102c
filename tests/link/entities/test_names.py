"""Folding names, so that spellings of one compare equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.link.entities.names import fold, fold_body

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Orbán’s", "orban"),
        ("U.N.", "un"),
        ("  New\nYork ", "new york"),
        ("Erdoğan", "erdogan"),
        ("Jeffries'", "jeffries"),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    """Case, accents, full stops, possessives and line breaks do not count."""
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Harbour Board", "Harbour Board"),
        ("Verity Shipping Co. Ltd.", "Verity Shipping"),
        ("Okafor & Sons", "Okafor and Sons"),
        ("Organisation for Co-operation", "Organization for Cooperation"),
        ("Asia-Pacific Council", "Asia Pacific Council"),
        ("Department of Sailors’ Affairs", "Department of Sailors Affairs"),
        ("Ft. Verity", "Fort Verity"),
        ("Mt. Verity", "Mount Verity"),
        ("Saint Verity", "St. Verity"),
        ("Verity Prep", "Verity Preparatory"),
    ],
)
def test_bodies_fold_alike(one: str, other: str) -> None:
    """Leading article, legal form, ampersand and national spelling do not make two bodies."""
    assert fold_body(one) == fold_body(other)


@given(st.text(max_size=30))
def test_folding_never_fails_and_settles(text: str) -> None:
    """Any text folds, and what is folded has single spaces and no capitals."""
    folded = fold_body(text)
    assert folded == " ".join(folded.split())
    assert folded == folded.lower()
