"""Content as JSON: its fields and addresses, nothing that only serves the page."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from morgue.browse.addresses import ONLY_ON_PAGE
from morgue.browse.api.answers import as_json

pytestmark = pytest.mark.unit


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list."""

    uid: str
    when: str = field(default="in May", metadata=ONLY_ON_PAGE)

    @property
    def address(self) -> str:
        """Its page."""
        return f"/lines/{self.uid}"

    @property
    def shown(self) -> str:
        """What only the page says."""
        return self.when


@dataclass(frozen=True, slots=True)
class Sheet:
    """Content that holds other content."""

    lines: tuple[Line, ...]
    counts: dict[str, int]


class Own:
    """Content with a way of its own."""

    def as_json(self) -> dict[str, object]:
        """Told otherwise, with content in it."""
        return {"line": Line("b"), "none": None}


def test_content_is_told_with_its_addresses() -> None:
    """Fields in order, then properties that are addresses; what only serves the page is left out."""
    assert as_json(Sheet((Line("a"),), {"n": 1})) == {
        "lines": [{"uid": "a", "address": "/lines/a"}],
        "counts": {"n": 1},
    }


def test_content_with_a_way_of_its_own_is_told_in_it() -> None:
    """Whatever that gives is told in turn."""
    assert as_json(Own()) == {"line": {"uid": "b", "address": "/lines/b"}, "none": None}


def test_what_is_no_data_is_refused() -> None:
    """Sooner than that a program reads how Python prints it."""
    with pytest.raises(TypeError, match="set"):
        as_json({"a": {1, 2}})
