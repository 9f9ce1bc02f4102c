"""What each article is within its story."""

from __future__ import annotations

import pytest

from morgue.link import link
from morgue.link.versions.derivation import by_pair, settle, versions
from morgue.model import Reuse, ReuseKind, Version
from tests.link.newsroom import affair

pytestmark = pytest.mark.unit


def reuse(article: int, other: int, kind: ReuseKind = "rewrite", score: float = 0.7) -> Reuse:
    """A row that says `article` was made from `other`."""
    return Reuse(article, other, kind, "of", 0.5, score, {}, "test")


def told(members: list[int], *rows: Reuse) -> list[tuple[str, int | None]]:
    """What each member is, in the order given, the origin first."""
    return [(version.derivation, version.derived_from) for version in versions(members, by_pair(rows))]


def test_the_affair_has_one_original() -> None:
    """The credited article is the original, the others what they are; who only quotes derives from nobody."""
    assert link(affair()).versions == (
        Version(1, "copy", 3),
        Version(2, "rewrite", 3),
        Version(3, "original", None),
        Version(4, "independent", None),
        Version(5, "independent", None),
        Version(6, "independent", None),
    )


def test_a_rewrite_of_two_versions_is_of_the_origin() -> None:
    """Of two equal kinds of link the one with the origin counts, even where the other is a little closer."""
    assert told([1, 2, 3], reuse(2, 1), reuse(3, 1, score=0.7), reuse(3, 2, score=0.85))[2] == ("rewrite", 1)


def test_a_rewrite_of_a_later_version_is_of_that_version() -> None:
    """Much closer to a version than to the origin: the version was the source."""
    assert told([1, 2, 3], reuse(2, 1), reuse(3, 1, "partial", 0.3), reuse(3, 2, score=0.9))[2] == ("rewrite", 2)


def test_a_copy_of_a_rewrite_is_that_rewrites_copy() -> None:
    """Who has the rewrite's own words took them from the rewrite."""
    assert told([1, 2, 3], reuse(2, 1), reuse(3, 1), reuse(3, 2, "copy", 0.99))[2] == ("copy", 2)


def test_who_is_not_linked_with_origin_or_source_is_independent() -> None:
    """A member of the story that was made from nobody in it stays independent."""
    assert told([1, 2, 3], reuse(2, 1))[2] == ("independent", None)


def test_a_story_of_one_has_no_original() -> None:
    """An article that nobody used is independent."""
    assert told([7]) == [("independent", None)]


def test_nobody_derives_from_a_less_original_version() -> None:
    """Rows that go in a circle do not make a circle of versions."""
    assert told([1, 2, 3], reuse(2, 3), reuse(3, 2), reuse(3, 1)) == [
        ("original", None),
        ("independent", None),
        ("rewrite", 1),
    ]


def test_a_direction_along_the_line_of_descent_stays() -> None:
    """A copy's copy is of the first as well."""
    rows = (reuse(2, 1, "copy"), reuse(3, 2, "copy"), reuse(3, 1, "rewrite"))
    assert settle(rows, (Version(1, "original", None), Version(2, "copy", 1), Version(3, "copy", 2))) == rows
