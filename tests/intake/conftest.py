"""Workings for each test of the intake."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from morgue.store import Workings
from morgue.store import workings as opened


@pytest.fixture
def workings(tmp_path: Path) -> Iterator[Workings]:
    """Empty workings."""
    with opened(tmp_path / "archive.db") as empty:
        yield empty
