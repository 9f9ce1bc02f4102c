"""Which articles are one story, and which of them it began with."""

from __future__ import annotations

import pytest

from morgue.link import link
from morgue.link.versions.stories import tell_stories
from morgue.model import Direction, Reuse, ReuseKind, uid
from tests.link.newsroom import affair, clipping

pytestmark = pytest.mark.unit


def row(
    article: int, other: int, kind: ReuseKind = "partial", score: float = 0.4, direction: Direction = "unknown"
) -> Reuse:
    """A row between two clippings."""
    return Reuse(article, other, kind, direction, score, score, {}, "test")


def groups(count: int, *rows: Reuse) -> list[tuple[int, ...]]:
    """The members of each story of so many clippings."""
    return [
        story.article_ids for story in tell_stories([clipping(n, f"Text {n}.") for n in range(1, count + 1)], rows)[0]
    ]


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


def test_quotes_in_common_do_not_make_a_story() -> None:
    """Two columns that quote the mayor are two stories."""
    assert groups(2, row(1, 2, "quotes", 0.9)) == [(1,), (2,)]


def test_a_little_background_in_common_does_not_make_a_story() -> None:
    """A tenth of the words says that one newsroom wrote both, not that they are one story."""
    assert groups(2, row(1, 2, score=0.1)) == [(1,), (2,)]


@pytest.mark.parametrize(
    ("kind", "first", "second", "joined"),
    [
        ("partial", "2024-03-01", "2024-03-20T08:00:00Z", True),
        ("partial", "2024-03-01", "2025-03-01", False),
        ("partial", "2024", "2025-03-01", True),
        ("copy", "2024-03-01", "2025-03-01", True),
    ],
)
def test_a_part_joins_articles_of_one_month_only(kind: ReuseKind, first: str, second: str, *, joined: bool) -> None:
    """A columnist's paragraphs of last year make no story; where a day isn't known, nothing speaks against it."""
    clippings = [clipping(1, "Text 1.", published=first), clipping(2, "Text 2.", published=second)]
    stories, _ = tell_stories(clippings, [row(1, 2, kind, score=0.9)])
    assert [story.article_ids for story in stories] == ([(1, 2)] if joined else [(1,), (2,)])


def test_a_chain_of_weak_links_does_not_glue_stories() -> None:
    """The third shares a part with the second, but nothing with the first, where the story began."""
    assert groups(3, row(2, 1, score=0.5, direction="of"), row(3, 2, score=0.4)) == [(1, 2), (3,)]


def test_a_weak_link_with_the_origin_is_enough() -> None:
    """Two parts of one article belong to its story, linked with each other or not."""
    assert groups(3, row(2, 1, score=0.5, direction="of"), row(3, 1, score=0.4, direction="of")) == [(1, 2, 3)]


def test_a_copy_of_a_copy_is_in_the_story() -> None:
    """A strong link joins, though the origin itself was cut beyond recognition."""
    assert groups(3, row(2, 1, "copy", 0.9, "of"), row(3, 2, "copy", 0.95, "of")) == [(1, 2, 3)]


def test_the_origin_is_what_most_others_were_made_from() -> None:
    """Not the first number, but the source of the others."""
    (story,) = tell_stories(
        [clipping(n, f"Text {n}.") for n in (1, 2, 3)],
        [row(1, 3, "copy", 0.9, "of"), row(2, 3, "copy", 0.9, "of"), row(2, 1, "copy", 0.9)],
    )[0]
    assert story.origin_id == 3
