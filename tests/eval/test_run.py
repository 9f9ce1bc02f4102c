"""What `make eval` makes of a scorer's figures."""

from __future__ import annotations

import pytest

from eval.run import Measured, table, with_least_gain

pytestmark = pytest.mark.unit

FIGURES = {"f1": 0.7, "f1_person": 0.8, "f1_place": 0.6, "baseline_f1": 0.6, "baseline_f1_person": 0.5}


def test_the_least_gain_is_that_of_the_worst_kind() -> None:
    """A peer is beaten only where it is beaten on every kind: one kind below it makes the figure negative."""
    above = with_least_gain({**FIGURES, "baseline_f1_place": 0.55})
    below = with_least_gain({**FIGURES, "baseline_f1_place": 0.65})

    assert (round(above["least_gain"], 3), round(below["least_gain"], 3)) == (0.05, -0.05)


def test_without_a_peer_there_is_no_gain() -> None:
    """Scorers that run nothing beside the archive are left as they are."""
    assert with_least_gain({"f1": 0.7, "f1_person": 0.8}) == {"f1": 0.7, "f1_person": 0.8}


def test_a_kind_below_its_peer_fails() -> None:
    """A floor of nought for the least gain says that no kind may be below the model alone."""
    figures = with_least_gain({**FIGURES, "baseline_f1_place": 0.65})

    assert Measured("Names", figures, {"f1": 0.7, "least_gain": 0}).low == ["least_gain -0.050 < 0"]


def test_the_table_has_a_line_for_each_floor() -> None:
    """What has no floor is printed while measuring, and isn't in the table."""
    assert table([Measured("Names", FIGURES, {"f1": 0.65})]).splitlines()[2:] == ["| Names | f1 | 0.700 | 0.65 |"]
