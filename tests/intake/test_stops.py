"""What is done where a worker was ended."""

from __future__ import annotations

import pytest

from morgue.engine import Limits
from morgue.intake.jobs import At, Job
from morgue.intake.stops import MOST, again
from morgue.model import Problem
from tests.intake.filing import LINES, job

pytestmark = pytest.mark.unit
LIMITS = Limits(1, 60)


def test_the_step_that_hung_is_passed_over() -> None:
    """The next attempt has a problem for the step, and begins behind the records that came."""
    at = At("clean", "a.jsonl, line 2", 1)
    smaller = again(job(LINES), 1, at, "hung", LIMITS)
    assert isinstance(smaller, Job)
    assert smaller.done == 1
    assert "--patience" in smaller.passed_over[at].message


def test_an_input_that_never_begins_is_given_up() -> None:
    """Where no step was told there is none to pass over."""
    given_up = again(job(LINES), 0, None, "died", LIMITS)
    assert isinstance(given_up, Problem)
    assert "--memory" in given_up.message


def test_patience_ends() -> None:
    """An input in which step after step hangs is given up in the end."""
    each: Job | Problem = job(LINES)
    for number in range(MOST):
        assert isinstance(each, Job)
        each = again(each, number, At("read", "a.jsonl", number), "hung", LIMITS)
    assert isinstance(each, Job)
    assert isinstance(again(each, MOST, At("read", "a.jsonl", MOST), "hung", LIMITS), Problem)
