"""Parts of files, as Range headers ask for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.ranges import asked

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-9", (0, 10)), ("bytes=90-", (90, 100)), ("bytes=-10", (90, 100)), ("bytes=0-999", (0, 100)),
        ("bytes=-999", (0, 100)), (" bytes=99-99 ", (99, 100)),
    ],
)  # fmt: skip
def test_a_part_is_asked_for(header: str, part: tuple[int, int]) -> None:
    """From here to there, from here on, or so many bytes of the end; no further than the file goes."""
    assert asked(header, 100) == part


@pytest.mark.parametrize(
    "header", [None, "", "bytes=", "bytes=-", "bytes=0-1,5-6", "lines=1-2", "bytes=9-1", "bytes=a-b"]
)
def test_what_is_no_range_means_the_whole(header: str | None) -> None:
    """As the standard has it; several ranges too, which nobody needs here."""
    assert asked(header, 100) is None


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_there_is_nothing_behind_the_end(header: str) -> None:
    """And it is said."""
    with pytest.raises(ValueError, match="bytes"):
        asked(header, 100)


@given(st.text("bytes=-0123456789, ", max_size=30), st.integers(0, 10**12))
def test_a_part_lies_within_the_file(header: str, total: int) -> None:
    """Whatever is asked for."""
    try:
        part = asked(header, total)
    except ValueError:
        return
    assert part is None or 0 <= part[0] < part[1] <= total
