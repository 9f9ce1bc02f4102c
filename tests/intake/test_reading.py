"""Inputs are read by workers that are ended when they hang; nothing else is lost by it."""

from __future__ import annotations

import sys

import pytest

from morgue.engine import Limits
from morgue.store import Workings
from tests.intake.filing import LETTERS, LINES, PLAIN, _Deadly, _Greedy, _Stuck, filed, job, said

pytestmark = pytest.mark.unit
SHORT = Limits(workers=1, patience=3.0)


def test_each_record_of_an_input_is_filed(workings: Workings) -> None:
    """What comes of a file stands in the workings in its order, with its original bytes."""
    (records,) = filed(workings, Limits(), job(LINES))
    assert said(records) == ["ay 0.", "ay 1.", "ay 2."]
    assert all(workings.original(each.article.document.sha256) for each in records if each.article)


def test_an_input_that_hangs_is_passed_over(workings: Workings) -> None:
    """What was read before it hung stays; a problem names the place and the remedy; the other inputs are read."""
    stuck, fine = filed(workings, SHORT, job(LETTERS, "stuck.mbox", _Stuck), job(PLAIN.encode(), "fine.txt"))
    assert said(stuck) == ["ay 0.", "ay 1.", "too-slow"]
    assert stuck[-1].problems[0].message.startswith("stuck.mbox: nothing came of it for 3 seconds")
    assert said(fine) == ["noon."]


def test_an_input_that_crashes_its_reader_is_passed_over(workings: Workings) -> None:
    """A library that takes the process down with it costs the rest of one input."""
    dead, fine = filed(workings, Limits(), job(LETTERS, "dead.mbox", _Deadly), job(PLAIN.encode(), "fine.txt"))
    assert said(dead) == ["ay 0.", "ay 1.", "reader-crashed"]
    assert said(fine) == ["noon."]


def test_what_hung_is_tried_again_by_the_next_build(workings: Workings) -> None:
    """The machine may have been busy: only what was read to its end is remembered."""
    filed(workings, SHORT, job(LETTERS, "stuck.mbox", _Stuck), job(PLAIN.encode(), "fine.txt"))
    assert workings.reading("stuck.mbox") is None
    assert workings.reading("fine.txt") is not None


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds the memory of a process")
def test_what_took_too_much_memory_is_read_by_a_build_that_allows_more(workings: Workings) -> None:
    """A reading that ended for want of memory is not remembered as all that there is."""
    greedy = job(LINES, "greedy.jsonl", _Greedy)
    assert said(filed(workings, Limits(memory=300_000_000), greedy)[0]) == ["out-of-memory"]
    assert said(filed(workings, Limits(), greedy)[0]) == ["ay 0.", "ay 1.", "ay 2."]


def test_an_input_is_read_once(workings: Workings) -> None:
    """Two files with the same key, as two folders may hold them, are read together."""
    one, two = filed(workings, Limits(), job(LINES), job(LINES))
    assert one == two
