"""Which articles are versions of one another, and which of them is the original."""

from __future__ import annotations

import pytest

from morgue.link.versions.families import families
from morgue.model import Direction, Reuse, ReuseKind
from tests.link.newsroom import clipping

pytestmark = pytest.mark.unit


def row(
    article: int, other: int, kind: ReuseKind = "partial", score: float = 0.4, direction: Direction = "unknown"
) -> Reuse:
    """A row between two clippings."""
    return Reuse(article, other, kind, direction, score, score, {}, "test")


def groups(count: int, *rows: Reuse) -> list[tuple[int, ...]]:
    """The members of each family of so many clippings."""
    found, _ = families([clipping(n, f"Text {n}.") for n in range(1, count + 1)], rows)
    return [tuple(sorted(members)) for members in found]


def test_quotes_in_common_do_not_make_a_family() -> None:
    """Two columns that quote the mayor are no versions of each other."""
    assert groups(2, row(1, 2, "quotes", 0.9)) == [(1,), (2,)]


def test_a_little_background_in_common_does_not_make_a_family() -> None:
    """A tenth of the words says that one newsroom wrote both, not that one is a version of the other."""
    assert groups(2, row(1, 2, score=0.1)) == [(1,), (2,)]


@pytest.mark.parametrize(
    ("kind", "score", "first", "second", "joined"),
    [
        ("partial", 0.9, "2024-03-01", "2024-03-05T08:00:00Z", True),
        ("partial", 0.9, "2024-03-01", "2024-03-20", False),
        ("partial", 0.9, "2024", "2025-03-01", True),
        ("rewrite", 0.9, "2024-03-01", "2024-04-01", False),
        ("copy", 0.84, "2024-03-01", "2025-03-01", False),
        ("copy", 0.98, "2024-03-01", "2025-03-01", True),
    ],
)
def test_only_a_whole_copy_joins_what_lies_weeks_apart(
    kind: ReuseKind, score: float, first: str, second: str, *, joined: bool
) -> None:
    """Last year's paragraphs make no version, a reprint is one; where a day isn't known, nothing speaks against it."""
    clippings = [clipping(1, "Text 1.", published=first), clipping(2, "Text 2.", published=second)]
    found, _ = families(clippings, [row(1, 2, kind, score)])
    assert len(found) == (1 if joined else 2)


def test_a_chain_of_weak_links_does_not_glue_families() -> None:
    """The third shares a part with the second, but nothing with the first, where it all began."""
    assert groups(3, row(2, 1, score=0.5, direction="of"), row(3, 2, score=0.4)) == [(1, 2), (3,)]


def test_a_weak_link_with_the_original_is_enough() -> None:
    """Two parts of one article belong to its family, linked with each other or not."""
    assert groups(3, row(2, 1, score=0.5, direction="of"), row(3, 1, score=0.4, direction="of")) == [(1, 2, 3)]


def test_a_copy_of_a_copy_is_in_the_family() -> None:
    """A strong link joins, though the original itself was cut beyond recognition."""
    assert groups(3, row(2, 1, "copy", 0.9, "of"), row(3, 2, "copy", 0.95, "of")) == [(1, 2, 3)]


def test_the_original_is_what_most_others_were_made_from() -> None:
    """Not the first number, but the source of the others."""
    (members,), _ = families(
        [clipping(n, f"Text {n}.") for n in (1, 2, 3)],
        [row(1, 3, "copy", 0.9, "of"), row(2, 3, "copy", 0.9, "of"), row(2, 1, "copy", 0.9)],
    )
    assert members[0] == 3
