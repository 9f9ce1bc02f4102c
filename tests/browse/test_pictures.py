"""Pictures keep within their frames and tell what they draw."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.browse.pictures.bars import APART, bars
from morgue.browse.pictures.matrix import matrix
from morgue.browse.pictures.shares import DERIVATIONS, Shares, scope
from morgue.browse.pictures.tree import DETAIL_LETTER, NAME_LETTER, NARROW, PADDING, WIDE, Leaf, Sheet, tree

pytestmark = pytest.mark.unit

leaves = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from((None, *"abcdefg"))), max_size=6).map(
    lambda pairs: [
        Leaf(key, parent, "N" * 200, "copy 90 %", "d" * 200, f"/{key}", "copy") for key, parent in dict(pairs).items()
    ]
)


@given(leaves, st.sampled_from((WIDE, NARROW)))
def test_every_version_is_drawn_once_whatever_derives_from_what(found: list[Leaf], sheet: Sheet) -> None:
    """Even a circle of parents gives one box each, none outside the picture, no label outside its box."""
    picture = tree(found, sheet)
    assert sorted(box.address for box in picture.boxes) == sorted(leaf.address for leaf in found)
    for box in picture.boxes:
        assert box.x + box.width <= picture.width
        assert box.y + box.height <= picture.height
        assert len(box.name) * NAME_LETTER <= box.width - 2 * PADDING
        assert len(box.detail) * DETAIL_LETTER <= box.width - 2 * PADDING


def test_a_version_stands_below_what_it_derives_from() -> None:
    """Indented, and joined to it by a line."""
    picture = tree([Leaf("b", "a", "b", "copy", "", "/b", ""), Leaf("a", None, "a", "", "", "/a", "")])
    first, second = picture.boxes
    assert (first.address, second.address) == ("/a", "/b")
    assert second.x > first.x
    assert len(picture.branches) == 1


def test_a_branch_says_how_a_version_was_made() -> None:
    """Beside the line where there is room, before the line and within its box; else in the box."""
    leaves = [Leaf("a", None, "a", "original", "", "/a", ""), Leaf("b", "a", "b", "copy 98 %", "Post", "/b", "")]
    wide, narrow = tree(leaves, WIDE), tree(leaves, NARROW)
    (branch,) = wide.branches
    assert branch.words == "copy 98 %"
    assert branch.x + len(branch.words) * DETAIL_LETTER <= wide.boxes[1].x
    assert (wide.boxes[1].detail, narrow.boxes[1].detail) == ("Post", "copy 98 % · Post")
    assert not narrow.branches[0].words


def test_many_made_one_from_the_other_still_leave_room_for_words() -> None:
    """They are set off less."""
    chain = [Leaf(str(n), str(n - 1), "name", "copy", "", f"/{n}", "") for n in range(24)]
    assert min(box.width for box in tree(chain, WIDE).boxes) >= WIDE.room - PADDING


def test_a_label_that_fits_is_not_cut() -> None:
    """Only what runs out of its box gets an ellipsis."""
    (box,) = tree([Leaf("a", None, "Short", "original", "words " * 60, "/a", "")]).boxes
    assert box.name == "Short"
    assert box.detail.endswith("…")


def test_bars_count_by_the_finest_unit_that_holds_all_dates() -> None:
    """Days where all are known to the day and close together, else months, else years."""
    by_day = bars({"2022-02-14": 2, "2022-02-16T09:00:00Z": 1})
    by_month = bars({"2022-02-14": 2, "2022-03": 1})
    by_year = bars({"2022-02-14": 2, "2020": 1})
    assert by_day
    assert by_month
    assert by_year
    assert [(bar.period, bar.n) for bar in by_day.bars] == [("2022-02-14", 2), ("2022-02-16", 1)]
    assert [bar.period for bar in by_month.bars] == ["2022-02", "2022-03"]
    assert [bar.period for bar in by_year.bars] == ["2020", "2022"]


def test_periods_without_anything_keep_their_room() -> None:
    """A bar stands where its date is, not beside the one before it."""
    picture = bars({"2022-02-14": 2, "2022-02-16": 1, "2022-02-17": 1})
    assert picture
    first, second, third = (bar.x for bar in picture.bars)
    assert second - first == pytest.approx(2 * (third - second), abs=0.02)


def test_the_tallest_bar_is_the_largest_count() -> None:
    """Heights are in proportion, and all bars stand on the ground."""
    picture = bars({"2022-02-14": 4, "2022-02-15": 1})
    assert picture
    tall, short = picture.bars
    assert tall.height == pytest.approx(4 * short.height, rel=0.01)
    assert tall.y + tall.height == pytest.approx(picture.ground)


@pytest.mark.parametrize("published", [{}, {"2022-02-14": 3}, {"1700": 1, "2022": 1}])
def test_no_picture_where_there_is_nothing_to_compare(published: dict[str, int]) -> None:
    """One period is a number, and centuries of emptiness are no picture."""
    assert bars(published) is None


def test_a_few_dates_far_from_all_others_are_told_and_not_drawn() -> None:
    """One article from the year 2050 does not press a hundred into a corner."""
    picture = bars({"2021-03-01": 60, "2021-04-02": 60, "2050-09-30": 1})
    assert picture
    assert (picture.unit, picture.last, picture.strays) == ("day", "2021-04-02", 1)


def test_a_few_inexact_dates_do_not_blur_the_rest() -> None:
    """They are told of and not drawn; where they are many, a coarser unit holds them all."""
    few, many = bars({"2021-03": 60, "2021-05": 60, "2021": 2}), bars({"2021-03": 5, "2020-05": 5, "2021": 6})
    assert few
    assert many
    assert (few.unit, few.inexact) == ("month", 2)
    assert (many.unit, many.inexact) == ("year", 0)


@settings(deadline=None)
@given(st.dictionaries(st.dates(date(2000, 1, 1), date(2012, 1, 1)).map(str), st.integers(1, 50), min_size=2))
def test_bars_and_their_labels_keep_within_the_picture(published: dict[str, int]) -> None:
    """And no two labels stand closer than their words are wide."""
    picture = bars(published)
    if picture:
        assert all(bar.x >= 0 and bar.x + bar.width <= picture.width + 0.02 for bar in picture.bars)
        places = [label.x for label in picture.labels]
        assert all(after - before >= APART for before, after in pairwise(places))
        assert sum(bar.n for bar in picture.bars) + picture.inexact + picture.strays == sum(published.values())


PEOPLE = [("/entities/a", "Ida Brandt"), ("/entities/b", "Omar Reyes"), ("/entities/c", "Lena Moss")]


def test_a_dot_stands_in_the_column_of_one_and_the_row_of_the_other() -> None:
    """Its area grows with the number; the pair that is together most often comes first."""
    picture = matrix(
        PEOPLE, {frozenset(("/entities/a", "/entities/b")): 1, frozenset(("/entities/c", "/entities/a")): 4}
    )
    assert picture
    most, least = picture.dots
    ida, omar, lena = picture.names
    assert (most.x, most.y, most.n) == (ida.x, lena.y, 4)
    assert (least.x, least.y, least.n) == (ida.x, omar.y, 1)
    assert most.radius == pytest.approx(2 * least.radius, rel=0.01)
    assert most.address == "/search?speaker=a&speaker=c"


def test_no_matrix_where_nobody_stands_together() -> None:
    """An empty triangle says nothing."""
    assert matrix(PEOPLE, {}) is None


@given(st.dictionaries(st.sampled_from(DERIVATIONS), st.integers(0, 1000)), st.sampled_from((0.05, 0.5, 1.0)))
def test_the_stretches_of_a_bar_fill_it_and_no_more(counts: dict[str, int], drawn: float) -> None:
    """Side by side, in one order."""
    stretches = Shares(counts, drawn).stretches
    assert sum(each.width for each in stretches) <= 100.05
    assert [each.kind for each in stretches] == [kind for kind in DERIVATIONS if counts.get(kind)]


def test_a_picture_of_few_copies_is_enlarged_to_what_holds_them() -> None:
    """By one scale for all bars; where one source copies everything, all are drawn whole."""
    assert scope([{"copy": 1, "independent": 99}, {"rewrite": 7, "independent": 93}]) == 0.1
    assert scope([{"copy": 1, "independent": 99}, {"copy": 4}]) == 1.0
