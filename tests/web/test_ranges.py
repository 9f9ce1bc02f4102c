"""Reading a file by ranges: what is asked of the host, what is kept, and what happens without ranges."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.conftest import Run

pytestmark = pytest.mark.unit


@pytest.fixture(scope="module")
def told(node: Run) -> dict[str, Any]:
    """How the client reads a file of 300 bytes in pages of 16, stored in chunks of 64."""
    found: dict[str, Any] = node("ranges.mjs", None)
    return found


@pytest.mark.parametrize("kind", ["with", "without"])
def test_bytes_are_the_same_by_ranges_and_by_chunks(told: dict[str, Any], kind: str) -> None:
    """Whatever the host can do, every byte arrives, across pages and chunks, and none behind the end."""
    assert told[kind]["hasRanges"] == (kind == "with")
    assert [each["same"] for each in told[kind]["everywhere"]] == [True] * 5
    assert [each["count"] for each in told[kind]["everywhere"]] == [40, 40, 40, 40, 10]


def test_each_chunk_is_fetched_once_where_there_are_no_ranges(told: dict[str, Any]) -> None:
    """The four of the five chunks that something was read from, the one that the probe brought among them."""
    assert told["without"]["asked"] == 4


def test_neighbours_are_fetched_together(told: dict[str, Any]) -> None:
    """Pages side by side or nearly so are one request for each chunk; what is known or outside is not asked for."""
    assert sorted(told["prefetched"]["runs"]) == [[0, 32, 63], [1, 0, 31], [3, 0, 15]]
    assert told["prefetched"]["more"] == 0


def test_who_reads_on_is_read_ahead_of(told: dict[str, Any]) -> None:
    """Twelve pages one after the other take fewer requests than pages."""
    assert told["ahead"] < 12


def test_memory_is_bounded(told: dict[str, Any]) -> None:
    """However much is read, only so many bytes are kept."""
    assert told["bounded"]["bytes"] <= 80


def test_what_fails_in_passing_is_tried_again(told: dict[str, Any]) -> None:
    """A host that is busy or a network that is gone for a moment are asked again; a missing file is told by name."""
    assert told["retried"]["length"] == 3
    assert told["retried"]["told"] == "The archive's file file.bin could not be read: the host answers 404."
