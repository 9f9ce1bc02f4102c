"""Places and bodies that stand where the source has another."""

from __future__ import annotations

import pytest

from tests.link.discrepancies.versions import found, with_names

pytestmark = pytest.mark.unit

SEIZED = "The stolen organ pipes were seized in {} on a wet morning, after a tip from a retired bell founder."
PRINTED = "The bell founder had kept a diary of every pipe that he ever cast, {} reported on a wet morning."


@pytest.mark.parametrize(
    ("ours", "theirs"), [("Austria", "Hungary"), ("Kentucky", "Tennessee"), ("Tallinn", "Helsinki")]
)
def test_another_place_is_a_contradiction(ours: str, theirs: str) -> None:
    """Two countries, two states, two towns: they cannot both be meant."""
    here = with_names(1, SEIZED.format(ours), place=[ours])
    assert found(here, with_names(2, SEIZED.format(theirs), place=[theirs])) == [("place", ours, theirs)]


@pytest.mark.parametrize(("ours", "theirs"), [("Austria", "Vienna"), ("Tennessee", "Memphis"), ("Elmshire", "Ashby")])
def test_a_place_of_another_rank_is_none(ours: str, theirs: str) -> None:
    """A town lies in a country; of what the gazetteer doesn't know nobody can say."""
    here = with_names(1, SEIZED.format(ours), place=[ours])
    assert found(here, with_names(2, SEIZED.format(theirs), place=[theirs])) == []


def test_a_place_that_the_source_names_beside_it_is_none() -> None:
    """The version has it from the next sentence."""
    here = with_names(1, SEIZED.format("Austria"), place=["Austria"])
    there = with_names(2, SEIZED.format("Hungary") + " They had been cast in Austria.", place=["Hungary", "Austria"])
    assert found(here, there) == []


def test_two_places_in_a_sentence_leave_it_open() -> None:
    """Which of them stands for which, nobody can say."""
    here = with_names(1, SEIZED.format("Austria and Italy"), place=["Austria", "Italy"])
    assert found(here, with_names(2, SEIZED.format("Hungary"), place=["Hungary"])) == []


def test_another_body_is_a_contradiction() -> None:
    """One paper's report is given to another."""
    here = with_names(1, PRINTED.format("Daily Lantern"), organization=["Daily Lantern"])
    there = with_names(2, PRINTED.format("Quay Gazette"), organization=["Quay Gazette"])
    assert found(here, there) == [("name", "Daily Lantern", "Quay Gazette")]


@pytest.mark.parametrize("theirs", ["DL", "Lantern", "Dayly Lanternn", "Lantern Group"])
def test_a_body_by_another_of_its_names_is_none(theirs: str) -> None:
    """Initials, a part of the name, another spelling."""
    here = with_names(1, PRINTED.format("Daily Lantern"), organization=["Daily Lantern"])
    assert found(here, with_names(2, PRINTED.format(theirs), organization=[theirs])) == []


def test_a_body_that_the_source_names_elsewhere_is_none() -> None:
    """Bodies have many names and parts: only what the source doesn't know at all is told."""
    here = with_names(1, PRINTED.format("Daily Lantern"), organization=["Daily Lantern"])
    tail = "\n\nIt rained.\n\nIt snowed.\n\nNobody at Daily Lantern would comment on the weather."
    there = with_names(2, PRINTED.format("Quay Gazette") + tail, organization=["Quay Gazette", "Daily Lantern"])
    assert found(here, there) == []


def test_where_something_happens_is_a_place() -> None:
    """A hall is a body to the model; what stands behind “at” on both sides is where it was."""
    said = "The bell founder showed every pipe that he ever cast at the {} to children on a wet morning."
    here = with_names(1, said.format("Corn Exchange"), organization=["Corn Exchange"])
    there = with_names(2, said.format("Guild House"), organization=["Guild House"])
    assert found(here, there) == [("place", "Corn Exchange", "Guild House")]
