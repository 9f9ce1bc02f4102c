"""Short forms that stand for themselves where their article does not say whose they are."""

import pytest

from tests.link.entities.clippings import entities, together

pytestmark = pytest.mark.unit

COMPANY = "[O:Tide Guild] met [L:Saltmarsh] folk and [P:Lena Moss]."
NAMED = f"[P:Osric Vandermeer] spoke. [P:Osric] left. {COMPANY}"
OTHER = f"[P:Osric Halloran] spoke. [P:Osric] left. {COMPANY}"


def people(*marked: str) -> list[list[str]]:
    """The entities that have a form “Osric”, in articles beside others that are silent of everybody."""
    return [forms for forms in together(*marked, *["[L:Kauhava] was quiet."] * 60) if "Osric" in forms]


def test_a_given_name_alone_is_the_one_whom_others_call_so() -> None:
    """Where three articles call one person so and nobody else, and the company is the same, it is that person."""
    assert len(people(*[NAMED] * 3, f"[P:Osric] came. {COMPANY}")) == 1


def test_without_company_it_stays_alone() -> None:
    """Among names that its bearer never stands among, a short form may be anybody."""
    assert len(people(*[NAMED] * 3, "[P:Osric] came to [L:Zagora] with [P:Ida Brandt].")) == 2


def test_what_two_are_called_is_nobodys() -> None:
    """Where articles call two people so, a third article's is left alone."""
    assert len(people(*[NAMED] * 3, *[OTHER] * 3, f"[P:Osric] came. {COMPANY}")) == 3


def test_what_is_called_so_once_is_not_known_by_it() -> None:
    """One article that calls somebody so says nothing of others."""
    assert len(people(NAMED, f"[P:Osric] came. {COMPANY}")) == 2


def test_the_short_form_is_not_shown_for_the_whole() -> None:
    """However often articles print it alone, the full name is the one to show."""
    named = NAMED + " [P:Osric] slept. [P:Osric] woke."
    quiet = ["[L:Kauhava] was quiet."] * 60
    found = entities(*[named] * 3, f"[P:Osric] came. [P:Osric] ate. [P:Osric] sang. [P:Osric] left. {COMPANY}", *quiet)
    assert [entity.name for entity in found if "Osric" in entity.name] == ["Osric Vandermeer"]
