"""The company that names keep."""

import pytest

from morgue.link.entities.company import company_of
from tests.link.entities.clippings import clippings

pytestmark = pytest.mark.unit

FILLER = ("It rained in ward seven.",) * 40
STORY = "[P:Ada Okafor] met the [O:Guild of Ferrymen] in [L:Tarnhaven]."


def test_two_articles_among_the_same_names_are_alike() -> None:
    """The cosine of the names of two articles is 1 where these are the same, and the names are told."""
    shared = company_of(clippings(STORY, STORY, *FILLER)).shared([1], [2])
    assert shared.closest == pytest.approx(1.0)
    assert shared.names == ("ada okafor", "guild of ferrymen", "tarnhaven")


def test_nobody_speaks_for_himself() -> None:
    """Names that have a word of those who are compared are left out."""
    themselves = frozenset({"ada", "guild", "tarnhaven"})
    assert company_of(clippings(STORY, STORY, *FILLER)).shared([1], [2], themselves).closest == 0


def test_what_many_articles_print_tells_nothing() -> None:
    """A name in more than a tenth of the articles is nobody's company."""
    shared = company_of(clippings(STORY, STORY, *["[L:Tarnhaven] again."] * 40)).shared([1], [2])
    assert "tarnhaven" not in shared.names


def test_an_article_that_prints_both_is_counted_and_compared_with_none() -> None:
    """Two names of one article share its company anyway, which tells nothing."""
    shared = company_of(clippings(STORY, STORY, *FILLER)).shared([1], [1])
    assert (shared.together, shared.closest, shared.known) == (1, 0, 0)


def test_the_share_of_the_rarer_ones_company() -> None:
    """`known` tells how much of the first one's company the other's articles have, too."""
    other = "[L:Tarnhaven] and [P:Ada Okafor] and [O:Bank of Reeds] and [O:Bank of Reeds]."
    company = company_of(clippings(STORY, other, "[O:Guild of Ferrymen] and [O:Bank of Reeds].", *FILLER))
    assert company.shared([1], [2]).known == pytest.approx(2 / 3)


def test_what_every_article_names_tells_nothing() -> None:
    """A name in both of two articles weighs nothing, so that it makes them no more alike."""
    company = company_of(clippings("[P:Ada Okafor] and [O:Harbour Guild]", "[P:Ada Roe] and [O:Harbour Guild]"))
    assert company.shared([1], [2]).closest == 0.0
