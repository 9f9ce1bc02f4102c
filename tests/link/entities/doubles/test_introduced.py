"""Two names that an article says are one bearer's."""

import pytest

from tests.link.entities.clippings import together

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("said", "later"),
    [
        ("[P:Stella Marsh], also known as [P:Gale Flint], spoke.", "[P:Gale Flint] left."),
        ("[P:Stella Marsh] (a.k.a. “[X:Gale Flint]”) spoke.", "[P:Stella Marsh] left."),
        ("The [O:Lochend Inlet Camp], better known as [L:Licmo], closed.", "[L:Licmo] opened."),
        ("The [O:Kettle Review Board], or [P:KRB], met.", "[P:KRB] met."),
        ("The [O:Kettle Works], now called [O:Lochend Mill], closed.", "[O:Lochend Mill] opened."),
        ("The [O:Lochend Guards] known as the [O:YKG] left.", "The [O:YKG] met."),
        ("The [O:Lochend Mill] (formerly [O:Kettle Works]) left.", "The [O:Lochend Mill] met."),
    ],
)
def test_a_second_name_that_an_article_introduces_is_the_same(said: str, later: str) -> None:
    """Known as, a.k.a.; initials behind “or”."""
    assert len(together(said, later)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "[P:Stella Marsh] or [P:Gale Flint] spoke.",
        "[P:Stella Marsh] also called [P:Gale Flint] names.",
        "Flint, also known as [P:Gale], met [P:Stella Marsh].",
        "The deal with [L:Iran], also known as the [X:Lochend Deal], failed.",
        "A district of [L:Leith] known as [L:Lochend] met.",
        "The [O:Kettle Board] called [O:Lochend Mill] names.",
    ],
)
def test_others_beside_each_other_stay_two(said: str) -> None:
    """What may be two, and what a table knows, is left alone."""
    assert len(together(said)) == 2
