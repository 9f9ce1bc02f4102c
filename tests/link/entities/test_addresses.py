"""Addresses outlast rebuilds: through more articles, other spellings, new evidence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.model import Entity
from tests.link.entities.clippings import entities

pytestmark = pytest.mark.unit


def leads_to(found: tuple[Entity, ...], uid: str) -> list[str]:
    """The names of the entities that a uid leads to, by being theirs or having been."""
    return [entity.name for entity in found if uid == entity.uid or uid in entity.former_uids]


def test_another_majority_of_kinds_leaves_the_uid() -> None:
    """A name that most articles now call a body keeps the uid that it had as a place."""
    (before,) = entities("[L:Port Verity]")
    (after,) = entities("[L:Port Verity]", "[O:Port Verity] and [O:Port Verity]")

    assert (before.kind, after.kind) == ("place", "organization")
    assert before.uid == after.uid


def test_another_commonest_name_leaves_the_old_uid_leading_there() -> None:
    """Where another spelling of the given name becomes the commonest, links to the old uid go on working."""
    (before,) = entities("[P:Grygorij Marlov]")
    after = entities("[P:Grygorij Marlov]", "[P:Grygoryj Marlov] and [P:Grygoryj Marlov]")

    assert leads_to(after, before.uid) == ["Grygoryj Marlov"]


def test_a_lone_surname_that_finds_its_bearer_takes_its_uid_along() -> None:
    """When the archive learns who Okafor is, the page of the lone surname leads to that person."""
    (lone,) = entities("[P:Okafor] sailed.")
    known = entities("[P:Okafor] sailed.", "[P:Ada Okafor] landed.")

    assert leads_to(known, lone.uid) == ["Ada Okafor"]


def test_a_body_that_turns_out_a_person_takes_its_uid_along() -> None:
    """A surname that was labelled as a body leads to the person it belongs to, once the archive knows."""
    (body,) = entities("[O:Okafor] sailed.")
    person = entities("[O:Okafor] sailed.", "[P:Ada Okafor] landed. [P:Okafor] slept. [P:Okafor] ate.")

    assert leads_to(person, body.uid) == ["Ada Okafor"]


def test_a_uid_that_two_could_claim_leads_nowhere() -> None:
    """A lone surname of which two are bearers now is nobody's: better no page than the wrong one."""
    (lone,) = entities("[P:Okafor] sailed.")
    family = entities("[P:Ada Okafor] landed. [P:Okafor] slept.", "[P:Ben Okafor] rose. [P:Okafor] ate.")

    assert len(family) == 2
    assert leads_to(family, lone.uid) == []


def test_former_uids_never_hide_an_entity() -> None:
    """No uid that an entity has today is listed as another's former one."""
    found = entities("[P:Ada Okafor] and [O:Okafor], a shop", "[O:Okafor] and [O:Okafor] closed", "[P:Okafor] wrote.")
    taken = {entity.uid for entity in found}

    assert [former for entity in found for former in entity.former_uids if former in taken] == []


NAMES = st.sampled_from(
    ["[P:Ada Okafor]", "[P:Okafor]", "[P:Ada B. Okafor]", "[P:Ada Cleo Okafor]", "[P:Ada Dora Okafor]",
     "[P:Ben Okafor]", "[P:Okafor Jr.]", "[O:Okafor]", "[L:Okafor]", "[O:Harbour Board]", "[O:Board]", "[O:HB]",
     "[G:American]", "[L:US]"]
)  # fmt: skip
TEXTS = st.lists(st.lists(NAMES, min_size=1, max_size=5).map(" said ".join), min_size=1, max_size=3)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_an_address_never_leads_to_somebody_else(before: list[str], added: list[str]) -> None:
    """However the archive grows, a uid leads to one that prints a form of before, or nowhere."""
    grown = entities(*before, *added)
    for entity in entities(*before):
        found = [each for each in grown if entity.uid == each.uid or entity.uid in each.former_uids]
        assert len(found) <= 1
        assert all({a.name for a in entity.aliases} & {a.name for a in each.aliases} for each in found)
