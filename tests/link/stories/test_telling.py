"""Which articles are one story, and which of them it began with."""

from __future__ import annotations

import pytest

from morgue.link import link
from morgue.model import Clipping, Links, uid
from tests.link.newsroom import ORIGINAL, SAME_TOPIC, affair, clipping

pytestmark = pytest.mark.unit

# The same walkout as in the newsroom's original, by somebody who was there too.
OTHER_OUTLET = """\
Not one crate left the quays of Port Verity on Monday: some 1,200 dockers stayed away from the harbour in a strike \
over broken cranes.

Their union wants the city council to pay for new cables at once. Two drivers were hurt in February, when one of the \
three cranes dropped its load.

“Enough is enough,” union leader Ada Lindqvist shouted into a megaphone at the customs house.

Tomas Okafor, the mayor, has asked a state mediator for help. Talks with Lindqvist might begin on Thursday, his office \
said, but the council will not vote on money for the harbour before April.

Shipping firms are sending their captains to other ports."""


def told(*clippings: Clipping) -> Links:
    """What linking makes of the articles."""
    return link(clippings)


def groups(*clippings: Clipping) -> list[tuple[int, ...]]:
    """The members of each story."""
    return [story.article_ids for story in told(*clippings).stories]


def two(first: str, second: str) -> tuple[Clipping, Clipping]:
    """Two outlets' own accounts of one event, published on these days."""
    return (
        clipping(1, ORIGINAL, headline="Cranes idle, dockers walk out", published=first),
        clipping(2, OTHER_OUTLET, headline="Dockers of Port Verity on strike over cranes", published=second),
    )


def test_versions_are_one_story_and_all_others_stand_alone() -> None:
    """The original, its copy and its rewrite are one story; every article belongs to exactly one."""
    assert [story.article_ids for story in link(affair()).stories] == [(1, 2, 3), (4,), (5,), (6,)]


def test_the_story_has_its_origins_headline_and_a_lasting_name() -> None:
    """The headline is the origin's, and the name follows from the origin alone."""
    story = link(affair()).stories[0]
    assert (story.origin_id, story.headline) == (3, "Cranes idle, dockers walk out")
    assert story.uid == uid("story", affair()[2].article.uid)


def test_without_a_headline_the_lead_is_cut_at_a_word() -> None:
    """A long lead is cut between two words and says that it was cut."""
    headline = link(affair()).stories[2].headline
    assert len(headline) <= 101
    assert headline.endswith("…")
    assert affair()[4].article.lead.startswith(headline.removesuffix("…") + " ")


def test_what_two_outlets_write_of_one_event_is_one_story() -> None:
    """Neither has taken a sentence from the other."""
    assert groups(*two("2024-03-04", "2024-03-05")) == [(1, 2)]


def test_who_wrote_for_themselves_is_independent_in_the_story() -> None:
    """One story, and nobody is made from anybody."""
    versions = told(*two("2024-03-04", "2024-03-05")).versions
    assert [(each.derivation, each.derived_from) for each in versions] == [("independent", None)] * 2


def test_the_story_begins_with_the_earliest() -> None:
    """Whatever the order of the articles."""
    (story,) = told(*two("2024-03-05", "2024-03-04")).stories
    assert story.origin_id == 2


def test_a_month_apart_it_is_another_event() -> None:
    """The next strike has the same words."""
    assert groups(*two("2024-03-04", "2024-04-04")) == [(1,), (2,)]


def test_without_days_it_takes_more_to_be_one_event() -> None:
    """Nothing but words says that it is not the strike of another year."""
    texts = [OTHER_OUTLET.split("\n\n", maxsplit=1)[0] + "\n\n" + SAME_TOPIC, ORIGINAL]
    dated = [clipping(number, text, published="2024-03-04") for number, text in enumerate(texts, start=1)]
    undated = [clipping(number, text) for number, text in enumerate(texts, start=1)]
    assert (groups(*dated), groups(*undated)) == ([(1, 2)], [(1,), (2,)])


def test_what_is_dated_by_its_month_is_joined_by_copying_only() -> None:
    """Its month may be another one than that of the event; a copy is a copy whatever its date."""
    monthly = clipping(3, ORIGINAL, published="2024-03")
    assert groups(*two("2024-03-04", "2024-03")) == [(1,), (2,)]
    assert groups(*two("2024-03-04", "2024-03-05"), monthly) == [(1, 2, 3)]


def test_versions_stay_together_whatever_their_days() -> None:
    """A reprint a year later does not make the story of its original longer, and stays in it."""
    reprint = clipping(3, ORIGINAL, headline="From our archive: cranes idle", published="2025-03-04")
    assert groups(*two("2024-03-04", "2024-03-05"), reprint) == [(1, 2, 3)]


def test_each_family_of_versions_keeps_its_original() -> None:
    """A copy of one account is made from that one, not from the story's other account."""
    copy = clipping(3, OTHER_OUTLET, published="2024-03-06")
    links = told(*two("2024-03-04", "2024-03-05"), copy)
    assert [(each.derivation, each.derived_from) for each in links.versions] == [
        ("independent", None),
        ("original", None),
        ("copy", 2),
    ]
