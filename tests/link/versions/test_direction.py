"""Which of two articles is the source of the other, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from morgue.link.versions.direction import lean
from morgue.model import Clipping, Source
from tests.link.newsroom import ORIGINAL, TRUNCATED, clipping

pytestmark = pytest.mark.unit


def of(outlet: str, made: Clipping) -> Clipping:
    """The clipping as an outlet's."""
    return replace(made, article=replace(made.article, source=Source(outlet)))


def test_the_fuller_text_is_the_source_where_two_newsrooms_print_it() -> None:
    """An editor cuts what he takes: length speaks for the one, the earlier date for the other."""
    cut = of("Courier", clipping(1, TRUNCATED, published="2024-03-01"))
    whole = of("Gazette", clipping(2, ORIGINAL, published="2024-03-02"))
    assert lean(cut, whole).for_first == ("earlier",)
    assert lean(cut, whole).for_second == ("longer", "more quotes")


@pytest.mark.parametrize(("wire", "outlets"), [("Associated Press", ("Gazette", "Courier")), ("", ("Gazette",) * 2)])
def test_a_newsrooms_own_story_grows(wire: str, outlets: tuple[str, str]) -> None:
    """The later version of one agency or outlet is longer because it is later: only the date tells."""
    early = of(outlets[0], clipping(1, TRUNCATED, published="2024-03-01T08:00:00Z", wire=wire))
    late = of(outlets[1], clipping(2, ORIGINAL, published="2024-03-01T17:00:00Z", wire=wire))
    assert lean(early, late).for_first == ("earlier version",)
    assert lean(early, late).for_second == ()
    assert lean(late, early).weight == -lean(early, late).weight < 0


def test_without_dates_nobody_knows_which_of_a_newsrooms_versions_came_first() -> None:
    """The longer one may have grown, or the shorter one been cut."""
    short, long = (of("Gazette", clipping(n, text)) for n, text in enumerate((TRUNCATED, ORIGINAL), 1))
    assert lean(short, long).weight == 0


def test_a_wording_that_others_bear_out_speaks_for_its_article() -> None:
    """The other one has altered what was said."""
    one, other = clipping(1, ORIGINAL), clipping(2, ORIGINAL)
    assert lean(one, other, (False, True)).for_second == ("untouched quotes",)
    assert lean(one, other, (False, True)).weight < 0


AGENCY = "Northern Press Agency"


def test_an_agency_that_prints_days_later_is_not_the_source() -> None:
    """Its name says nothing against an earlier day: the date decides."""
    outlet = of("Courier", clipping(1, ORIGINAL, published="2024-03-01"))
    agency = of("Gazette", clipping(2, ORIGINAL, published="2024-03-02", wire=AGENCY))
    assert lean(outlet, agency).for_first == ("earlier",)
    assert lean(outlet, agency).for_second == ()


def test_hours_say_nothing_between_an_agency_and_an_outlet() -> None:
    """An agency's story is dated by whoever prints it: on one day its name tells."""
    outlet = of("Courier", clipping(1, ORIGINAL, published="2024-03-01T08:00:00Z"))
    agency = of("Gazette", clipping(2, ORIGINAL, published="2024-03-01T17:00:00Z", wire=AGENCY))
    assert lean(outlet, agency).for_first == ()
    assert lean(outlet, agency).for_second == ("agency",)


def test_who_credits_an_agency_has_it_from_there() -> None:
    """Whatever the dates say, and the taker's credit does not speak for the taker."""
    credit = f"The {AGENCY} contributed to this report."
    taker = of("Courier", clipping(1, ORIGINAL, published="2024-03-01", credit=credit))
    agency = of("Gazette", clipping(2, ORIGINAL, published="2024-03-03", wire=AGENCY))
    assert lean(taker, agency).for_first == ("earlier",)
    assert lean(taker, agency).for_second == ("credited", "agency")
    assert lean(taker, agency).weight < 0


def test_an_agencys_own_credit_speaks_for_it() -> None:
    """One version names who reported it, the other does not."""
    credited = clipping(1, ORIGINAL, wire=AGENCY, credit=f"{AGENCY} writer Berg reported.")
    assert lean(credited, clipping(2, ORIGINAL, wire=AGENCY)).for_first == ("credit",)
