"""Versions of one address: one story, the newer made from the older."""

from __future__ import annotations

from dataclasses import replace

import pytest

from morgue.link import link
from morgue.link.versions.same_address import Sighting, older_first
from morgue.model import Clipping, Links, Reuse
from tests.link.newsroom import ORIGINAL, REWRITE, SAME_TOPIC, TRUNCATED, clipping

pytestmark = pytest.mark.unit

PAGE = "https://herald.example/harbour"
PARAGRAPHS = ORIGINAL.split("\n\n")
BULLETIN = "\n\n".join(PARAGRAPHS[:2])
UPDATED = "\n\n".join(
    [*PARAGRAPHS[:4], "Divers found the rusted cable on the bed of the river on Friday.", *PARAGRAPHS[6:]]
)


def captured(number: int, text: str, day: int, address: str = PAGE, **head: str) -> Clipping:
    """What stood at an address on that day of March."""
    made = clipping(number, text, (), **head, address=address)
    document = replace(made.article.document, read_at=f"2024-03-{day:02}T00:00:00Z")
    return replace(made, article=replace(made.article, document=document))


def row(links: Links, one: int = 1, two: int = 2) -> Reuse:
    """The row of two articles, whichever way round."""
    (found,) = (each for each in links.reuse if {each.article_id, each.other_id} == {one, two})
    return found


def descent(links: Links) -> list[tuple[str, int | None]]:
    """What each article is, and what it was made from."""
    return [(version.derivation, version.derived_from) for version in links.versions]


def test_the_later_capture_is_made_from_the_earlier() -> None:
    """Though it has a credit and is the longer: at one address time decides, and the evidence says so."""
    links = link([captured(1, ORIGINAL, 2, credit="Berg reported."), captured(2, TRUNCATED, 1)])
    found = row(links)
    assert (found.article_id, found.other_id, found.direction, found.decided_by) == (1, 2, "of", "same address")
    assert found.evidence["source"] == ["same address", "captured earlier"]
    assert descent(links) == [("copy", 2), ("original", None)]


def test_what_the_pages_say_of_their_change_counts_before_the_capture() -> None:
    """Files that were copied have the times of the copying."""
    found = row(
        link(
            [
                captured(1, ORIGINAL, 1, published="2024-03-01", updated="2024-03-02T16:00:00Z"),
                captured(2, UPDATED, 2, published="2024-03-01", updated="2024-03-02T09:00:00Z"),
            ]
        )
    )
    assert (found.article_id, found.evidence["source"]) == (1, ["same address", "changed earlier"])


def test_a_change_that_only_one_page_states_is_no_reason() -> None:
    """Then the captures tell."""
    found = row(link([captured(1, ORIGINAL, 2), captured(2, UPDATED, 1, published="2024-03-05")]))
    assert (found.article_id, found.evidence["source"]) == (1, ["same address", "captured earlier"])


def test_at_the_same_moment_the_heads_tell_the_direction() -> None:
    """As they do of any two articles."""
    found = row(link([captured(1, ORIGINAL, 1), captured(2, TRUNCATED, 1, credit="Berg reported.")]))
    assert (found.article_id, found.direction, found.decided_by) == (1, "of", "same address")
    assert found.evidence["source"] == ["credit"]


def test_a_bulletin_and_what_became_of_it_are_one_story() -> None:
    """However little of the report was there at first: with one address it need not be more."""
    expanded = "\n\n".join([*PARAGRAPHS[1:2], *REWRITE.split("\n\n")[2:]])
    links = link([captured(1, BULLETIN, 1), captured(2, expanded, 2), clipping(3, SAME_TOPIC)])
    assert [story.article_ids for story in links.stories] == [(1, 2), (3,)]
    assert descent(links)[1][1] == 1
    assert row(links).decided_by == "same address"


def test_what_shares_only_the_headline_is_a_part() -> None:
    """A page whose text was taken down is still the same article's page."""
    links = link(
        [
            captured(1, ORIGINAL, 1, headline="Dockers walk out"),
            captured(2, "We have withdrawn our report.", 2, headline="Dockers Walk Out"),
        ]
    )
    assert (row(links).kind, descent(links)) == ("partial", [("original", None), ("partial", 1)])


def test_a_front_page_is_no_version_of_itself() -> None:
    """One address, something else each day: two stories."""
    links = link([captured(1, ORIGINAL, 1), captured(2, SAME_TOPIC, 2)])
    assert links.reuse == ()
    assert len(links.stories) == 2


def test_each_version_is_of_the_one_before() -> None:
    """A row of captures is a line of descent, and the first of them is where the story began."""
    links = link([captured(1, UPDATED, 3), captured(2, ORIGINAL, 2), captured(3, TRUNCATED, 1)])
    assert descent(links) == [("copy", 2), ("copy", 3), ("original", None)]
    assert links.stories[0].origin_id == 3


def test_a_page_that_became_another_ones_copy_is_their_copy() -> None:
    """A paper's own bulletin that was replaced by the agency's report is that report now."""
    agency = clipping(3, ORIGINAL, wire="Northern Press Agency", published="2024-03-01")
    links = link([captured(1, BULLETIN + "\n\n" + SAME_TOPIC, 1), captured(2, TRUNCATED, 2), agency])
    assert descent(links)[1] == ("copy", 3)


def test_other_addresses_are_left_to_the_words() -> None:
    """Two pages of one site are no versions for that."""
    links = link([captured(1, ORIGINAL, 1), captured(2, UPDATED, 2, address=f"{PAGE}/2")])
    assert row(links).decided_by != "same address"


def test_only_those_of_one_address_change_places() -> None:
    """The others stay where their evidence has put them."""
    seen = {3: Sighting("", "2024-03-02", PAGE), 1: Sighting("", "2024-03-01", PAGE)}
    assert older_first([2, 3, 4, 1], seen) == [2, 1, 4, 3]
